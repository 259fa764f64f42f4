import { PLAIN } from './characters.ts';

/** What a cell of a table holds, before it is known which cell of the form it is. */
export type Figure =
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly unit: string;
      readonly signed: boolean;
      readonly noted: boolean;
    }
  | { readonly kind: 'blank' }
  /** A sign that stands for "nothing to enter": `/`, `—`, `无`. */
  | { readonly kind: 'placeholder' }
  | { readonly kind: 'text' };

const BLANK: Figure = { kind: 'blank' };
const PLACEHOLDER: Figure = { kind: 'placeholder' };
const TEXT: Figure = { kind: 'text' };

const NUMBER =
  /^([+-]|增加?|新增|减少?|增\/减)?([1-9]\d{0,2}(?:,\d{3})+|0|[1-9]\d*)(\.\d+)?(万元|元|件|项|个|宗|条|份|次|起|部|户)?(\([^()]*\))?$/;
// Normalisation would turn a footnote's raised or circled number into one more digit.
const NOTE_MARK = /[\u00b2\u00b3\u00b9\u2070-\u209f\u2460-\u24ff\u2776-\u2793]/;
const LARGEST = 1e13;
const PLACEHOLDERS = new Set([
  '/',
  '\\',
  '-',
  '--',
  '---',
  '—',
  '——',
  '–',
  '―',
  '─',
  '一一',
  '无',
  '空',
  '*',
  '**',
  '×',
  'x',
  '...',
  '…',
  '……',
  '〇',
  '○',
]);

/** ASCII and Chinese characters are in their plain form already. */
const PLAIN_CHARACTERS = /^[ -~\u4e00-\u9fff]*$/;

const folded = (raw: string): string =>
  PLAIN_CHARACTERS.test(raw)
    ? raw.trim()
    : raw
        .normalize('NFKC')
        .replace(/[\u200b-\u200f\ufeff\u00ad]/g, '')
        .replace(/[−－﹣]/g, '-')
        .trim();

const plainNumber = (value: number): Figure => ({ kind: 'number', value, unit: '', signed: false, noted: false });
// Most cells hold small numbers; a figure never changes, so that one object serves all of them.
const SMALL_NUMBERS = Array.from({ length: 1000 }, (_, value) => plainNumber(value));
const LONGEST_COUNT = 15;

/** A number of more digits than one does not begin with 0: two figures have run together there. */
const opensWithZero = (raw: string): boolean => raw.length > 1 && PLAIN[raw.charCodeAt(0)] === 48;

/** The value of a cell that holds nothing but a few digits; -1 for any other. */
function plainCount(raw: string): number {
  if (raw.length > LONGEST_COUNT || opensWithZero(raw)) return -1;
  let value = 0;
  for (let index = 0; index < raw.length; index += 1) {
    const digit = PLAIN[raw.charCodeAt(index)]! - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Chinese characters that may open a number (增, 减, 新增) or stand for nothing (一一, 无, 空); no other opens a figure. */
const OPENS_FIGURE = new Set(Array.from('增减新一无空', (character) => character.charCodeAt(0)));
const opensText = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff && !OPENS_FIGURE.has(code)) || code === 40 || code === 0xff08;

/**
 * Reads the characters of one table cell: a number with its sign, unit and note (`251000元`, `+3`, `减4`,
 * `22（其中修订 16 件）`), a blank, a placeholder, or text. White space between digits makes it text: two figures may stand there.
 */
export function readFigure(raw: string): Figure {
  if (raw === '') return BLANK;
  const count = plainCount(raw);
  if (count >= 0) return SMALL_NUMBERS[count] ?? plainNumber(count);
  if (raw.length === 1 && PLACEHOLDERS.has(raw)) return PLACEHOLDER;
  if (opensText(raw.charCodeAt(0)) || NOTE_MARK.test(raw)) return TEXT;
  const text = folded(raw);
  if (text === '') return BLANK;
  const first = text.charCodeAt(0);
  const startsLikeNumber = (first >= 48 && first <= 57) || first === 43 || first === 45 || '增减新'.includes(text[0]!);
  if (startsLikeNumber) {
    const match = NUMBER.exec(/\s/.test(text) ? text.replace(/(?<=\D)\s+|\s+(?=\D)/g, '') : text);
    if (match) {
      const negative = match[1] === '-' || (match[1]?.startsWith('减') ?? false);
      const digits = `${match[2]!.replaceAll(',', '')}${match[3] ?? ''}`;
      const value = Number(digits);
      // Longer runs of digits are figures whose separators got lost.
      if (value > LARGEST) return TEXT;
      return {
        kind: 'number',
        value: negative && value !== 0 ? -value : value,
        unit: match[4] ?? '',
        signed: match[1] !== undefined,
        noted: match[5] !== undefined,
      };
    }
  }
  return PLACEHOLDERS.has(text) ? PLACEHOLDER : TEXT;
}
