import { utils, write } from '@e965/xlsx';
import type { DatasetFacts } from '../../store/dataset-facts.ts';
import { neutralised, type SheetField } from '../../store/sheet-field.ts';
import type { Messages } from '../messages/zh.ts';
import { type ExportedFigure, markedSheet, natureOf } from './exported-figure.ts';

// What the format has room for: characters in a field, characters in the name of a sheet, rows in a sheet.
const LONGEST_FIELD = 32_767;
const LONGEST_NAME = 31;
const MOST_ROWS = 1_048_576;

const WIDE = 40;
const NARROW = 14;

const cut = (field: SheetField): SheetField =>
  typeof field === 'string' && field.length > LONGEST_FIELD ? `${field.slice(0, LONGEST_FIELD - 1)}…` : field;

/** A name for a sheet that no other one has: the figure's title without the signs that the format forbids. */
function sheetName(title: string, taken: ReadonlySet<string>): string {
  const bare =
    title
      .replaceAll(/[[\]:*?/\\？]/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/^[' ]+|[' ]+$/g, '') || 'rows';
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : ` ${number}`;
    const name = `${[...bare]
      .slice(0, LONGEST_NAME - suffix.length)
      .join('')
      .slice(0, LONGEST_NAME - suffix.length)
      .trim()}${suffix}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

const isWide = (column: readonly SheetField[]): boolean =>
  column.some((field) => typeof field === 'string' && field.length > NARROW);

/** Figures as a spreadsheet (.xlsx): a sheet for the rows of each, and a last one that says what they are. */
export function figuresWorkbook(
  figures: readonly ExportedFigure[],
  facts: DatasetFacts,
  messages: Messages,
): ArrayBuffer {
  const book = utils.book_new();
  const taken = new Set<string>([messages.exports.about.toLowerCase()]);
  const about: SheetField[][] = [messages.exports.aboutColumns.map((label) => label)];
  for (const figure of figures) {
    const name = sheetName(figure.title, taken);
    taken.add(name.toLowerCase());
    const all = markedSheet(figure, facts, messages);
    const rows = all.slice(0, MOST_ROWS).map((row) => row.map(neutralised).map(cut));
    const sheet = utils.aoa_to_sheet(rows, { dense: true });
    sheet['!cols'] = (rows[0] ?? []).map((_, column) => ({
      wch: isWide(rows.slice(0, 200).map((row) => row[column] ?? null)) ? WIDE : NARROW,
    }));
    utils.book_append_sheet(book, sheet, name);
    about.push([
      name,
      figure.title,
      figure.caption,
      figure.definition,
      facts.name,
      facts.fingerprint,
      natureOf(facts, messages),
      all.length > MOST_ROWS ? messages.exports.rowsLeft(String(all.length - MOST_ROWS)) : null,
    ]);
  }
  const last = utils.aoa_to_sheet(
    about.map((row) => row.map(neutralised).map(cut)),
    { dense: true },
  );
  last['!cols'] = [NARROW, WIDE, WIDE, WIDE, NARROW, NARROW, NARROW, NARROW].map((wch) => ({ wch }));
  utils.book_append_sheet(book, last, messages.exports.about);
  return write(book, { type: 'array', bookType: 'xlsx', compression: true, bookSST: true }) as ArrayBuffer;
}
