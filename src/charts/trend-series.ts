/** One year of a body. Where `value` is null, `gap` says why in the reader's language. */
export interface TrendPoint {
  readonly year: number;
  readonly value: number | null;
  /** The counts that a rate rests on, as text such as `2/3`. */
  readonly counts: string | null;
  readonly gap: string | null;
  /** Whether the rate rests on too few cases to say much: drawn dimmed. */
  readonly few?: boolean | undefined;
  /** How the value moved against the year before, as text. */
  readonly change?: string | undefined;
  /** What is said of figures in the value that a person corrected; left out where there are none. */
  readonly amended?: readonly string[] | undefined;
}

/** One body, or one group of bodies, over the years. */
export interface TrendSeries {
  readonly key: string;
  readonly name: string;
  /** Colour of a line that is not selected; the grey of context where it is left out. */
  readonly colour?: string | undefined;
  /** Lengths of strokes and spaces of the line; unbroken where they are left out. */
  readonly dash?: string | undefined;
  readonly points: readonly TrendPoint[];
}

/** The spread of all bodies in one year; null where no body has a value. */
export interface TrendBand {
  readonly year: number;
  readonly lower: number | null;
  readonly median: number | null;
  readonly upper: number | null;
}

/** A change of the form between a year and the next, across which figures do not mean quite the same. */
export interface TrendBreak {
  readonly after: number;
  readonly label: string;
}

/** Consecutive years that have a value, and whether a change of form lies between the first and the last. */
export interface TrendStretch<Point> {
  readonly points: readonly Point[];
  readonly crosses: boolean;
}

/**
 * The stretches of a line: it ends at each year that is absent or without a value, and the step across a change of
 * form is a stretch of its own.
 */
export function stretchesOf<Point extends { readonly year: number }>(
  points: readonly Point[],
  hasValue: (point: Point) => boolean,
  breaks: readonly TrendBreak[],
): TrendStretch<Point>[] {
  const stretches: { points: Point[]; crosses: boolean }[] = [];
  let before: Point | null = null;
  for (const point of [...points].sort((a, b) => a.year - b.year)) {
    if (!hasValue(point)) {
      before = null;
      continue;
    }
    const last = before;
    before = point;
    if (last === null || point.year - last.year > 1) stretches.push({ points: [point], crosses: false });
    else if (breaks.some(({ after }) => after === last.year))
      stretches.push({ points: [last, point], crosses: true }, { points: [point], crosses: false });
    else stretches.at(-1)!.points.push(point);
  }
  return stretches;
}
