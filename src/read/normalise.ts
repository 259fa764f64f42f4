import type { Span } from './report.ts';
import { simplified } from './traditional.ts';

/** A stretch of a document in one manner of writing, with the way back to the published characters. */
export interface NormalText {
  readonly text: string;
  /** Offset in the document of the character at this index; the end of the stretch for an index behind the last. */
  readonly at: (index: number) => number;
}

const isChinese = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isInvisible = (code: number): boolean =>
  (code >= 0x200b && code <= 0x200f) || code === 0xfeff || code === 0xad || code === 0x2060;
const isSpace = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13 && code !== 9) ||
  code === 0xa0 ||
  code === 0x3000 ||
  (code >= 0x2000 && code <= 0x200a);
/** Blocks of Unicode whose characters NFKC writes otherwise and that reports use: circled, squared and compatibility forms. */
const isCompatible = (code: number): boolean =>
  (code >= 0x2070 && code <= 0x24ff) ||
  (code >= 0x2e80 && code <= 0x2fdf) ||
  (code >= 0x3200 && code <= 0x33ff) ||
  (code >= 0xf900 && code <= 0xfaff);

/** Between two such characters a space parts words or numbers; beside Chinese characters, brackets and colons it is layout. */
const keepsSpace = (code: number): boolean =>
  code > 32 && code < 0x7f && code !== 40 && code !== 41 && code !== 58 && code !== 59;

const FULL_WIDTH_COMMA = 0xff0c;

/** One character in its plain form; a comma between clauses is kept apart from the comma inside a number. */
function plain(text: string, index: number): string {
  const code = text.charCodeAt(index);
  if (code < 0x80) return text[index]!;
  if (code >= 0xff01 && code <= 0xff5e && code !== FULL_WIDTH_COMMA) return String.fromCharCode(code - 0xfee0);
  if (isCompatible(code)) return text[index]!.normalize('NFKC');
  return isChinese(code) ? simplified(text[index]!) : text[index]!;
}

const PINYIN = /^[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[)）]/;

/** Length of a syllable in brackets behind a character, as copies in traditional script print it: 根據(jù). */
function pinyinAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if ((code !== 40 && code !== 0xff08) || index === 0 || !isChinese(text.charCodeAt(index - 1))) return 0;
  return PINYIN.exec(text.slice(index, index + 9))?.[0].length ?? 0;
}

/**
 * Writes a stretch of a document in one manner: half-width digits and signs, simplified characters, and no white space
 * beside Chinese characters; tabs stay, since they part cells.
 */
export function normaliseText(text: string, start = 0, end = text.length): NormalText {
  const offsets: number[] = [];
  let written = '';
  // The last character written; asking the text itself for it would copy the text each time.
  let last = 0;
  let spaceAt = -1;
  let index = start;
  while (index < end) {
    const code = text.charCodeAt(index);
    if (isSpace(code)) {
      if (spaceAt === -1) spaceAt = index;
      index += 1;
      continue;
    }
    const syllable = pinyinAt(text, index);
    if (syllable > 0 || isInvisible(code)) {
      index += Math.max(syllable, 1);
      continue;
    }
    const piece = plain(text, index);
    if (spaceAt !== -1) {
      if (keepsSpace(last) && keepsSpace(piece.charCodeAt(0))) {
        written += ' ';
        offsets.push(spaceAt);
      }
      spaceAt = -1;
    }
    for (let part = 0; part < piece.length; part += 1) offsets.push(index);
    written += piece;
    last = piece.charCodeAt(piece.length - 1);
    index += 1;
  }
  return { text: written, at: (place) => (place < offsets.length ? offsets[Math.max(place, 0)]! : end) };
}

/** Writes the lines of one paragraph as one normal text, whatever stands between them in the document. */
export function normaliseLines(text: string, lines: readonly Span[]): NormalText {
  const parts = lines.map((line) => normaliseText(text, line.start, line.end));
  const starts: number[] = [];
  let written = '';
  for (const part of parts) {
    if (/[0-9A-Za-z]$/.test(written) && /^[0-9A-Za-z]/.test(part.text)) written += ' ';
    starts.push(written.length);
    written += part.text;
  }
  const at = (index: number): number => {
    const part = Math.max(
      0,
      starts.findLastIndex((start) => start <= index),
    );
    return parts[part]?.at(index - (starts[part] ?? 0)) ?? 0;
  };
  return { text: written, at };
}

/** A label reduced to its letters, digits and simplified characters, for comparison: spaces, brackets and quotes are gone. */
export function foldLabel(text: string): string {
  let folded = '';
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (isChinese(code)) folded += simplified(text[index]!);
    else if (isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)) folded += text[index]!;
    else {
      const syllable = pinyinAt(text, index);
      if (syllable > 0) index += syllable - 1;
      else if (code >= 0x80)
        folded += [...plain(text, index)].filter((letter) => /[0-9A-Za-z\u4e00-\u9fff]/.test(letter)).join('');
    }
  }
  return folded;
}
