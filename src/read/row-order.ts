/** A row of a table as its label names it, for the order of rows as evidence. */
export interface OrderedRow {
  /** Row of the form that the label names; null where the row has no readable label. */
  readonly key: string | null;
  /** How many rows of figures stand beside the label, or where a label is lost: more than one where the next label is lost too. */
  readonly rows: number;
  /** No words stand where the label is due. */
  readonly isBare: boolean;
}

/** A stretch between two rows whose labels stand in the form's order: rows without a label, and rows of the form without one. */
export interface Stretch {
  /** Indices of the rows without a label. */
  readonly waiting: readonly number[];
  /** Rows of the form that no row is labelled as, though they stand between these two. */
  readonly missing: readonly string[];
  /** Whether a row in order stands before the stretch. */
  readonly isOpen: boolean;
}

/** What the order of labels says of the rows. */
export interface RowOrder {
  readonly stretches: readonly Stretch[];
  /** Indices of labelled rows that stand out of the form's order. */
  readonly displaced: ReadonlySet<number>;
  /** Indices of labelled rows whose label may have slipped from a neighbouring row. */
  readonly slipped: ReadonlySet<number>;
}

/** For each value the length of the longest run that never falls and ends there. */
function runsEndingAt(values: readonly number[]): number[] {
  const longest: number[] = [];
  for (const [at, value] of values.entries()) {
    let best = 0;
    for (let before = 0; before < at; before += 1) {
      if (values[before]! <= value && longest[before]! > best) best = longest[before]!;
    }
    longest.push(best + 1);
  }
  return longest;
}

/** Whether values never fall, so that all of them are their longest run. */
const neverFalls = (values: readonly number[]): boolean =>
  values.every((value, at) => at === 0 || value >= values[at - 1]!);

/** Whether each value is part of every longest run that never falls. */
function inEveryLongestRun(values: readonly number[]): boolean[] {
  if (neverFalls(values)) return values.map(() => true);
  const before = runsEndingAt(values);
  const after = runsEndingAt(values.map((value) => -value).reverse()).reverse();
  const longest = Math.max(0, ...before);
  const isOnOne = values.map((_, at) => before[at]! + after[at]! - 1 === longest);
  return values.map(
    (_, at) => isOnOne[at]! && !isOnOne.some((on, other) => on && other !== at && before[other] === before[at]),
  );
}

/**
 * Holds the labels of a table's rows against the form's order. `block` gives rows that a publisher may print in another
 * order among themselves the same number; the rows `mayBeOne` may stand as a single one. Where a row lacks a label in one place and a label lacks its row in another,
 * the labels between them may have slipped by a row, and nothing but sums could tell.
 */
export function orderOf(
  rows: readonly OrderedRow[],
  form: readonly string[],
  block: (key: string) => number,
  mayBeOne: readonly string[] = [],
): RowOrder {
  const places = new Map(form.map((key, place) => [key, place]));
  const labelled = rows.flatMap(({ key, rows: own }, index) =>
    key !== null && own > 0 && places.has(key) ? [{ key, index }] : [],
  );
  const inOrder = inEveryLongestRun(labelled.map(({ key }) => block(key)));
  const anchors = labelled.filter((_, at) => inOrder[at]);
  const present = new Set(labelled.map(({ key }) => key));
  const stretches: Stretch[] = [];
  for (let at = 0; at <= anchors.length; at += 1) {
    const from = anchors[at - 1];
    const to = anchors[at];
    const missing = form.slice(from ? places.get(from.key)! + 1 : 0, to ? places.get(to.key) : form.length);
    const waiting: number[] = [];
    for (let index = (from?.index ?? -1) + 1; index < (to?.index ?? rows.length); index += 1) {
      if (rows[index]!.key === null && rows[index]!.rows > 0) waiting.push(index);
    }
    stretches.push({ waiting, missing: missing.filter((key) => !present.has(key)), isOpen: from !== undefined });
  }
  const counted = stretches.map(({ waiting, missing }, at) => {
    const before = anchors[at - 1];
    const hidden = before ? rows[before.index]!.rows - 1 : 0;
    const own = hidden + waiting.reduce((sum, index) => sum + rows[index]!.rows, 0);
    const isEither = mayBeOne.length > 0 && mayBeOne.every((key) => missing.includes(key));
    const isBare = waiting.some((index) => rows[index]!.isBare);
    return { own, isBare, most: missing.length, least: missing.length - (isEither ? mayBeOne.length - 1 : 0) };
  });
  const surplus = counted.flatMap(({ own, most, least }, at) => (own > least && own !== most ? [at] : []));
  // As many rows as labels are missing settle nothing where a row is left over elsewhere: any of them may be the stray one.
  const mayBeStray = surplus.some((at) => counted[at]!.isBare);
  const deficit = counted.flatMap(({ own, most, isBare }, at) =>
    own < most || (isBare && most > 0 && mayBeStray) ? [at] : [],
  );
  const slipped = anchors.filter((_, at) =>
    surplus.some((one) => deficit.some((other) => at >= Math.min(one, other) && at < Math.max(one, other))),
  );
  return {
    stretches,
    displaced: new Set(labelled.filter((_, at) => !inOrder[at]).map(({ index }) => index)),
    slipped: new Set(slipped.map(({ index }) => index)),
  };
}

/** What tells the printings of a table apart. */
interface PrintedRow<Row> {
  readonly keyOf: (row: Row) => string | null;
  readonly figuresOf: (row: Row) => string;
  /** A label that may stand twice in one printing. */
  readonly mayRepeat?: string;
}

/** Whether printings of a table disagree: two of them give figures for the same row. */
export function haveConflict<Row>(
  printings: readonly (readonly Row[])[],
  figuredKey: (row: Row) => string | null,
): boolean {
  const keys = printings.flatMap((rows) => [...new Set(rows.map(figuredKey))].filter((key) => key !== null));
  return new Set(keys).size < keys.length;
}

/**
 * Cuts the rows of a table into printings: a label met again with other figures starts the next one; with the same
 * figures its row is only printed twice.
 */
export function splitPrintings<Row>(rows: readonly Row[], { keyOf, figuresOf, mayRepeat }: PrintedRow<Row>): Row[][] {
  const printings: Row[][] = [[]];
  let seen = new Map<string, Row>();
  for (const row of rows) {
    const key = keyOf(row);
    const before = key === null || key === mayRepeat ? undefined : seen.get(key);
    if (before !== undefined && figuresOf(before) === figuresOf(row)) continue;
    if (before !== undefined) {
      printings.push([]);
      seen = new Map();
    }
    if (key !== null) seen.set(key, row);
    printings.at(-1)!.push(row);
  }
  return printings;
}
