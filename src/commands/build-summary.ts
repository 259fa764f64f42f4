import type { DatasetSummary } from '../host/dataset-file.ts';
import type { FilingSource } from '../store/filing.ts';
import { placeOf, type LeftIntake } from './document-intake.ts';
import type { RepeatedProblem, Tally, Unidentified } from './tally.ts';

const SOURCE_WORDS: Record<FilingSource['kind'], string> = {
  document: 'read from documents',
  figures: 'from lists of figures',
  synthetic: 'made up',
};

const grouped = (count: number) => count.toLocaleString('en');
const countOf = (count: number, one: string, many: string) => `${grouped(count)} ${count === 1 ? one : many}`;

function correctionLines({ figures, outdated }: Tally['corrections']): string[] {
  if (figures === 0 && outdated === 0) return [];
  const told =
    outdated === 0 ? '' : `; ${grouped(outdated)} made over another reading of the source, to be looked at again`;
  return [`corrected by hand: ${countOf(figures, 'figure', 'figures')}${told}`];
}

/** What went into a dataset, for the person who built it. */
export function takenLines(heading: string, summary: DatasetSummary, { reports, gaps, corrections }: Tally): string[] {
  const { currentReports, bodies, firstYear, lastYear, refused } = summary;
  const versions = summary.reports - currentReports;
  const total = Object.values(gaps).reduce((sum, count) => sum + count, 0);
  const bySource = Object.entries(reports).flatMap(([kind, count]) =>
    count === 0 ? [] : [`${grouped(count)} ${SOURCE_WORDS[kind as FilingSource['kind']]}`],
  );
  const byReason = Object.entries(gaps).flatMap(([reason, count]) =>
    count === 0 ? [] : [`${reason} ${grouped(count)}`],
  );
  return [
    heading,
    [
      countOf(summary.reports, 'report', 'reports'),
      countOf(bodies, 'body', 'bodies'),
      firstYear === lastYear ? `${firstYear}` : `${firstYear}–${lastYear}`,
      ...(versions === 0 ? [] : [countOf(versions, 'earlier version', 'earlier versions')]),
    ].join(', '),
    `reports: ${bySource.join(', ')}${refused.length === 0 ? '' : `; ${grouped(refused.length)} of them refused`}`,
    `gaps: ${[grouped(total), ...byReason].join(', ')}`,
    ...correctionLines(corrections),
  ];
}

const leftLine = ({ name, code, reason }: Omit<LeftIntake, 'kind'>) => `  ${name}: ${reason} (${code})`;

const EXAMPLE = { body: '…', year: 2025 };

function unidentifiedLine({ name, missing }: Unidentified): string {
  const example = Object.fromEntries(missing.map((key) => [key, EXAMPLE[key]]));
  return `  ${name}: no ${missing.join(' and no ')}; say it in ${name}.json, e.g. ${JSON.stringify(example)}`;
}

const problemLine = (problem: RepeatedProblem) =>
  `  ${placeOf(problem)}: ${problem.message}${problem.times === 1 ? '' : ` (${grouped(problem.times)} times in the file)`}`;

const section = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : [`${title}: ${grouped(lines.length)}`, ...lines];

/** What did not go in and why, a line each under a heading with its number. */
export function leftLines({ skipped, failed, unidentified, problems }: Tally): string[] {
  return [
    ...section('skipped', skipped.map(leftLine)),
    ...section('not stored, whose report or of which year is unknown', unidentified.map(unidentifiedLine)),
    ...section('problems', [...problems.values()].map(problemLine)),
    ...section('failed', failed.map(leftLine)),
  ];
}
