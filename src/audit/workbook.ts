import type { Language } from './place-text.ts';
import type { WorklistRows } from './worklist-gathering.ts';
import { WORKLIST_COLUMNS, worklistHead, type SheetRow } from './worklist-rows.ts';
import { worklistWords } from './worklist-words.ts';

/** All rows of a worklist, without headings, and what it is. */
export interface WorklistSheets extends WorklistRows {
  readonly about: readonly SheetRow[];
}

// The longest text that the format allows in a field.
const LONGEST = 32_767;
const cut = (row: SheetRow) =>
  row.map((field) => (typeof field === 'string' && field.length > LONGEST ? `${field.slice(0, LONGEST - 1)}…` : field));

const WIDE = 48;
const NARROW = 14;
const WIDE_COLUMNS: ReadonlySet<string> = new Set([
  'finding',
  'labels',
  'said',
  'lacking',
  'explanation',
  'basis',
  'source',
  'label',
  'document',
  'address',
]);

/** A worklist as a spreadsheet (.xlsx): its findings, their arithmetic, the reports they come from, and what it is. */
export async function worklistWorkbook(sheets: WorklistSheets, language: Language): Promise<Uint8Array<ArrayBuffer>> {
  // Every other command would load the library for nothing.
  const { utils, write } = await import('@e965/xlsx');
  const words = worklistWords(language);
  const book = utils.book_new();
  for (const name of ['findings', 'arithmetic', 'sources'] as const) {
    const columns: readonly string[] = WORKLIST_COLUMNS[name];
    const sheet = utils.aoa_to_sheet([worklistHead(name, language), ...sheets[name]].map(cut), { dense: true });
    sheet['!cols'] = columns.map((column) => ({ wch: WIDE_COLUMNS.has(column) ? WIDE : NARROW }));
    const corner = utils.encode_cell({ r: sheets[name].length, c: columns.length - 1 });
    sheet['!autofilter'] = { ref: `A1:${corner}` };
    utils.book_append_sheet(book, sheet, words.sheets[name]);
  }
  const about = utils.aoa_to_sheet(sheets.about.map(cut), { dense: true });
  about['!cols'] = [{ wch: NARROW }, { wch: NARROW }, ...Array.from({ length: 3 }, () => ({ wch: WIDE }))];
  utils.book_append_sheet(book, about, words.sheets.about);
  const made = write(book, { type: 'array', bookType: 'xlsx', compression: true, bookSST: true }) as ArrayBuffer;
  return new Uint8Array(made);
}
