/** A field of a row for a spreadsheet; null is an empty field, never a zero. */
export type SheetField = string | number | null;

// What spreadsheets take for the beginning of a formula, the full-width signs that some of them fold included.
const FORMULA = /^[\t\r\n ]*[=+\-@＝＋－＠]|^[\t\r]/;

/** Text that would run as a formula begins with an apostrophe; numbers stay numbers. */
export const neutralised = (field: SheetField): SheetField =>
  typeof field === 'string' && FORMULA.test(field) ? `'${field}` : field;

function csvField(field: SheetField): string {
  if (field === null) return '';
  const text = String(field);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Fields as a line of CSV, without its end; those for a spreadsheet are neutralised before. */
export const csvLine = (fields: readonly SheetField[]): string => fields.map(csvField).join(',');

/** What a CSV file begins with, so that spreadsheets take it for UTF-8. */
export const CSV_MARK = '\uFEFF';

/**
 * Rows as CSV (RFC 4180) for a spreadsheet: marked as UTF-8, and text that would run as a formula begins with an
 * apostrophe. Numbers, negative ones too, stay numbers.
 */
export const toCsv = (rows: readonly (readonly SheetField[])[]): string =>
  `${CSV_MARK}${rows.map((row) => csvLine(row.map(neutralised))).join('\r\n')}\r\n`;
