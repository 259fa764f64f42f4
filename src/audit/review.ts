/** What a reviewer can say of a finding: it is right, it is none, it went back to the body, the body has mended it. */
export const VERDICTS = ['confirmed', 'dismissed', 'sent-back', 'mended'] as const;

/** One of the verdicts on a finding. */
export type Verdict = (typeof VERDICTS)[number];

/** Where a finding stands, by what outlives a dataset: names, and never numbers that a new build gives anew. */
export interface ReviewPlace {
  /** Id of the rule. */
  readonly rule: string;
  /** Divisions of the body from the province down, run together; empty where unknown. */
  readonly region: string;
  readonly body: string;
  readonly year: number;
  /** Column, row, block or cell of the form, or what else the rule counts; empty for the whole report. */
  readonly at: string;
}

/** What a reviewer says of a finding while it rests on the values it had then. */
export interface Review extends ReviewPlace {
  /** Hash of the values that the finding rested on, 16 hex digits (see `value-hash.ts`). */
  readonly hash: string;
  /** Null where there is a comment alone, or the verdict was taken back. */
  readonly verdict: Verdict | null;
  /** The reason or a comment; empty for none. */
  readonly note: string;
  /** When it was said, in UTC: `2026-03-01T08:00:00.000Z`. */
  readonly madeAt: string;
  /** The numbers of the finding at that time; null where it compared none. */
  readonly expected: number | null;
  readonly actual: number | null;
}

/** The longest note, in UTF-16 units. */
export const LONGEST_NOTE = 4000;

/** The place of a finding or review as one text, the same in every dataset. */
export const placeKey = ({ rule, region, body, year, at }: ReviewPlace): string =>
  JSON.stringify([rule, region, body, year, at]);

// Reviews of the same moment must come out the same in whichever order they are merged.
const rank = ({ madeAt, verdict, note, expected, actual }: Review): string =>
  JSON.stringify([madeAt, verdict, note, expected, actual]);

/** Of two reviews of the same place and values, the later one. */
export const laterReview = (one: Review, other: Review): Review => (rank(other) > rank(one) ? other : one);

/** The moment of a review that takes the place of another: now, or just after it where the clock of its computer was ahead. */
export const momentAfter = (now: string, before: string | null): string =>
  before === null || before < now ? now : new Date(Date.parse(before) + 1).toISOString();
