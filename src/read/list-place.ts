const LETTERS = 26;
const CODE_OF_A = 65;

/** The letters by which spreadsheets call a column: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / LETTERS) - 1) {
    letters = String.fromCharCode(CODE_OF_A + (rest % LETTERS)) + letters;
  }
  return letters;
}

/** Where the fields of a list stand in its file. */
export interface ListPlace {
  /** Name of the sheet; empty in a text. */
  readonly sheet: string;
  /** Column of the sheet that each field stands in. */
  readonly columns: readonly number[];
}

/** A row as spreadsheets call it: `汇总!4`, or `4` where there is but one sheet. */
export const rowName = (sheet: string, line: number): string => (sheet === '' ? String(line) : `${sheet}!${line}`);

/** A field as spreadsheets call it: `汇总!C4`, or `C4` in a text. */
export function fieldName({ sheet, columns }: ListPlace, line: number, index: number): string {
  const name = `${columnLetters(columns[index] ?? index)}${line}`;
  return sheet === '' ? name : `${sheet}!${name}`;
}

/** The place of a text: no sheet, its fields one after another. */
export const TEXT_PLACE: ListPlace = { sheet: '', columns: [] };
