import type { WorkSheet } from '@e965/xlsx';
import { zipSync } from 'fflate';
import { ReadFailure } from '../failure.ts';
import type { ByteSource } from './byte-source.ts';
import { MOST_CELLS_OF_WORKBOOK, MOST_MARKUP_BYTES } from './limits.ts';
import type { ZipEntry } from './zip-directory.ts';
import { unpackEntry } from './zip-entry.ts';
import { cellText, type StoredCell } from './workbook-cell.ts';

/** A cell of a spreadsheet at its place, with its text as a reader is to take it; an empty cell is not among them. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Cells of a sheet that are shown as one, from its first row and column to its last. */
export interface SheetMerge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A sheet of a spreadsheet, however large it says it is: its filled cells row by row, and its merged cells. */
export interface Sheet {
  readonly name: string;
  readonly cells: readonly SheetCell[];
  /** The last column in which the file has a cell, empty ones too, by row. */
  readonly ends: ReadonlyMap<number, number>;
  /** Empty cells at the end of a row only fill it up, as in CSV files, and stand for no place of a table. */
  readonly isPadded: boolean;
  readonly merges: readonly SheetMerge[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

const RAISED = /(<(?:\w+:)?vertAlign\s[^>]*"(?:super|sub)script"[^]{0,1500}?<(?:\w+:)?t(?:\s[^>]*)?>)([^<]*)/g;

/** Raised characters are marks of notes: they must not become digits of the figure before them. */
const setApart = (xml: string): string => xml.replace(RAISED, '$1\u00a0$2\u00a0');

/** A text that cells share, as the library gives it: where its runs differ in format, it has several or does not tell them. */
interface SharedText {
  readonly t?: string;
  readonly r?: string | readonly { readonly ich: number }[];
}

/**
 * Figures of .xls and .xlsb whose characters differ in format, as a mark of a note does: which of them are raised these
 * formats do not let on. Parts of .xlsx are set apart before they are read.
 */
function mixedFigures(shared: readonly SharedText[]): ReadonlySet<string> {
  const isMixed = ({ r }: SharedText): boolean =>
    r === undefined || (typeof r !== 'string' && (r.length > 1 || (r[0]?.ich ?? 0) > 0));
  return new Set(
    shared.flatMap((text) => (isMixed(text) && /^\s*[\d０-９]/.test(text.t ?? '') ? [text.t!.trim()] : [])),
  );
}

/** Stands beside a figure of which some digits may be a mark. */
const UNSURE = ' \u25a1';

/** Parts that hold neither cells nor their formats: pictures, files inside, macros, settings of printers, caches. */
const NEEDLESS = /(?:^|\/)(?:media|embeddings|printerSettings|pivotCache|theme|docProps)\/|vbaProject/i;

/** The parts of a .xlsx that are needed, unpacked under our limits and packed again as they are. */
export async function trustedWorkbook(source: ByteSource, entries: readonly ZipEntry[]): Promise<Uint8Array> {
  const parts: Record<string, Uint8Array> = {};
  let left = MOST_MARKUP_BYTES;
  for (const entry of entries) {
    if (NEEDLESS.test(entry.name)) continue;
    const bytes = await unpackEntry(source, entry, left, 'xlsx');
    left -= bytes.length;
    const isText = /(?:sharedStrings|sheet\w*)\.xml$/i.test(entry.name);
    parts[entry.name] = isText ? new TextEncoder().encode(setApart(new TextDecoder().decode(bytes))) : bytes;
  }
  return zipSync(parts, { level: 0 });
}

/**
 * The visible sheets of a spreadsheet (.xlsx, .xlsb, .xls), with results of formulas as they were saved: nothing is
 * calculated. Rejects with a ReadFailure where it is damaged, closed by a password or larger than any list of figures.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Sheet[]> {
  const library = await import('@e965/xlsx');
  const { read, utils } = library;
  const isDate = (library.SSF as { readonly is_date: (format: string) => boolean }).is_date;
  let book: ReturnType<typeof read>;
  try {
    book = read(bytes, {
      type: 'array',
      cellFormula: true,
      sheetStubs: true,
      cellStyles: true,
      cellHTML: false,
      bookVBA: false,
      dateNF: 'yyyy-mm-dd',
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(reason))
      throw new ReadFailure({ what: 'encrypted', format: 'xlsx' }, { cause: error });
    throw new ReadFailure({ what: 'damaged', format: 'xlsx', reason }, { cause: error });
  }
  const mixed = mixedFigures((book as { readonly Strings?: readonly SharedText[] }).Strings ?? []);
  let count = 0;
  return book.SheetNames.flatMap((name, index) => {
    const sheet: WorkSheet | undefined = book.Sheets[name];
    if (!sheet || (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0) return [];
    const cells: SheetCell[] = [];
    const ends = new Map<number, number>();
    for (const address of Object.keys(sheet)) {
      if (address.startsWith('!')) continue;
      const { r: row, c: column } = utils.decode_cell(address);
      const stored = sheet[address] as StoredCell;
      const own = cellText(stored, isDate);
      const text = stored.t === 's' && mixed.has(own) ? own + UNSURE : own;
      ends.set(row, Math.max(column, ends.get(row) ?? 0));
      if (text === '') continue;
      count += 1;
      if (count > MOST_CELLS_OF_WORKBOOK) {
        throw new ReadFailure({ what: 'too-much', of: 'cells', limit: MOST_CELLS_OF_WORKBOOK });
      }
      cells.push({ row, column, text });
    }
    cells.sort((left, right) => left.row - right.row || left.column - right.column);
    const hidden = (states: readonly ({ hidden?: boolean } | null | undefined)[] | undefined) =>
      new Set((states ?? []).flatMap((state, at) => (state?.hidden === true ? [at] : [])));
    return [
      {
        name,
        cells,
        ends,
        isPadded: false,
        merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
        hiddenRows: hidden(sheet['!rows']),
        hiddenColumns: hidden(sheet['!cols']),
      },
    ];
  });
}
