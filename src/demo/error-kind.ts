import type { DraftReport } from './draft-report.ts';
import type { Peers } from './peers.ts';
import type { Random } from './random.ts';
import { APPLICANTS, OUTCOME_KEYS, requestRow, type Sheet } from './sheet.ts';

/** What an error can be planted in: a report that is still sound, with what it will be held against. */
export interface Ground {
  readonly report: DraftReport;
  /** Last year's report of the same body, where it is sound. */
  readonly before: DraftReport | null;
  /** Report of the government above, where it is sound. */
  readonly above: DraftReport | null;
  /** The body's own part: all of it, but for a government what is not its departments'. */
  readonly own: Sheet;
  /** The true figures of this year and the two after it; null where the body does not exist any more. */
  readonly coming: readonly (Sheet | null)[];
  /** The bodies of the same kind and level. */
  readonly peers: Peers;
  readonly random: Random;
}

/** The changed figures by place, or the changed date; with a sentence that says what was done. */
export interface Change {
  readonly what: string;
  readonly figures?: ReadonlyMap<number, number>;
  /** What is written where a figure is due, by place. */
  readonly texts?: ReadonlyMap<number, string>;
  readonly published?: string;
  /** Cell that the rules of the kind name; left out where they are about the whole report. */
  readonly at?: string;
}

/** A kind of error as the list of planted errors names it. */
export interface NamedKind {
  readonly key: string;
  /** Rules that must find it. */
  readonly finders: readonly string[];
}

/** A kind of error found in real reports. */
export interface ErrorKind extends NamedKind {
  /** How often it is tried, against the others. */
  readonly weight: number;
  /** Those of the finders that arithmetic within the body's own figures does not show: named here because nothing else would. */
  readonly named?: readonly string[];
  /** Plants it, or null where this report has no room for it. */
  readonly plant: (ground: Ground) => Change | null;
}

/** The column of natural persons in a row of table 3, and that of firms. */
export const NATURAL = 0;
export const BUSINESS = 1;

/** Outcomes of requests whose rows both editions share, with where the row begins. */
export const OUTCOMES: readonly { readonly key: string; readonly start: number }[] = OUTCOME_KEYS.filter(
  (key) => !key.startsWith('other_'),
).map((key) => ({ key, start: requestRow(key) }));

/** Whether a report rolls up those of an area. */
export const isGovernment = ({ body }: DraftReport): boolean => body.kind === 'government';

/** An outcome whose row fits, or null where none does. */
export function pickOutcome({ random }: Ground, fits: (start: number) => boolean): (typeof OUTCOMES)[number] | null {
  const fitting = OUTCOMES.filter(({ start }) => fits(start));
  return fitting.length === 0 ? null : random.pick(fitting);
}

/** The outcome that most natural persons had. */
export const commonestOutcome = (figures: Sheet): (typeof OUTCOMES)[number] =>
  OUTCOMES.reduce((most, row) => (figures[row.start + NATURAL]! > figures[most.start + NATURAL]! ? row : most));

/** Figures of table 3 after requests of natural persons have gone from some rows to others: every sum still holds. */
export function movedRequests(
  figures: Sheet,
  from: readonly number[],
  to: readonly number[],
  requests: number,
): Map<number, number> {
  const moved = new Map<number, number>();
  for (const [rows, sign] of [
    [from, -1],
    [to, 1],
  ] as const) {
    for (const start of rows) {
      for (const column of [NATURAL, APPLICANTS]) moved.set(start + column, figures[start + column]! + sign * requests);
    }
  }
  return moved;
}
