import type { ColumnMapping } from './column-mapping.ts';
import { readLongList, readWideList } from './figures-csv.ts';
import type { ListedReport } from './figures-draft.ts';
import type { Sheet } from './formats/workbook.ts';
import { listProblem, type ListProblem } from './list-trouble.ts';
import { findSheetList } from './sheet-list.ts';

/**
 * The body-years of a spreadsheet whose sheets hold tables of many bodies, and what in them cannot be used; null where no
 * sheet is such a table with a body and a year for each line.
 */
export function readFigureSheets(
  sheets: readonly Sheet[],
  mapping: ColumnMapping,
): AsyncGenerator<ListedReport | ListProblem> | null {
  const found = sheets.map((sheet) => ({ sheet, list: findSheetList(sheet, mapping) }));
  if (!found.some(({ list }) => list?.missing.length === 0)) return null;
  async function* read() {
    for (const { sheet, list } of found) {
      if (!list || list.missing.length > 0) {
        if (sheet.cells.length > 0)
          yield listProblem(1, { what: 'sheet-left', name: sheet.name }, undefined, sheet.name);
      } else {
        const read = list.format === 'csv-long' ? readLongList : readWideList;
        yield* read(list.records, mapping, list.place);
      }
    }
  }
  return read();
}
