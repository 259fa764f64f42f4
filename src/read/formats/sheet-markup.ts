import { ReadFailure } from '../failure.ts';
import { sectionHeading } from '../sections.ts';
import { MOST_CELLS } from './limits.ts';
import type { Sheet, SheetCell, SheetMerge } from './workbook.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replace(/\r?\n/g, '<br>');

interface Row {
  readonly number: number;
  readonly cells: readonly SheetCell[];
}

const LONG_LINE = 40;
// A form has some sixty; each is looked at for every row.
const MOST_MERGES = 5_000;

const tooManyCells = () => new ReadFailure({ what: 'too-much', of: 'cells', limit: MOST_CELLS });

/** A row with one text alone that is a line of the report: a heading, a sentence, a note under a table. */
function isLine({ cells }: Row): boolean {
  const [only] = cells;
  if (!only || cells.length > 1) return false;
  const { text } = only;
  return sectionHeading(text) !== null || text.length > LONG_LINE || /[。；]|^[（(]?(?:注|备注|说明)[:：]/.test(text);
}

function rowsOf(sheet: Sheet): Row[] {
  const rows = new Map<number, SheetCell[]>();
  for (const cell of sheet.cells) {
    if (sheet.hiddenRows.has(cell.row) || sheet.hiddenColumns.has(cell.column)) continue;
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return [...rows].map(([number, cells]) => ({ number, cells }));
}

/** Rows that follow each other, or that a merged cell holds together, are one table. */
function blocksOf(rows: readonly Row[], { merges }: Sheet): Row[][] {
  const blocks: Row[][] = [];
  const tall = merges.filter(({ top, bottom }) => bottom > top);
  for (const row of rows) {
    const block = blocks.at(-1);
    const last = block?.at(-1)?.number ?? -2;
    const isJoined =
      row.number === last + 1 || tall.some(({ top, bottom }) => top <= last && bottom >= row.number && last >= 0);
    if (block && isJoined && !isLine(row) && !isLine(block.at(-1)!)) block.push(row);
    else blocks.push([row]);
  }
  return blocks;
}

function tableMarkup(block: readonly Row[], columns: readonly number[], merges: readonly SheetMerge[]): string {
  const numbers = block.map(({ number }) => number);
  const within = (places: readonly number[], from: number, to: number) =>
    places.filter((place) => place >= from && place <= to).length;
  const rows = block.map(({ number, cells }) => {
    const texts = new Map(cells.map(({ column, text }) => [column, text]));
    const inRow = merges.filter(({ top, bottom }) => top <= number && bottom >= number);
    const markup = columns.map((column) => {
      const merge = inRow.find(({ left, right }) => left <= column && right >= column);
      const text = escaped(texts.get(column) ?? '');
      if (!merge) return `<td>${text}</td>`;
      const isFirst =
        column === columns.find((place) => place >= merge.left) &&
        number === numbers.find((place) => place >= merge.top);
      if (!isFirst) return '';
      const shown = merge.top === number && merge.left === column ? text : '';
      return `<td colspan="${within(columns, merge.left, merge.right)}" rowspan="${within(numbers, merge.top, merge.bottom)}">${shown}</td>`;
    });
    return `<tr>${markup.join('')}</tr>`;
  });
  return `<table>${rows.join('')}</table>`;
}

function blockMarkup(block: readonly Row[], used: readonly number[], sheet: Sheet): string {
  // Titles stand above a table in rows of their own.
  const start = block.findIndex(({ cells }) => cells.length > 1);
  const titles = start === -1 ? block : block.slice(0, start);
  const lines = titles.map(({ cells }) => `<p>${escaped(cells[0]!.text)}</p>`).join('');
  if (start === -1) return lines;
  const rest = block.slice(start);
  const first = rest[0]!.number;
  const last = rest.at(-1)!.number;
  const merges = sheet.merges.filter(({ top, bottom }) => bottom >= first && top <= last);
  const own = rest.flatMap(({ cells }) => cells.map(({ column }) => column));
  const from = Math.min(
    ...merges.map(({ left }) => left),
    own.reduce((least, column) => Math.min(least, column)),
  );
  const to = Math.max(
    ...merges.map(({ right }) => right),
    own.reduce((most, column) => Math.max(most, column)),
  );
  const columns = used.filter((column) => column >= from && column <= to);
  if (columns.length * rest.length > MOST_CELLS) throw tooManyCells();
  return lines + tableMarkup(rest, columns, merges);
}

/**
 * A sheet that is laid out as a report, as markup: titles, headings and sentences as lines, rows that follow each other as
 * tables with their merged cells. What is hidden is left out; columns and rows without any text take no place.
 */
export function sheetMarkup(sheet: Sheet): string {
  if (sheet.merges.length > MOST_MERGES) throw tooManyCells();
  const rows = rowsOf(sheet);
  const used = [...new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)))].sort((a, b) => a - b);
  return blocksOf(rows, sheet)
    .map((block) => blockMarkup(block, used, sheet))
    .join('');
}
