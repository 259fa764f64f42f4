import { ReadFailure } from '../failure.ts';
import { mostCommon } from '../most-common.ts';
import { sectionHeading } from '../sections.ts';
import { MOST_CELLS } from './limits.ts';
import type { Sheet, SheetCell, SheetMerge } from './workbook.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replace(/\r?\n/g, '<br>');

interface Row {
  readonly number: number;
  readonly cells: readonly SheetCell[];
  /** The last column in which the file has a cell of this row, an empty one too. */
  readonly end: number;
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
  return [...rows].map(([number, cells]) => ({ number, cells, end: sheet.ends.get(number) ?? cells.at(-1)!.column }));
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

// A caption or a row of one figure says nothing of where a table ends.
const CELLS_OF_A_FULL_ROW = 3;
// Rows may be formatted to the sheet's edge.
const MOST_BEYOND = 3;

/** A table of a sheet: its rows, the columns it is told in, and the merged cells in it. */
interface Table {
  readonly rows: readonly Row[];
  readonly columns: readonly number[];
  readonly merges: readonly SheetMerge[];
  readonly isPadded: boolean;
}

/**
 * The last column that each row of a table has: that of most full rows, unless it is filled beyond. A row for which the file
 * has fewer or more cells than for most is shorter or longer by as many, since a cell may have been deleted or put in, and
 * the rest drawn after it.
 */
function endsOf({ rows, merges, isPadded }: Table): number[] {
  const covered = rows.map(({ number, cells, end }) =>
    merges
      // A merged cell that the file has no cell for is not there.
      .filter(({ top, bottom, left }) => top <= number && bottom >= number && left <= end)
      .reduce((last, { right }) => Math.max(last, right), cells.at(-1)!.column),
  );
  const present = rows.map(({ end }, at) => Math.max(end, covered[at]!));
  const full = rows.flatMap(({ cells }, at) => (cells.length >= CELLS_OF_A_FULL_ROW ? [at] : []));
  const telling = full.length > 0 ? full : [...rows.keys()];
  const usual = mostCommon(telling.map((at) => covered[at]!))!;
  const usualPresent = mostCommon(telling.map((at) => present[at]!))!;
  return covered.map((last, at) => {
    const surplus = present[at]! - usualPresent;
    return Math.max(last, isPadded && surplus <= 0 ? last : usual + surplus);
  });
}

/** What a merged cell shows; a figure that lies hidden under it is told too, since it may have slipped there. */
function mergedText(merge: SheetMerge, row: number, texts: ReadonlyMap<number, string>): string {
  const shown = merge.top === row ? (texts.get(merge.left) ?? '') : '';
  const hidden = [...texts].filter(
    ([column, text]) => column > merge.left && column <= merge.right && /[\d０-９]/.test(text) && text !== shown,
  );
  return [shown, ...hidden.map(([, text]) => text)].join(' ').trim();
}

function tableMarkup(table: Table): string {
  const { rows, columns, merges } = table;
  const ends = endsOf(table);
  const numbers = rows.map(({ number }) => number);
  const within = (places: readonly number[], from: number, to: number) =>
    places.filter((place) => place >= from && place <= to).length;
  const markup = rows.map(({ number, cells }, at) => {
    const texts = new Map(cells.map(({ column, text }) => [column, text]));
    const inRow = merges.filter(({ top, bottom }) => top <= number && bottom >= number);
    const beyond = Math.min(MOST_BEYOND, Math.max(0, ends[at]! - columns.at(-1)!));
    const own = columns.filter((column) => column <= ends[at]!);
    const cellsOfRow = own.map((column) => {
      const merge = inRow.find(({ left, right }) => left <= column && right >= column);
      if (!merge) return `<td>${escaped(texts.get(column) ?? '')}</td>`;
      const isFirst =
        column === columns.find((place) => place >= merge.left) &&
        number === numbers.find((place) => place >= merge.top);
      if (!isFirst) return '';
      const text = escaped(mergedText(merge, number, texts));
      return `<td colspan="${within(columns, merge.left, merge.right)}" rowspan="${within(numbers, merge.top, merge.bottom)}">${text}</td>`;
    });
    return `<tr>${cellsOfRow.join('')}${'<td></td>'.repeat(beyond)}</tr>`;
  });
  return `<table>${markup.join('')}</table>`;
}

function blockMarkup(block: readonly Row[], used: readonly number[], sheet: Sheet): string {
  // Titles stand above a table in rows of their own.
  const start = block.findIndex(({ cells }) => cells.length > 1);
  const titles = start === -1 ? block : block.slice(0, start);
  const lines = titles.map(({ cells }) => `<p>${escaped(cells[0]!.text)}</p>`).join('');
  if (start === -1) return lines;
  const rows = block.slice(start);
  const first = rows[0]!.number;
  const last = rows.at(-1)!.number;
  const merges = sheet.merges.filter(({ top, bottom }) => bottom >= first && top <= last);
  const own = rows.flatMap(({ cells }) => cells.map(({ column }) => column));
  const to = Math.max(
    ...merges.map(({ right }) => right),
    own.reduce((most, column) => Math.max(most, column)),
  );
  // Counted from the sheet's edge: parts of a table that was broken in two keep their columns.
  const columns = used.filter((column) => column <= to);
  if (columns.length * rows.length > MOST_CELLS) throw tooManyCells();
  return lines + tableMarkup({ rows, columns, merges, isPadded: sheet.isPadded });
}

/**
 * A sheet that is laid out as a report, as markup: titles, headings and sentences as lines, rows that follow each other as
 * tables with their merged cells. What is hidden is left out; columns and rows without any text take no place.
 */
export function sheetMarkup(sheet: Sheet): string {
  if (sheet.merges.length > MOST_MERGES || sheet.cells.length > MOST_CELLS) throw tooManyCells();
  const rows = rowsOf(sheet);
  const used = [...new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)))].sort((a, b) => a - b);
  return blocksOf(rows, sheet)
    .map((block) => blockMarkup(block, used, sheet))
    .join('');
}
