import { LIST_COLUMNS } from './figures-format.ts';
import { columnMeaning, mappedListColumn, proposeColumn, type ColumnMapping } from './column-mapping.ts';
import type { CsvRecord } from './csv.ts';
import type { Sheet, SheetMerge } from './formats/workbook.ts';

/** A table of many bodies in a sheet: its lines as records, the header first, or what it lacks to be read. */
export interface SheetList {
  readonly format: 'csv-wide' | 'csv-long';
  readonly missing: readonly ('body' | 'year')[];
  readonly records: readonly CsvRecord[];
}

const HEADER_WITHIN = 10;
const DEEPEST_HEADER = 4;
const FEWEST_FIGURES = 3;
const SUMS = /^(?:合计|总计|小计|共计|平均)$/;

type Texts = ReadonlyMap<number, ReadonlyMap<number, string>>;

function textsOf(sheet: Sheet): Texts {
  const rows = new Map<number, Map<number, string>>();
  for (const { row, column, text } of sheet.cells) {
    const texts = rows.get(row) ?? new Map<number, string>();
    texts.set(column, text);
    rows.set(row, texts);
  }
  return rows;
}

const mergeAt = (merges: readonly SheetMerge[], row: number, column: number): SheetMerge | undefined =>
  merges.find(({ top, left, bottom, right }) => top <= row && bottom >= row && left <= column && right >= column);

/** The header of a column over all rows of a header: groups of columns stand merged above their columns. */
function headerOf(texts: Texts, merges: readonly SheetMerge[], top: number, bottom: number, column: number): string {
  const parts: string[] = [];
  for (let row = top; row <= bottom; row += 1) {
    const merge = mergeAt(merges, row, column);
    const text = texts.get(merge?.top ?? row)?.get(merge?.left ?? column) ?? '';
    if (text !== '' && parts.at(-1) !== text) parts.push(text);
  }
  return parts.join(' ');
}

function kindOf(headers: readonly string[], mapping: ColumnMapping): Pick<SheetList, 'format' | 'missing'> | null {
  const columns = new Set(headers.map((header) => mappedListColumn(header, mapping)));
  const figures = headers.filter((header) => {
    const means = columnMeaning(header, mapping) ?? proposeColumn(header).means;
    return means !== null && !(means in LIST_COLUMNS);
  });
  const isLong = columns.has('measure') && columns.has('value');
  if (!isLong && figures.length < FEWEST_FIGURES) return null;
  const hasYear = columns.has('year') || mapping.year !== null;
  // Labels of the form alone stand at the head of its own tables too.
  if (!columns.has('body') && !columns.has('year')) return null;
  const missing = [...(columns.has('body') ? [] : ['body' as const]), ...(hasYear ? [] : ['year' as const])];
  return { format: isLong ? 'csv-long' : 'csv-wide', missing };
}

/**
 * Finds a table of many bodies in a sheet: a header within its first rows that names bodies or years and at least three
 * cells of the form, and a line for each body-year or figure under it. Null for any other sheet, such as a form.
 */
export function findSheetList(sheet: Sheet, mapping: ColumnMapping): SheetList | null {
  const texts = textsOf(sheet);
  const columns = [...new Set(sheet.cells.map(({ column }) => column))].sort((a, b) => a - b);
  for (const top of [...texts.keys()].slice(0, HEADER_WITHIN)) {
    const starting = sheet.merges.filter((merge) => merge.top === top);
    const bottom = Math.min(top + DEEPEST_HEADER, Math.max(top, ...starting.map((merge) => merge.bottom)));
    const headers = columns.map((column) => headerOf(texts, sheet.merges, top, bottom, column));
    const kind = kindOf(headers, mapping);
    if (!kind) continue;
    const said = new Set(columns.filter((_, index) => mappedListColumn(headers[index]!, mapping) !== null));
    const bodyColumn = columns.find((_, index) => mappedListColumn(headers[index]!, mapping) === 'body');
    const lines = [...texts].filter(([row]) => row > bottom);
    const records = lines.map(([row, cells]): CsvRecord => {
      const fields = columns.map((column) => {
        // A body or year merged over its lines is said of each; a figure merged over several belongs to none.
        const merge = said.has(column) ? mergeAt(sheet.merges, row, column) : undefined;
        const text = (merge ? texts.get(merge.top)?.get(merge.left) : cells.get(column)) ?? '';
        return column === bodyColumn && SUMS.test(text.replace(/\s/g, '')) ? '' : text;
      });
      return { line: row + 1, fields };
    });
    return { ...kind, records: [{ line: top + 1, fields: headers }, ...records] };
  }
  return null;
}
