/** One field of a row to export: null where there is no figure, which is an empty field and never a zero. */
export type CsvField = string | number | null;

// What spreadsheets take for the beginning of a formula, the full-width signs that some of them fold included.
const FORMULA = /^[\t\r\n ]*[=+\-@＝＋－＠]|^[\t\r]/;

function field(value: CsvField): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Rows as CSV (RFC 4180) for a spreadsheet: marked as UTF-8, and text that would run as a formula begins with an
 * apostrophe. Numbers, negative ones too, stay numbers.
 */
export const toCsv = (rows: readonly (readonly CsvField[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
