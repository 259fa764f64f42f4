import type { DraftReport, Plant } from './draft-report.ts';
import type { Change, Ground } from './error-kind.ts';
import { ERROR_KINDS, FIRST_ZEROS, LAST_ZEROS, MORE_ZEROS } from './errors.ts';
import type { PlannedGap } from './gaps.ts';
import { allZeros } from './report-errors.ts';

const WEIGHTS = ERROR_KINDS.map(({ weight }) => weight);
const TRIES = 6;
const YEARS_OF_ZEROS = 3;

/** The report with a change made to it. */
export function planted(
  report: DraftReport,
  { what, figures, texts, published, at }: Change,
  { key, named = [] }: { readonly key: string; readonly named?: readonly string[] },
): DraftReport {
  const changed = [...(figures?.keys() ?? []), ...(texts?.keys() ?? [])];
  const plant: Plant = { kind: key, what, rules: named, at: at ?? '', changed };
  const stated = figures ? report.figures.slice() : report.figures;
  for (const [position, value] of figures ?? []) stated[position] = value;
  const written = [...(texts ?? [])].map(([position, raw]): [number, PlannedGap] => [
    position,
    { reason: 'not-a-number', raw },
  ]);
  return {
    ...report,
    figures: stated,
    gaps: new Map([...report.gaps, ...written]),
    published: published ?? report.published,
    plant,
  };
}

/** Plants an error of a kind that has room in the report; the report itself where none is found soon. */
export function plantError(ground: Ground): DraftReport {
  const { report, random } = ground;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    let drawn = 0;
    random.multinomial(1, WEIGHTS, (kind) => {
      drawn = kind;
    });
    const kind = ERROR_KINDS[drawn]!;
    const change = kind.plant(ground);
    if (change) return planted(report, change, kind);
  }
  return report;
}

/** How many years of nothing but zeros are still to follow the last of these reports. */
export function zerosToCome(reports: readonly (DraftReport | null)[]): number {
  const begun = reports.findLastIndex((report) => report?.plant?.kind === FIRST_ZEROS);
  return begun < 0 ? 0 : Math.max(0, begun + YEARS_OF_ZEROS - reports.length);
}

/** The report as another year of nothing but zeros, the last of them where no more are to follow. */
export function plantZeros(report: DraftReport, toCome: number): DraftReport {
  const change = allZeros(report.truth, 'nothing but zeros again');
  return toCome > 1
    ? planted(report, change, MORE_ZEROS)
    : planted(report, change, { key: LAST_ZEROS.key, named: LAST_ZEROS.finders });
}
