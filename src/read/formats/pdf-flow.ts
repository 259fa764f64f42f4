import { fillFrame, runsWithin, type PdfCell, type PdfTable } from './pdf-cells.ts';
import { framesOf } from './pdf-frames.ts';
import { visualLines, type VisualLine } from './pdf-lines.ts';
import { marginLines, type PageLines } from './pdf-margins.ts';
import type { PdfPage } from './pdf-pages.ts';
import { pageRuns, uprightPage, type Run } from './pdf-runs.ts';

/** What follows one another in a document: lines, and tables over as many pages as they take. */
export type FlowItem =
  | { readonly kind: 'line'; readonly line: VisualLine; readonly page: number }
  | { readonly kind: 'table'; readonly rows: readonly (readonly PdfCell[])[] };

const SAME_EDGE = 5;

interface PageParts extends PageLines {
  readonly tables: readonly PdfTable[];
}

function partsOf(page: PdfPage): PageParts {
  const upright = uprightPage(page);
  let rest: readonly Run[] = pageRuns(upright);
  const tables: PdfTable[] = [];
  for (const frame of framesOf(upright.rules)) {
    const { inside, outside } = runsWithin(frame, rest);
    if (inside.length === 0) continue;
    tables.push(fillFrame(frame, inside));
    rest = outside;
  }
  const level = rest.filter(({ isVertical }) => !isVertical);
  const turned = rest.filter(({ isVertical }) => isVertical).map((run) => ({ ...run, runs: [run] }));
  const lines = [...visualLines(level), ...turned].sort((a, b) => a.top - b.top);
  return { height: upright.height, lines, tables: tables.sort((a, b) => a.top - b.top) };
}

/** The place in `edges` that is this one; where none is near, the last before it. */
const placeOf = (edges: readonly number[], at: number): number => edges.findLastIndex((edge) => edge <= at + SAME_EDGE);

/** Edges of both tables' columns, those that are the same once. */
function unitedEdges(first: readonly number[], second: readonly number[]): number[] {
  const added = second.filter((edge) => first.every((other) => Math.abs(other - edge) > SAME_EDGE));
  return [...first, ...added].sort((a, b) => a - b);
}

const onEdges = (rows: PdfTable['rows'], from: readonly number[], to: readonly number[]): PdfCell[][] =>
  rows.map((row) =>
    row.map((cell) => {
      const column = placeOf(to, from[cell.column]!);
      return { ...cell, column, columns: placeOf(to, from[cell.column + cell.columns]!) - column };
    }),
  );

const wordsOf = (row: readonly PdfCell[]): string => row.map(({ text }) => text).join('\t');

/** How many rows at the head of a table's next part only say again what its first rows say. */
function repeatedRows(first: PdfTable['rows'], second: PdfTable['rows']): number {
  const isSame = (row: readonly PdfCell[], index: number) =>
    first[index] !== undefined && wordsOf(row) === wordsOf(first[index]) && row.every(({ text }) => !/^\d/.test(text));
  const end = second.findIndex((row, index) => !isSame(row, index));
  return end === -1 ? 0 : end;
}

/** Two parts of one table that a page break parts; null where their sides do not stand alike. */
function united(first: PdfTable, second: PdfTable): PdfTable | null {
  const isAlike = (side: 'left' | 'right') => Math.abs(first[side] - second[side]) <= SAME_EDGE;
  if (!isAlike('left') || !isAlike('right')) return null;
  const xs = unitedEdges(first.xs, second.xs);
  const further = second.rows.slice(repeatedRows(first.rows, second.rows));
  const rows = [...onEdges(first.rows, first.xs, xs), ...onEdges(further, second.xs, xs)];
  return { ...first, xs, rows };
}

/** A document's lines and tables in reading order, without what belongs to its pages alone. */
export function documentFlow(pages: readonly PdfPage[]): FlowItem[] {
  const parts = pages.map(partsOf);
  const margins = marginLines(parts);
  const flow: (FlowItem | { readonly kind: 'table'; readonly table: PdfTable })[] = [];
  parts.forEach(({ lines, tables }, page) => {
    const kept = lines.filter((line) => !margins.has(line)).map((line) => ({ top: line.top, line }));
    const items = [...kept, ...tables.map((table) => ({ top: table.top, table }))].sort((a, b) => a.top - b.top);
    items.forEach((item, index) => {
      if ('line' in item) {
        flow.push({ kind: 'line', line: item.line, page });
        return;
      }
      const before = flow.at(-1);
      const whole = index === 0 && before && 'table' in before ? united(before.table, item.table) : null;
      if (whole) flow[flow.length - 1] = { kind: 'table', table: whole };
      else flow.push({ kind: 'table', table: item.table });
    });
  });
  return flow.map((item) => ('table' in item ? { kind: 'table', rows: item.table.rows } : item));
}
