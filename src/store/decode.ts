import type { RawRow } from './database.ts';
import { StoreFailure } from './failure.ts';

function decodeFailure(row: RawRow, column: string, expected: string): StoreFailure {
  const value = row[column];
  const found =
    column in row ? `${typeof value} ${String(value)}` : `no such column among ${Object.keys(row).join(', ')}`;
  return new StoreFailure('decode', `column ${column} should hold ${expected}: ${found}`);
}

/** The number in a column, or null; refuses anything else and integers beyond 2^53. */
export function decodeNullableNumber(row: RawRow, column: string): number | null {
  const value = row[column];
  if (value === null) return null;
  const number = typeof value === 'bigint' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) throw decodeFailure(row, column, 'a finite number');
  if (typeof value === 'bigint' && !Number.isSafeInteger(number)) throw decodeFailure(row, column, 'an exact integer');
  return number;
}

/** The number in a column that is never NULL. */
export function decodeNumber(row: RawRow, column: string): number {
  const value = decodeNullableNumber(row, column);
  if (value === null) throw decodeFailure(row, column, 'a number');
  return value;
}

/** The text in a column, or null. */
export function decodeNullableText(row: RawRow, column: string): string | null {
  const value = row[column];
  if (value !== null && typeof value !== 'string') throw decodeFailure(row, column, 'text');
  return value;
}

/** The text in a column that is never NULL. */
export function decodeText(row: RawRow, column: string): string {
  const value = decodeNullableText(row, column);
  if (value === null) throw decodeFailure(row, column, 'text');
  return value;
}

/** The truth value in a column that is never NULL. */
export function decodeBoolean(row: RawRow, column: string): boolean {
  const value = row[column];
  if (typeof value !== 'boolean') throw decodeFailure(row, column, 'true or false');
  return value;
}

/** The text in a column as one of a known set, e.g. the editions of the form; null stays null. */
export function decodeNullableChoice<Choice extends string>(
  row: RawRow,
  column: string,
  choices: readonly Choice[],
): Choice | null {
  const value = decodeNullableText(row, column);
  if (value === null) return null;
  const choice = choices.find((known) => known === value);
  if (choice === undefined) throw decodeFailure(row, column, `one of ${choices.join(', ')}`);
  return choice;
}

/** The text in a column that is never NULL, as one of a known set. */
export function decodeChoice<Choice extends string>(row: RawRow, column: string, choices: readonly Choice[]): Choice {
  const choice = decodeNullableChoice(row, column, choices);
  if (choice === null) throw decodeFailure(row, column, `one of ${choices.join(', ')}`);
  return choice;
}
