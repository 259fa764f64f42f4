import type { Piece } from './pieces.ts';
import type { TableRow } from './table-rows.ts';

/**
 * Where the figures of a table's rows stand, as its unmistakable rows show: at the same positions in every row
 * (`first`, `last`), or always as many cells after the row's label; whichever more rows agree on, the other being null.
 */
export interface Alignment {
  readonly first: number | null;
  readonly last: number | null;
  readonly afterLabel: number | null;
  /** For rows of one cell a line: cells before the first figure, labels with them, and cells of the whole row. */
  readonly stream: { readonly before: number; readonly width: number } | null;
}

/** The cells of a row, one a column; fewer than the columns where the row's end was cut off. */
export interface TakenValues {
  readonly values: readonly Piece[];
  readonly cutOff: number;
}

/** No row of the table has shown where its figures stand. */
export const UNALIGNED: Alignment = { first: null, last: null, afterLabel: null, stream: null };

const isBlank = (piece: Piece): boolean => piece.figure.kind === 'blank';
const labelAt = (row: TableRow): number => row.labels.at(-1)?.at ?? -1;

/** Every way to drop blank padding at the ends of a row so that exactly `count` cells remain. */
function startsOf(cells: readonly Piece[], count: number): number[] {
  const starts: number[] = [];
  for (let start = 0; start + count <= cells.length; start += 1) {
    const padding = [...cells.slice(0, start), ...cells.slice(start + count)];
    if (padding.every(isBlank)) starts.push(start);
  }
  return starts;
}

/** A run of cells whose two ends are filled cannot have swallowed padding: its count alone settles it. */
const isUnmistakable = (cells: readonly Piece[]): boolean =>
  cells.length > 0 && !isBlank(cells[0]!) && !isBlank(cells.at(-1)!);

function isAligned(row: TableRow, first: Piece, alignment: Alignment): boolean {
  if (row.mode === 'stream') {
    // Bars that pad a row look like blank cells: only a row as wide as the full ones has blanks of its own.
    const before = row.labels.length + row.values.indexOf(first);
    return before === alignment.stream?.before && row.labels.length + row.values.length === alignment.stream.width;
  }
  if (alignment.first !== null) return first.at === alignment.first;
  return alignment.afterLabel === null || first.at - labelAt(row) === alignment.afterLabel;
}

function byCount(row: TableRow, count: number, alignment: Alignment): readonly Piece[] | null {
  const runs = startsOf(row.values, count).map((start) => row.values.slice(start, start + count));
  const sure = runs.find(isUnmistakable);
  if (sure) return sure;
  if (row.values.every(isBlank)) return runs[0] ?? null;
  const aligned = runs.filter((run) => isAligned(row, run[0]!, alignment));
  return aligned.length === 1 ? aligned[0]! : null;
}

/** A label pushed into the first columns by its neighbour drives the row's last cells over the table's edge. */
function cutRow(row: TableRow, count: number, { first, last }: Alignment): TakenValues | null {
  if (first === null || last === null || row.mode === 'stream' || row.values.length === 0) return null;
  const cutOff = count - row.values.length;
  const overlap = labelAt(row) - first + 1;
  return overlap === cutOff && overlap > 0 && row.values.at(-1)!.at === last ? { values: row.values, cutOff } : null;
}

/** The cells of a row for `count` columns; null where count and place do not settle which cell is which column. */
export function takeValues(row: TableRow, count: number, alignment: Alignment): TakenValues | null {
  if (row.values.length === 0 || count === 0) return null;
  const values = byCount(row, count, alignment);
  return values ? { values, cutOff: 0 } : cutRow(row, count, alignment);
}

/** The value most agree on, and their share; a share under four in five is none. */
function agreed(values: readonly number[]): { value: number; share: number } | null {
  const tally = new Map<number, number>();
  for (const value of values) tally.set(value, (tally.get(value) ?? 0) + 1);
  const [best] = [...tally].sort((a, b) => b[1] - a[1]);
  return best && best[1] * 5 >= values.length * 4 ? { value: best[0], share: best[1] / values.length } : null;
}

function streamAlignment(rows: readonly { row: TableRow; count: number }[]): Alignment['stream'] {
  const full = rows.flatMap(({ row, count }) => {
    const run = row.mode === 'stream' ? byCount(row, count, UNALIGNED) : null;
    if (!run || !isUnmistakable(run)) return [];
    const labels = row.labels.length;
    return [{ before: labels + row.values.indexOf(run[0]!), width: labels + row.values.length }];
  });
  const before = agreed(full.map((row) => row.before));
  const width = agreed(full.map((row) => row.width));
  return before && width ? { before: before.value, width: width.value } : null;
}

/** Where a table's rows have their figures, told by the rows that are filled from the first column to the last. */
export function alignmentOf(rows: readonly { row: TableRow; count: number }[]): Alignment {
  const stream = streamAlignment(rows);
  const sure = rows.flatMap(({ row, count }) => {
    const run = row.mode === 'stream' ? null : byCount(row, count, UNALIGNED);
    return run && isUnmistakable(run) ? [{ first: run[0]!.at, last: run.at(-1)!.at, label: labelAt(row) }] : [];
  });
  const first = agreed(sure.map((row) => row.first));
  const afterLabel = agreed(sure.filter(({ label }) => label >= 0).map((row) => row.first - row.label));
  if (afterLabel && (!first || afterLabel.share > first.share))
    return { ...UNALIGNED, stream, afterLabel: afterLabel.value };
  const last = agreed(sure.map((row) => row.last));
  return { first: first?.value ?? null, last: last?.value ?? null, afterLabel: null, stream };
}
