import { GAP_REASONS, type GapReason } from '../read/report.ts';
import type { Filing, FilingSource } from '../store/filing.ts';
import type { LeftIntake, ReportIntake } from './intake.ts';

/** A document that cannot be stored until somebody says whose report it is, or of which year. */
export interface Unidentified {
  readonly name: string;
  readonly missing: readonly ('body' | 'year')[];
}

/** What is missing of a report's identity, without the report itself. */
export function unidentified({ name, body, year }: ReportIntake): Unidentified {
  return {
    name,
    missing: [...(body === null ? (['body'] as const) : []), ...(year === null ? (['year'] as const) : [])],
  };
}

/** What a build took in and what it left, counted and named. */
export class Tally {
  readonly reports: Record<FilingSource['kind'], number> = { document: 0, figures: 0, synthetic: 0 };
  readonly gaps: Record<GapReason, number>;
  readonly skipped: LeftIntake[] = [];
  readonly failed: Omit<LeftIntake, 'kind'>[] = [];
  readonly unidentified: Unidentified[] = [];
  /** Ignored sidecars, and entries of lists that could not be used, each with its place. */
  readonly problems: string[] = [];

  constructor() {
    this.gaps = Object.fromEntries(GAP_REASONS.map((reason) => [reason, 0])) as Record<GapReason, number>;
  }

  /** Counts a filing that goes into the dataset. */
  take({ source, report }: Filing): void {
    this.reports[source.kind] += 1;
    for (const { reason } of report.gaps) this.gaps[reason] += 1;
  }

  /** Counts a file that gave nothing. */
  leave(intake: LeftIntake): void {
    (intake.kind === 'skipped' ? this.skipped : this.failed).push(intake);
  }
}

const countOf = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

const SOURCE_WORDS: Record<FilingSource['kind'], string> = {
  document: 'read from documents',
  figures: 'from lists of figures',
  synthetic: 'made up',
};

/** What went in, a line each, for the person who built the dataset. */
export function takenLines({ reports, gaps }: Tally): string[] {
  const kinds = Object.entries(reports).filter(([, count]) => count > 0);
  const reasons = Object.entries(gaps).filter(([, count]) => count > 0);
  const total = reasons.reduce((sum, [, count]) => sum + count, 0);
  const bySource = kinds.map(
    ([kind, count]) => `${count.toLocaleString('en')} ${SOURCE_WORDS[kind as FilingSource['kind']]}`,
  );
  const byReason = reasons.map(([reason, count]) => `${reason} ${count.toLocaleString('en')}`);
  return [
    `reports: ${bySource.join(', ')}`,
    `${countOf(total, 'gap')}${total === 0 ? '' : `: ${byReason.join(', ')}`}`,
  ];
}

const leftLine = ({ name, code, reason }: Omit<LeftIntake, 'kind'>) => `  ${name}: ${reason} (${code})`;

const EXAMPLE = { body: '…', year: 2025 };

function unidentifiedLine({ name, missing }: Unidentified): string {
  const example = Object.fromEntries(missing.map((key) => [key, EXAMPLE[key]]));
  return `  ${name}: no ${missing.join(' and no ')}; say it in ${name}.json, e.g. ${JSON.stringify(example)}`;
}

const section = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : [`${title}: ${lines.length}`, ...lines];

/** What did not go in and why, a line each under a heading with its number. */
export function leftLines({ skipped, failed, unidentified, problems }: Tally): string[] {
  return [
    ...section('skipped', skipped.map(leftLine)),
    ...section('not stored, whose report or of which year is unknown', unidentified.map(unidentifiedLine)),
    ...section(
      'problems',
      problems.map((problem) => `  ${problem}`),
    ),
    ...section('failed', failed.map(leftLine)),
  ];
}
