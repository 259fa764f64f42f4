import type { Frame } from './frame.ts';
import { widestText, wrapText } from './text-width.ts';

/** One value of a heat table. Blank is never zero: where `value` is null, `gap` says why in the reader's language. */
export interface HeatCell {
  readonly value: number | null;
  /** How deep its shade is, from 0 to 1. */
  readonly shade: number;
  /** The value on the drawing, short. */
  readonly label: string;
  /** The value in full, its counts and what else is said of it. */
  readonly lines: readonly string[];
  readonly gap: string | null;
  /** Whether a person corrected a figure in it. */
  readonly amended: boolean;
}

/** One row of a heat table, with a cell for each column. */
export interface HeatRow {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly HeatCell[];
}

/** One column of a heat table. */
export interface HeatColumn {
  readonly key: string;
  /** Short, over the column. */
  readonly label: string;
  /** In full, as tips and names say it. */
  readonly name: string;
}

/** Where the cells of a heat table lie, in pixels; on a narrow page a row's name stands above its cells. */
export interface HeatLayout {
  readonly frame: Omit<Frame, 'hatch'>;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly rowHeight: number;
  readonly nameWidth: number;
  /** The lines over each column. */
  readonly heads: readonly (readonly string[])[];
  /** Top of the row's cells. */
  readonly rowsAt: readonly number[];
  readonly isNarrow: boolean;
}

const NARROW = 620;
const HEAD = 10;
const HEAD_LINE = 14;
const MOST_LINES = 3;
const CELL = 26;
const NAME_LINE = 18;
const GAP = 2;
/** A cell wider than this only draws the eye along the row. */
const WIDEST = 110;

/** Lays out a heat table of a width in pixels. */
export function heatLayout(rows: readonly HeatRow[], columns: readonly HeatColumn[], width: number): HeatLayout {
  const isNarrow = width < NARROW;
  const names =
    widestText(
      rows.map(({ name }) => name),
      13,
      600,
    ) + 12;
  const nameWidth = isNarrow ? width : Math.min(names, width * 0.32);
  const left = isNarrow ? 0 : nameWidth;
  const cellWidth = Math.min(WIDEST, (width - left) / Math.max(1, columns.length));
  const rowHeight = isNarrow ? CELL + NAME_LINE + GAP : CELL + GAP;
  const heads = columns.map(({ label }) => wrapText(label, cellWidth - 6, 12, MOST_LINES, 600));
  const top = HEAD + HEAD_LINE * heads.reduce((most, lines) => Math.max(most, lines.length), 1);
  const bottom = top + rows.length * rowHeight;
  const right = left + cellWidth * columns.length;
  const x = (column: number) => left + column * cellWidth;
  const rowsAt = rows.map((_, index) => top + index * rowHeight + (isNarrow ? NAME_LINE : 0));
  return {
    frame: { width, height: bottom, left, right, top, bottom, x, y: (row) => rowsAt[row] ?? 0 },
    ...{ cellWidth, cellHeight: CELL, rowHeight, nameWidth, heads, rowsAt, isNarrow },
  };
}
