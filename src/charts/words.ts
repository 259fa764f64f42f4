/** Words of the median and the quartiles, which stand on the drawing. */
export interface ContextWords {
  /** Such as 中位数. */
  readonly median: string;
  /** Such as P25–P75. */
  readonly quartiles: string;
  /** How many bodies the context rests on, such as 48 of 52 bodies. */
  readonly coverage: (n: number, of: number) => string;
}

/** Words of a ranking. */
export interface RankingWords extends ContextWords {
  /** Names the chart for a reader who does not see it. */
  readonly label: string;
  readonly rank: (rank: number) => string;
  /** Says between which ranks a body may stand. */
  readonly openRanks: (best: number, worst: number) => string;
  /** Says the interval around a rate, given its ends as text. */
  readonly interval: (low: string, high: string) => string;
  /** Says that a rate rests on few cases. */
  readonly few: string;
}

/** Words of a trend. */
export interface TrendWords {
  readonly label: string;
  /** Says that a rate rests on few cases. */
  readonly few: string;
  readonly median: string;
  readonly quartiles: string;
}

/** Words of stacked bars. */
export interface StackedWords {
  readonly label: string;
  /** Says how many parts of a bar are not given. */
  readonly notGiven: (count: number) => string;
}

/** Words of a strip of dots. */
export interface StripWords extends ContextWords {
  readonly label: string;
}

/** Words of bodies between two measures. */
export interface ScatterWords {
  readonly label: string;
  /** What the values along the foot of the drawing are, with their unit. */
  readonly xTitle: string;
  /** What the values up the side of the drawing are, with their unit. */
  readonly yTitle: string;
  readonly median: string;
}

/** Words of rates around a common one. */
export interface FunnelWords {
  readonly label: string;
  /** What the values along the foot are. */
  readonly xTitle: string;
  /** What the values up the side are. */
  readonly yTitle: string;
  /** What the line of the common rate is called. */
  readonly common: string;
  /** What the inner and the outer limits are called. */
  readonly inner: string;
  readonly outer: string;
}

/** Words of the frame around each chart. */
export interface FigureWords {
  readonly showTable: string;
  readonly showChart: string;
  /** Names the menu of the files that a figure can be saved as. */
  readonly exports: string;
}
