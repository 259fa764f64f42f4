import { CsvError, csvRecords } from '../csv.ts';
import { NO_MAPPING } from '../column-mapping.ts';
import { ReadFailure } from '../failure.ts';
import { DocumentLines } from '../document-lines.ts';
import { findSheetList } from '../sheet-list.ts';
import { scanTables } from '../tables.ts';
import { shortenRuns } from './decode.ts';
import type { OpenedDocument } from './document.ts';
import { readHtmlLayout } from './html-layout.ts';
import { sheetMarkup } from './sheet-markup.ts';
import type { Sheet, SheetCell } from './workbook.ts';

/** Tables of the form that a sheet holds, by their numbers. */
function tablesOf(markup: string): number[] {
  const layout = readHtmlLayout(markup);
  const found = scanTables(layout, new DocumentLines(layout.text));
  return [found.publication.length > 0, found.requests.length > 0, found.disputes.length > 0].flatMap((is, index) =>
    is ? [index + 2] : [],
  );
}

/**
 * Opens a spreadsheet whose sheets are laid out as one report. Throws a ReadFailure where they hold several reports, which
 * nobody could tell apart afterwards.
 */
export function openSheets(sheets: readonly Sheet[], name: string): OpenedDocument {
  const list = sheets.map((sheet) => findSheetList(sheet, NO_MAPPING)).find((found) => found !== null);
  if (list) throw new ReadFailure({ what: 'list', missing: list.missing });
  const markups = sheets.map((sheet) => shortenRuns(sheetMarkup(sheet)));
  if (markups.length > 1) {
    const tables = markups.flatMap(tablesOf);
    if (new Set(tables).size < tables.length) throw new ReadFailure({ what: 'several-reports' });
  }
  const layout = readHtmlLayout(markups.join(''));
  if (layout.text.trim() === '') throw new ReadFailure({ what: 'empty' });
  return { format: 'xlsx', name, layout, charset: null, isTorn: false };
}

/**
 * A text of comma-separated values as a sheet: what spreadsheets save, without merged cells. Rejects with a ReadFailure where
 * a quotation mark is never closed.
 */
export async function csvSheet(text: string): Promise<Sheet> {
  const cells: SheetCell[] = [];
  const ends = new Map<number, number>();
  let row = -1;
  try {
    for await (const { line, fields } of csvRecords([text])) {
      // Empty lines part tables; a line of several lines is one row.
      row = Math.max(row + 1, line - 1);
      ends.set(row, fields.length - 1);
      fields.forEach((field, column) => {
        if (field.trim() !== '') cells.push({ row, column, text: field.trim() });
      });
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const reason = `line ${error.line}, ${error.message}`;
    throw new ReadFailure({ what: 'damaged', format: 'csv', reason }, { cause: error });
  }
  return { name: '', cells, ends, isPadded: true, merges: [], hiddenRows: new Set(), hiddenColumns: new Set() };
}
