import {
  columnMeaning,
  distinctHeaders,
  mappedListColumn,
  meantCell,
  proposeColumn,
  type ColumnMapping,
} from './column-mapping.ts';
import type { CsvRecord } from './csv.ts';
import type { Sheet, SheetMerge } from './formats/workbook.ts';
import type { ListPlace } from './list-place.ts';
import { hasBodies, isMostlyNumbers } from './list-values.ts';

/** A table of many bodies in a sheet: its lines as records, the header first, and what it lacks to be read. */
export interface SheetList {
  readonly format: 'csv-wide' | 'csv-long';
  readonly missing: readonly ('body' | 'year')[];
  readonly records: readonly CsvRecord[];
  readonly place: ListPlace;
}

const HEADER_WITHIN = 10;
const DEEPEST_HEADER = 4;
const FEWEST_FIGURES = 3;
const FEWEST_COLUMNS = 3;
const LINES_LOOKED_AT = 60;

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
    if (text !== '' && parts.at(-1) !== text) parts.push(text.replace(/\s+/g, ' '));
  }
  return parts.join(' ');
}

type ListKind = Pick<SheetList, 'format' | 'missing'>;

function kindOf(headers: readonly string[], mapping: ColumnMapping, isTable: boolean): ListKind | null {
  const columns = new Set(headers.map((header) => mappedListColumn(header, mapping)));
  const said = headers.filter((header) => meantCell(columnMeaning(header, mapping) ?? '') !== null);
  const figures = headers.filter(
    (header) => meantCell(columnMeaning(header, mapping) ?? proposeColumn(header).means ?? '') !== null,
  );
  const isLong = columns.has('measure') && columns.has('value');
  const hasYear = columns.has('year') || mapping.year !== null;
  // A person's word for a column is enough; otherwise labels of the form stand at the head of its own tables too.
  const isSaid = mapping.columns.size > 0 && columns.has('body') && hasYear && said.length > 0;
  const isKnown = (columns.has('body') || columns.has('year')) && (isLong || figures.length >= FEWEST_FIGURES);
  if (!isSaid && !isKnown && !isTable) return null;
  const missing = [...(columns.has('body') ? [] : ['body' as const]), ...(hasYear ? [] : ['year' as const])];
  return { format: isLong ? 'csv-long' : 'csv-wide', missing };
}

/** Whether the lines under a header are those of a table of bodies, by what stands in them: names of bodies and numbers. */
function isTableOfBodies(headers: readonly string[], lines: readonly (readonly string[])[]): boolean {
  if (headers.filter((header) => !header.startsWith('#')).length < FEWEST_COLUMNS) return false;
  const valuesOf = (index: number) => lines.map((line) => line[index] ?? '').filter((text) => text !== '');
  const columns = headers.map((_, index) => valuesOf(index));
  return columns.some(hasBodies) && columns.some(isMostlyNumbers);
}

/**
 * Finds a table of many bodies in a sheet: a header within its first rows that names bodies or years and at least three
 * cells of the form, or that has names of bodies and numbers under it whatever it says, and a line for each body-year or
 * figure under it. Null for any other sheet, such as a form.
 */
export function findSheetList(sheet: Sheet, mapping: ColumnMapping): SheetList | null {
  const texts = textsOf(sheet);
  const columns = [...new Set(sheet.cells.map(({ column }) => column))].sort((a, b) => a - b);
  for (const top of [...texts.keys()].slice(0, HEADER_WITHIN)) {
    const starting = sheet.merges.filter((merge) => merge.top === top);
    const bottom = Math.min(top + DEEPEST_HEADER, Math.max(top, ...starting.map((merge) => merge.bottom)));
    const place = { sheet: sheet.name, columns };
    const headers = distinctHeaders(
      columns.map((column) => headerOf(texts, sheet.merges, top, bottom, column)),
      place,
    );
    const lines = [...texts].filter(([row]) => row > bottom);
    const looked = lines.slice(0, LINES_LOOKED_AT).map(([, cells]) => columns.map((column) => cells.get(column) ?? ''));
    const isHeader = headers.every((header) => Number.isNaN(Number(header.replace(/ ?#[A-Z]+$/, '') || NaN)));
    const kind = isHeader ? kindOf(headers, mapping, isTableOfBodies(headers, looked)) : null;
    if (!kind) continue;
    const said = new Set(columns.filter((_, index) => mappedListColumn(headers[index]!, mapping) !== null));
    const records = lines.map(([row, cells]): CsvRecord => {
      const fields = columns.map((column) => {
        // A body or year merged over its lines is said of each; a figure merged over several belongs to none.
        const merge = said.has(column) ? mergeAt(sheet.merges, row, column) : undefined;
        return (merge ? texts.get(merge.top)?.get(merge.left) : cells.get(column)) ?? '';
      });
      return { line: row + 1, fields };
    });
    return { ...kind, records: [{ line: top + 1, fields: headers }, ...records], place };
  }
  return null;
}
