import type { Piece } from './pieces.ts';
import type { TableRow } from './table-rows.ts';

/**
 * Where the figures of a table's rows stand, as its unmistakable rows show: at the same places counted from the
 * table's edge, or from the row's label, whichever more rows agree on.
 */
interface Frame {
  readonly from: 'edge' | 'label';
  readonly first: number;
  readonly last: number | null;
  /** Place of the row's very last cell, padding included; null where the rows end differently. */
  readonly end: { readonly from: 'edge' | 'label'; readonly at: number } | null;
}

/** The frames of a table: one for rows with cells of their own, one for rows gathered from one cell a line. */
export interface Alignment {
  readonly built: Frame | null;
  readonly stream: Frame | null;
}

/** The cells of a row, one a column; fewer than the columns where the row's end was cut off. */
export interface TakenValues {
  readonly values: readonly Piece[];
  readonly cutOff: number;
}

/** No row of the table has shown where its figures stand. */
export const UNALIGNED: Alignment = { built: null, stream: null };

const isBlank = (piece: Piece): boolean => piece.figure.kind === 'blank';
const frameOf = (row: TableRow, alignment: Alignment): Frame | null =>
  row.mode === 'stream' ? alignment.stream : alignment.built;

/** Places of a row's last label, of its value at this index, and of its last cell. */
function placesIn(row: TableRow, index: number): { label: number; value: number; end: number } {
  const inStream = row.mode === 'stream';
  const place = (at: number) => (inStream ? row.labels.length + at : row.values[at]!.at);
  const label = inStream ? row.labels.length - 1 : (row.labels.at(-1)?.at ?? -1);
  return { label, value: place(index), end: place(row.values.length - 1) };
}

const isFilled = (piece: Piece): boolean => !isBlank(piece);

/** Every way to drop blank padding at the ends of a row so that exactly `count` cells remain. */
function startsOf(cells: readonly Piece[], count: number): number[] {
  const starts: number[] = [];
  const first = cells.findIndex(isFilled);
  const last = cells.findLastIndex(isFilled);
  for (let start = 0; start + count <= cells.length; start += 1) {
    if (first === -1 || (start <= first && start + count > last)) starts.push(start);
  }
  return starts;
}

/** Where a run begins whose two ends are filled: it cannot have swallowed padding, so its count alone settles it. */
function unmistakableStart(cells: readonly Piece[], count: number): number | undefined {
  const first = cells.findIndex(isFilled);
  return first !== -1 && cells.findLastIndex(isFilled) === first + count - 1 ? first : undefined;
}

/** Whether a run that starts here stands where the table's full rows do, in a row that ends where theirs end. */
function isAligned(row: TableRow, start: number, count: number, frame: Frame | null): boolean {
  // Bars that pad a row of one cell a line look like blank cells; elsewhere the count may stand for itself.
  if (frame === null) return row.mode !== 'stream' && row.values.length === count;
  const { label, value, end } = placesIn(row, start);
  if (value - (frame.from === 'label' ? label : 0) !== frame.first) return false;
  if (frame.end === null) return row.mode !== 'stream';
  return end - (frame.end.from === 'label' ? label : 0) === frame.end.at;
}

/** Whether a row ends no further out than the table's full rows do, so that its padding is none for a cell too many. */
function isWithinEdge(row: TableRow, frame: Frame | null): boolean {
  if (row.mode === 'stream') return true;
  if (!frame?.end) return false;
  const { label, end } = placesIn(row, 0);
  return end - (frame.end.from === 'label' ? label : 0) <= frame.end.at;
}

/** Rows of table 2 have up to three figures and no total. */
const LONGEST_WITHOUT_TOTAL = 3;

/** Whether the last of several figures is the sum of those before it, as a row's total is. */
function addsUp(run: readonly Piece[]): boolean {
  const values = run.map(({ figure }) => (figure.kind === 'number' ? figure.value : NaN));
  const total = values.at(-1)!;
  return (
    run.length > LONGEST_WITHOUT_TOTAL &&
    total > 0 &&
    values.slice(0, -1).reduce((sum, value) => sum + value, 0) === total
  );
}

/** Whether nothing speaks against a run whose ends are filled: a cell too many, or one lost and a blank in its place. */
function isSettled(row: TableRow, run: readonly Piece[], start: number, frame: Frame | null): boolean {
  const isExact = row.values.length === run.length;
  if (frame === null) return isExact || (row.mode === 'stream' && !run.some(isBlank));
  const isPlain = (isExact || isWithinEdge(row, frame) || (start === 0 && addsUp(run))) && !run.some(isBlank);
  return isPlain || isAligned(row, start, run.length, frame);
}

function byCount(row: TableRow, count: number, frame: Frame | null): readonly Piece[] | null {
  const run = (start: number) => row.values.slice(start, start + count);
  const sure = unmistakableStart(row.values, count);
  if (sure !== undefined) return isSettled(row, run(sure), sure, frame) ? run(sure) : null;
  const starts = startsOf(row.values, count);
  if (row.values.every(isBlank)) return starts.length > 0 ? run(starts[0]!) : null;
  const aligned = starts.filter((start) => isAligned(row, start, count, frame));
  return aligned.length === 1 ? run(aligned[0]!) : null;
}

/** A label pushed into the first columns by its neighbour drives the row's last cells over the table's edge. */
function cutRow(row: TableRow, count: number, frame: Frame | null): TakenValues | null {
  if (frame?.from !== 'edge' || row.mode === 'stream') return null;
  const cutOff = count - row.values.length;
  const { label, end } = placesIn(row, 0);
  const overlap = label - frame.first + 1;
  return overlap === cutOff && overlap > 0 && end === frame.last ? { values: row.values, cutOff } : null;
}

/** The cells of a row for `count` columns; null where count and place do not settle which cell is which column. */
export function takeValues(row: TableRow, count: number, alignment: Alignment): TakenValues | null {
  if (row.values.length === 0 || count === 0) return null;
  const frame = frameOf(row, alignment);
  const values = byCount(row, count, frame);
  return values ? { values, cutOff: 0 } : cutRow(row, count, frame);
}

/** Whether the table's full rows show where the figures of such a row stand, if it has any. */
export const isFramed = (row: TableRow, alignment: Alignment): boolean =>
  frameOf(row, alignment) !== null || row.values.every(isBlank);

/** The cells of a row that settle themselves by their count, filled from the first to the last; null where none do. */
export function unmistakableRun(row: TableRow, count: number): readonly Piece[] | null {
  const start = unmistakableStart(row.values, count);
  return start === undefined ? null : row.values.slice(start, start + count);
}

/** The value most agree on, and their share; a share under four in five is none. */
function agreed(values: readonly number[]): { value: number; share: number } | null {
  const tally = new Map<number, number>();
  for (const value of values) tally.set(value, (tally.get(value) ?? 0) + 1);
  const [best] = [...tally].sort((a, b) => b[1] - a[1]);
  return best && best[1] * 5 >= values.length * 4 ? { value: best[0], share: best[1] / values.length } : null;
}

interface Placed {
  readonly count: number;
  readonly label: number;
  readonly first: number;
  readonly last: number;
  readonly end: number;
}

function agreedEnd(rows: readonly Placed[]): Frame['end'] {
  const byEdge = agreed(rows.map((row) => row.end));
  const byLabel = agreed(rows.map((row) => row.end - row.label));
  if (!byEdge && !byLabel) return null;
  const isByLabel = byLabel !== null && (byEdge === null || byLabel.share > byEdge.share);
  return isByLabel ? { from: 'label', at: byLabel.value } : { from: 'edge', at: byEdge!.value };
}

function agreedFrame(rows: readonly Placed[], count: number): Frame | null {
  const labelled = rows.filter(({ label }) => label >= 0);
  const byEdge = agreed(rows.map((row) => row.first));
  const byLabel = agreed(labelled.map((row) => row.first - row.label));
  const from = byLabel && (!byEdge || byLabel.share > byEdge.share) ? 'label' : 'edge';
  const first = from === 'label' ? byLabel : byEdge;
  if (!first) return null;
  const origin = (row: Placed) => (from === 'label' ? row.label : 0);
  const over = from === 'label' ? labelled : rows;
  const last = agreed(over.map((row) => row.last - origin(row)))?.value ?? null;
  const alike = over.filter((row) => row.count === count);
  return { from, first: first.value, last, end: agreedEnd(alike) };
}

/**
 * Where a table's rows of this many columns have their figures, told by the rows that are filled from the first column
 * to the last; rows of another count tell where figures begin.
 */
export function alignmentOf(rows: readonly { row: TableRow; count: number }[], columns: number): Alignment {
  const placed = (inStream: boolean): Placed[] =>
    rows.flatMap(({ row, count }) => {
      if ((row.mode === 'stream') !== inStream || row.values.length === 0) return [];
      const start = unmistakableStart(row.values, count);
      if (start === undefined) return [];
      const { label, value, end } = placesIn(row, start);
      return [{ count, label, first: value, last: placesIn(row, start + count - 1).value, end }];
    });
  return { built: agreedFrame(placed(false), columns), stream: agreedFrame(placed(true), columns) };
}
