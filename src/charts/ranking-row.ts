/** One body of a ranking. Blank is never zero: where `value` is null, `gap` says why in the reader's language. */
export interface RankedBar {
  readonly key: string;
  readonly name: string;
  readonly rank: number | null;
  readonly value: number | null;
  /** Ends of the interval around a rate, in the unit of `value`; null where there is none. */
  readonly low: number | null;
  readonly high: number | null;
  /** Ranks that the interval leaves open, the best first; left out where there are none. */
  readonly open?: readonly [best: number, worst: number] | undefined;
  /** The counts that a rate rests on, as text such as `2/3`; null where the value is a count itself. */
  readonly counts: string | null;
  readonly gap: string | null;
  /** Whether the rate rests on too few cases to say much: drawn dimmed. */
  readonly few: boolean;
  /** What is said of figures in the value that a person corrected; left out where there are none. */
  readonly amended?: readonly string[] | undefined;
  /** Rows next to each other with the same number cannot be told apart, and are bracketed. */
  readonly tie?: number | null;
}

/** What all bodies of a comparison together amount to, drawn behind the marks; null where there is no value. */
export interface ValueContext {
  readonly median: number | null;
  /** The 25th percentile. */
  readonly lower: number | null;
  /** The 75th percentile. */
  readonly upper: number | null;
  /** How many bodies have a value. */
  readonly n: number;
  /** How many bodies were asked, with a value or without. */
  readonly of: number;
}
