import type { Piece } from './pieces.ts';
import type { TableRow } from './table-rows.ts';

/** Where the figures of a table's rows stand: position of the first and of the last column. */
export interface ValueWindow {
  readonly first: number;
  readonly last: number;
}

/** The cells of a row, one a column; fewer than the columns where the row's end was cut off. */
export interface TakenValues {
  readonly values: readonly Piece[];
  readonly cutOff: number;
}

const isBlank = (piece: Piece): boolean => piece.figure.kind === 'blank';

/** How many cells may be dropped at the start so that exactly `count` remain: padding is blank, and stands outside. */
function startsOf(cells: readonly Piece[], count: number): number[] {
  const excess = cells.length - count;
  const starts: number[] = [];
  for (let start = 0; start <= excess; start += 1) {
    const padding = [...cells.slice(0, start), ...cells.slice(start + count)];
    if (padding.every(isBlank)) starts.push(start);
  }
  return starts;
}

/** Takes a row's cells by their count alone, dropping padding at its ends; null where the count leaves a choice. */
function byCount(cells: readonly Piece[], count: number, window: ValueWindow | null): readonly Piece[] | null {
  if (cells.length < count) return null;
  const starts = startsOf(cells, count);
  if (cells.every(isBlank) || starts.length === 1) return cells.slice(starts[0]!, starts[0]! + count);
  const aligned = starts.find((start) => cells[start]?.at === window?.first);
  return aligned === undefined ? null : cells.slice(aligned, aligned + count);
}

/** A label pushed into the first columns by its neighbour drives the row's last cells over the table's edge. */
function cutRow(row: TableRow, count: number, window: ValueWindow | null): TakenValues | null {
  const label = row.labels.at(-1);
  const last = row.values.at(-1);
  if (!window || !label || !last || row.mode === 'stream') return null;
  const cutOff = count - row.values.length;
  const overlap = label.at - window.first + 1;
  return overlap === cutOff && overlap > 0 && last.at === window.last ? { values: row.values, cutOff } : null;
}

/** The cells of a row for `count` columns; null where count and place do not settle which cell is which column. */
export function takeValues(row: TableRow, count: number, window: ValueWindow | null): TakenValues | null {
  if (row.values.length === 0) return null;
  const values = byCount(row.values, count, window);
  return values ? { values, cutOff: 0 } : cutRow(row, count, window);
}

/** The window that at least three in five of the rows with a settled count share; null where there is none. */
export function valueWindow(rows: readonly TableRow[], count: number): ValueWindow | null {
  const tally = new Map<string, { window: ValueWindow; rows: number }>();
  let settled = 0;
  for (const row of rows) {
    if (row.mode === 'stream') continue;
    const values = byCount(row.values, count, null);
    if (!values || values.every(isBlank)) continue;
    settled += 1;
    const window = { first: values[0]!.at, last: values.at(-1)!.at };
    const key = `${window.first} ${window.last}`;
    const entry = tally.get(key) ?? { window, rows: 0 };
    tally.set(key, { window, rows: entry.rows + 1 });
  }
  const best = [...tally.values()].sort((a, b) => b.rows - a.rows)[0];
  return best && best.rows * 5 >= settled * 3 ? best.window : null;
}
