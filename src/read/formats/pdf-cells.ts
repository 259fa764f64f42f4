import { frameBox, type Frame, type Region } from './pdf-frames.ts';
import { joinBroken, lineText, visualLines } from './pdf-lines.ts';
import { centreX, centreY, characterEnds, type Box, type Run } from './pdf-runs.ts';

/** A cell of a table with the text that stands in it. */
export interface PdfCell extends Region {
  readonly text: string;
}

/** A table of one page: the edges of its columns and its rows of cells; a merged cell stands in its first row. */
export interface PdfTable extends Box {
  readonly xs: readonly number[];
  readonly rows: readonly (readonly PdfCell[])[];
}

const FIGURE = /^[\d０-９]/;
const isFigure = ({ text, isVertical }: Run): boolean => !isVertical && FIGURE.test(text);
// A figure with more than this share of its width beyond a wall may be the next cell's.
const FOREIGN_SHARE = 0.3;
const EDGE = 2;

const indexIn = (edges: readonly number[], at: number): number => {
  const next = edges.findIndex((edge) => at < edge);
  return Math.min(Math.max((next === -1 ? edges.length : next) - 1, 0), edges.length - 2);
};

/** Cuts a level run where a wall of the table stands in one of its spaces. */
function cutAtWalls(run: Run, frame: Frame, regionAt: (row: number, column: number) => number): Run[] {
  if (run.isVertical || !run.text.includes(' ')) return [run];
  const row = indexIn(frame.ys, centreY(run));
  const ends = characterEnds(run);
  const characters = [...run.text];
  const parts: Run[] = [];
  let from = 0;
  for (let at = 1; at <= characters.length; at += 1) {
    if (at < characters.length && characters[at] !== ' ') continue;
    const next = characters.slice(at).findIndex((character) => character !== ' ');
    const follows = next === -1 ? -1 : at + next;
    const columnOf = (index: number) => indexIn(frame.xs, (ends[index]! + (ends[index - 1] ?? run.left)) / 2);
    const isCut = follows !== -1 && regionAt(row, columnOf(at - 1)) !== regionAt(row, columnOf(follows));
    if (follows !== -1 && !isCut) continue;
    parts.push({
      ...run,
      text: characters.slice(from, at).join('').trim(),
      left: from === 0 ? run.left : ends[from - 1]!,
      right: ends[at - 1]!,
    });
    if (follows === -1) break;
    from = follows;
    at = follows;
  }
  return parts.filter(({ text }) => text !== '');
}

/** The text of a cell: lines from the top down, turned or upright runs as one. */
function cellText(runs: readonly Run[]): string {
  const level = runs.filter(({ isVertical }) => !isVertical);
  const upright = runs.filter(({ isVertical }) => isVertical).sort((a, b) => b.left - a.left || a.top - b.top);
  const lines = visualLines(level).map((line) => ({ top: line.top, text: lineText(line, ' ') }));
  const pieces = [...lines, ...upright.map(({ top, text }) => ({ top, text }))].sort((a, b) => a.top - b.top);
  return pieces.reduce((text, piece) => joinBroken(text, piece.text), '');
}

/** Figures in a merged cell that stand in several of its parts: the rule between them is missing, not the wall. */
function standApart(region: Region, runs: readonly Run[], frame: Frame): boolean {
  if (region.columns * region.rows === 1) return false;
  const places = runs
    .filter(isFigure)
    .map((run) => indexIn(frame.ys, centreY(run)) * frame.xs.length + indexIn(frame.xs, centreX(run)));
  return new Set(places).size > 1 && runs.every(isFigure);
}

const parts = ({ column, columns, row, rows, isOpen }: Region): Region[] =>
  Array.from({ length: columns * rows }, (_, index) => ({
    column: column + (index % columns),
    columns: 1,
    row: row + Math.floor(index / columns),
    rows: 1,
    isOpen,
  }));

interface FilledCell extends Region {
  readonly runs: readonly Run[];
}

/** How far a figure of the cell reaches beyond its left and its right wall, as a share of its width. */
function spill({ column, columns, runs }: FilledCell, { xs }: Frame): 'left' | 'right' | null {
  for (const run of runs.filter(isFigure)) {
    const [before, after] = [xs[column]! - run.left, run.right - xs[column + columns]!];
    if (Math.max(before, after) > FOREIGN_SHARE * (run.right - run.left)) return before > after ? 'left' : 'right';
  }
  return null;
}

/** A figure that reaches far into the next cell may belong to either: the two are one cell then, and no column's. */
function spillsJoined(row: readonly FilledCell[], frame: Frame): FilledCell[] {
  const joined: FilledCell[] = [];
  let takesNext = false;
  for (const cell of row) {
    const before = joined.at(-1);
    const side = spill(cell, frame);
    if (before && (takesNext || side === 'left')) {
      const columns = cell.column + cell.columns - before.column;
      joined[joined.length - 1] = { ...before, columns, runs: [...before.runs, ...cell.runs] };
    } else joined.push(cell);
    takesNext = side === 'right';
  }
  return joined;
}

/** Fills a table's cells with the runs that stand in them. */
export function fillFrame(frame: Frame, runs: readonly Run[]): PdfTable {
  const columns = frame.xs.length - 1;
  const owners = new Array<number>(columns * (frame.ys.length - 1)).fill(0);
  const own = (region: Region, index: number) => {
    for (const part of parts(region)) owners[part.row * columns + part.column] = index;
  };
  const regions = [...frame.regions];
  regions.forEach(own);
  const regionAt = (row: number, column: number): number => owners[row * columns + column]!;
  const held = new Map<number, Run[]>();
  const hold = (index: number, run: Run) => {
    const others = held.get(index);
    if (others) others.push(run);
    else held.set(index, [run]);
  };
  for (const run of runs.flatMap((run) => cutAtWalls(run, frame, regionAt))) {
    hold(regionAt(indexIn(frame.ys, centreY(run)), indexIn(frame.xs, centreX(run))), run);
  }
  regions.forEach((region, index) => {
    const inside = held.get(index) ?? [];
    if (!standApart(region, inside, frame)) return;
    held.delete(index);
    const [first, ...rest] = parts(region);
    regions[index] = first!;
    for (const part of rest) own(part, regions.push(part) - 1);
    for (const run of inside) hold(regionAt(indexIn(frame.ys, centreY(run)), indexIn(frame.xs, centreX(run))), run);
  });
  const rows: FilledCell[][] = frame.ys.slice(1).map(() => []);
  regions.forEach((region, index) => rows[region.row]!.push({ ...region, runs: held.get(index) ?? [] }));
  const filled = rows.map((row) =>
    spillsJoined(
      row.sort((a, b) => a.column - b.column),
      frame,
    ),
  );
  const cells = filled.map((row) =>
    row
      .filter(({ isOpen, runs: inside }) => !isOpen || inside.length > 0)
      .map(({ runs: inside, ...region }) => ({ ...region, text: cellText(inside) })),
  );
  return { ...frameBox(frame), xs: frame.xs, rows: cells.filter((row) => row.length > 0) };
}

/** The runs that stand within a table's rules, and all others. */
export function runsWithin(frame: Frame, runs: readonly Run[]): { inside: Run[]; outside: Run[] } {
  const { left, right, top, bottom } = frameBox(frame);
  const inside: Run[] = [];
  const outside: Run[] = [];
  for (const run of runs) {
    const [x, y] = [centreX(run), centreY(run)];
    const isIn = x > left - EDGE && x < right + EDGE && y > top - EDGE && y < bottom + EDGE;
    (isIn ? inside : outside).push(run);
  }
  return { inside, outside };
}
