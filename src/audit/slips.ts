/** How a wrong figure may have come about. */
export type Slip =
  'transposed-digits' | 'digit-too-few' | 'digit-too-many' | 'shifted-column' | 'split-digits' | 'lost-column';

/** A figure as published, and what it would have to be. */
export interface Edit {
  readonly cell: string;
  readonly from: number;
  readonly to: number;
}

const sorted = (value: number) => [...String(value)].sort().join('');

/** Whether a text is another with one character left out. */
function lacksOne(short: string, long: string): boolean {
  if (short.length + 1 !== long.length) return false;
  const at = [...long].findIndex((character, index) => character !== short[index]);
  return long.slice(0, at) + long.slice(at + 1) === short;
}

/** What a slip of the pen could have made of the right figure; null where none is likely. */
export function slipOfDigits({ from, to }: Edit): Slip | null {
  // Exchanged digits differ by a multiple of nine.
  if (from > 9 && to > 9 && (to - from) % 9 === 0 && sorted(from) === sorted(to)) return 'transposed-digits';
  if (to > 9 && lacksOne(String(from), String(to))) return 'digit-too-few';
  return from > 9 && lacksOne(String(to), String(from)) ? 'digit-too-many' : null;
}
