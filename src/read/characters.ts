import { simplified } from './traditional.ts';

/** What a character is to the reader of prose and labels: whether it stands as written, in another form, or not at all. */
export const Kept = {
  /** Stands as it is. */
  asWritten: 0,
  /** Has one plain form of one character: full-width signs, traditional script. */
  inPlainForm: 1,
  space: 2,
  invisible: 3,
  /** A circled, squared or compatibility form, which may stand for several characters. */
  compatible: 4,
  /** An opening bracket, behind which a syllable of pinyin may stand. */
  bracket: 5,
} as const;

const FULL_WIDTH_COMMA = 0xff0c;
const FULL_WIDTH_BRACKET = 0xff08;
const BRACKET = 40;
const PLANE = 0x10000;

/** Whether a character is a Chinese one. */
export const isChinese = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;
const isInvisible = (code: number): boolean =>
  (code >= 0x200b && code <= 0x200f) || code === 0xfeff || code === 0xad || code === 0x2060;
// A tab parts cells and is no space.
const isSpace = (code: number): boolean =>
  code === 32 || (code >= 10 && code <= 13) || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a);
/** Blocks of Unicode whose characters NFKC writes otherwise and that reports use: circled, squared and compatibility forms. */
const isCompatible = (code: number): boolean =>
  (code >= 0x2070 && code <= 0x24ff) ||
  (code >= 0x2e80 && code <= 0x2fdf) ||
  (code >= 0x3200 && code <= 0x33ff) ||
  (code >= 0xf900 && code <= 0xfaff);

/** Whether a character is white space as regular expressions have it. */
export const isWhiteSpace = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  code === 0x3000 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0xfeff ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x1680;

/** The plain form of each character that has one of one character; a comma between clauses is kept apart from the comma inside a number. */
export const PLAIN = new Uint16Array(PLANE);
/** How each character is kept, a value of `Kept`. */
export const KEPT = new Uint8Array(PLANE);
/** The letter, digit or simplified character that each character is in a folded label; 0 where it is dropped. */
export const FOLDED = new Uint16Array(PLANE);

function keptAs(code: number): number {
  if (code === BRACKET || code === FULL_WIDTH_BRACKET) return Kept.bracket;
  if (isSpace(code)) return Kept.space;
  if (isInvisible(code)) return Kept.invisible;
  if (isCompatible(code)) return Kept.compatible;
  return PLAIN[code] === code ? Kept.asWritten : Kept.inPlainForm;
}

const isLetter = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

for (let code = 0; code < PLANE; code += 1) {
  const isFullWidth = code >= 0xff01 && code <= 0xff5e && code !== FULL_WIDTH_COMMA;
  PLAIN[code] = isFullWidth
    ? code - 0xfee0
    : isChinese(code)
      ? simplified(String.fromCharCode(code)).charCodeAt(0)
      : code;
  KEPT[code] = keptAs(code);
  FOLDED[code] = isChinese(code) || isLetter(PLAIN[code]!) ? PLAIN[code]! : 0;
}
