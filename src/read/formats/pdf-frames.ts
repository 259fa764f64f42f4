import type { PdfRule } from './pdf-pages.ts';
import type { Box } from './pdf-runs.ts';

/** Base cells of a table that are one cell, since no rule runs between them. */
export interface Region {
  readonly column: number;
  readonly columns: number;
  readonly row: number;
  readonly rows: number;
  /** It lies at a side of the table where other rows have a rule and its own have none: there may be no cell. */
  readonly isOpen: boolean;
}

/** A table as its rules divide it. */
export interface Frame {
  /** Edges of its columns, from left to right, one more than there are columns. */
  readonly xs: readonly number[];
  /** Edges of its rows, from the top down. */
  readonly ys: readonly number[];
  /** Its cells in reading order. */
  readonly regions: readonly Region[];
}

/** A rule that runs from `from` to `to` at the height (or, upright, at the distance from the left) `at`. */
interface Segment {
  at: number;
  from: number;
  to: number;
}

// Lines closer than this are one: double lines, and cells that draw their own sides.
const SAME_LINE = 3.5;
const GAP = 3.5;
const REACH = 3.5;
const MOST_SEGMENTS = 1500;
const MOST_CELLS = 20_000;
const SMALLEST_SIDE = 5;
// So much of a cell's side has a rule where there is a wall.
const WALL = 0.6;

/** Rules on one line, joined where they touch or overlap. */
function joined(segments: Segment[]): Segment[] {
  const lines: Segment[][] = [];
  for (const segment of segments.sort((a, b) => a.at - b.at)) {
    const line = lines.at(-1);
    if (line && segment.at - line[0]!.at <= SAME_LINE) line.push(segment);
    else lines.push([segment]);
  }
  return lines.flatMap((line) => {
    const at = line.reduce((sum, segment) => sum + segment.at, 0) / line.length;
    const whole: Segment[] = [];
    for (const { from, to } of line.sort((a, b) => a.from - b.from)) {
      const last = whole.at(-1);
      if (last && from - last.to <= GAP) last.to = Math.max(last.to, to);
      else whole.push({ at, from, to });
    }
    return whole;
  });
}

/** Sorts rules into tables: those that touch one another belong together. */
function components(across: readonly Segment[], upright: readonly Segment[]): [Segment[], Segment[]][] {
  const owner = [...across, ...upright].map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (owner[root] !== root) root = owner[root]!;
    owner[index] = root;
    return root;
  };
  across.forEach((level, index) => {
    upright.forEach((side, other) => {
      const touches =
        side.at >= level.from - REACH &&
        side.at <= level.to + REACH &&
        level.at >= side.from - REACH &&
        level.at <= side.to + REACH;
      if (touches) owner[find(index)] = find(across.length + other);
    });
  });
  const groups = new Map<number, [Segment[], Segment[]]>();
  const put = (segment: Segment, index: number, side: 0 | 1) => {
    const root = find(index);
    const group = groups.get(root) ?? [[], []];
    group[side].push(segment);
    groups.set(root, group);
  };
  across.forEach((segment, index) => put(segment, index, 0));
  upright.forEach((segment, index) => put(segment, across.length + index, 1));
  return [...groups.values()];
}

/** Where lines of a table stand; where rules of the other kind reach beyond the outermost, the table is open there. */
function edges(lines: readonly Segment[], others: readonly Segment[]): number[] {
  const at = [...new Set(lines.map((line) => line.at))].sort((a, b) => a - b);
  const from = Math.min(...others.map((other) => other.from));
  const to = Math.max(...others.map((other) => other.to));
  if (at.length === 0 || from < at[0]! - SMALLEST_SIDE) at.unshift(from);
  if (to > at.at(-1)! + SMALLEST_SIDE) at.push(to);
  return at.filter((edge, index) => index === 0 || edge - at[index - 1]! > SAME_LINE);
}

function covered(lines: readonly Segment[], at: number, from: number, to: number): boolean {
  let length = 0;
  for (const line of lines) {
    if (Math.abs(line.at - at) <= SAME_LINE) length += Math.max(0, Math.min(line.to, to) - Math.max(line.from, from));
  }
  return length >= (to - from) * WALL;
}

/** Rows that have no rule at this side of the table; none where most rows have none, since the table is open there. */
function openRows(side: number, ys: readonly number[], upright: readonly Segment[]): ReadonlySet<number> {
  const rows = ys.slice(1).map((_, row) => row);
  const open = rows.filter((row) => !covered(upright, side, ys[row]!, ys[row + 1]!));
  return new Set(open.length * 2 > rows.length ? [] : open);
}

/** The cells that a table's rules leave: base cells without a wall between them are one. */
function regionsOf(xs: readonly number[], ys: readonly number[], across: Segment[], upright: Segment[]): Region[] {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const owner = Array.from({ length: columns * rows }, (_, index) => index);
  const find = (index: number): number => (owner[index] === index ? index : (owner[index] = find(owner[index]!)));
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const cell = row * columns + column;
      const [left, right, top, bottom] = [xs[column]!, xs[column + 1]!, ys[row]!, ys[row + 1]!];
      if (column + 1 < columns && !covered(upright, right, top, bottom)) owner[find(cell + 1)] = find(cell);
      if (row + 1 < rows && !covered(across, bottom, left, right)) owner[find(cell + columns)] = find(cell);
    }
  }
  const members = new Map<number, number[]>();
  owner.forEach((_, index) => {
    const cells = members.get(find(index));
    if (cells) cells.push(index);
    else members.set(find(index), [index]);
  });
  const [openLeft, openRight] = [xs[0]!, xs.at(-1)!].map((side) => openRows(side, ys, upright));
  const withSides = (region: Omit<Region, 'isOpen'>): Region => {
    const isOpenIn = (open: ReadonlySet<number>) =>
      Array.from({ length: region.rows }, (_, index) => region.row + index).every((row) => open.has(row));
    const isLast = region.column + region.columns === columns;
    return { ...region, isOpen: (region.column === 0 && isOpenIn(openLeft!)) || (isLast && isOpenIn(openRight!)) };
  };
  const regions = [...members.values()].flatMap((cells): Omit<Region, 'isOpen'>[] => {
    const [first, last] = [cells[0]!, cells.at(-1)!];
    const column = cells.reduce((least, cell) => Math.min(least, cell % columns), columns);
    const lastColumn = cells.reduce((most, cell) => Math.max(most, cell % columns), 0);
    const row = Math.floor(first / columns);
    const whole = { column, columns: lastColumn - column + 1, row, rows: Math.floor(last / columns) - row + 1 };
    // A cell that is no rectangle lost one of its rules: its parts stand by themselves.
    return whole.columns * whole.rows === cells.length
      ? [whole]
      : cells.map((cell) => ({ column: cell % columns, columns: 1, row: Math.floor(cell / columns), rows: 1 }));
  });
  return regions.map(withSides).sort((a, b) => a.row - b.row || a.column - b.column);
}

/** The tables that a page's rules draw; a single box around text is none. */
export function framesOf(rules: readonly PdfRule[]): Frame[] {
  const across = joined(
    rules.filter(({ y1, y2 }) => y1 === y2).map(({ x1, x2, y1 }) => ({ at: y1, from: x1, to: x2 })),
  );
  const upright = joined(
    rules.filter(({ x1, x2 }) => x1 === x2).map(({ x1, y1, y2 }) => ({ at: x1, from: y1, to: y2 })),
  );
  if (across.length > MOST_SEGMENTS || upright.length > MOST_SEGMENTS) return [];
  return components(across, upright).flatMap(([levels, sides]) => {
    if (levels.length === 0 || sides.length === 0) return [];
    const xs = edges(sides, levels);
    const ys = edges(levels, sides);
    const cells = (xs.length - 1) * (ys.length - 1);
    if (cells < 2 || cells > MOST_CELLS) return [];
    return [{ xs, ys, regions: regionsOf(xs, ys, levels, sides) }];
  });
}

/** The box that a table's rules enclose. */
export const frameBox = ({ xs, ys }: Frame): Box => ({
  left: xs[0]!,
  right: xs.at(-1)!,
  top: ys[0]!,
  bottom: ys.at(-1)!,
});
