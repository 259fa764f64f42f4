import { FOLDED, isChinese, KEPT, Kept, PLAIN } from './characters.ts';

/** A stretch of a document in one manner of writing, with the way back to the published characters. */
export interface NormalText {
  readonly text: string;
  /** Offset in the document of the character at this index; the end of the stretch for an index behind the last. */
  readonly at: (index: number) => number;
}

/** Between two such characters a space parts words or numbers; beside Chinese characters, brackets and colons it is layout. */
const keepsSpace = (code: number): boolean =>
  code > 32 && code < 0x7f && code !== 40 && code !== 41 && code !== 58 && code !== 59;

const PINYIN = /^[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[)）]/;
const LATIN_END = 0x250;

/** Length of a syllable in brackets behind a character, as copies in traditional script print it: 根據(jù). */
function pinyinAt(text: string, index: number): number {
  const next = text.charCodeAt(index + 1);
  if (index === 0 || !(next >= 97 && next < LATIN_END) || !isChinese(text.charCodeAt(index - 1))) return 0;
  return PINYIN.exec(text.slice(index, index + 9))?.[0].length ?? 0;
}

/** The first character of a stretch that does not stay as it is and where it is. */
function firstChanged(text: string, start: number, end: number): number {
  let index = start;
  while (index < end && KEPT[text.charCodeAt(index)] === Kept.asWritten) index += 1;
  return index;
}

/** Writes a normal text and remembers where each run of its characters, one for one, comes from. */
class NormalWriter implements NormalText {
  text = '';
  /** Where each run begins in the text written and in the document. */
  private readonly runs: number[] = [];
  private readonly origins: number[] = [];
  private last = 0;
  private spaceAt = -1;

  constructor(private readonly end: number) {}

  space(index: number): void {
    if (this.spaceAt === -1) this.spaceAt = index;
  }

  /** Takes characters that stand in the document from `index` on. */
  write(words: string, index: number): void {
    if (this.spaceAt !== -1) {
      if (keepsSpace(this.last) && keepsSpace(words.charCodeAt(0))) this.put(' ', this.spaceAt);
      this.spaceAt = -1;
    }
    this.put(words, index);
    this.last = words.charCodeAt(words.length - 1);
  }

  private put(words: string, index: number): void {
    const { length } = this.text;
    const run = this.runs.length - 1;
    if (run < 0 || this.origins[run]! + length - this.runs[run]! !== index) {
      this.runs.push(length);
      this.origins.push(index);
    }
    this.text += words;
  }

  readonly at = (place: number): number => {
    if (place >= this.text.length) return this.end;
    let run = this.runs.length - 1;
    while (run > 0 && this.runs[run]! > place) run -= 1;
    return this.origins[run]! + Math.max(place, 0) - this.runs[run]!;
  };
}

/**
 * Writes a stretch of a document in one manner: half-width digits and signs, simplified characters, and no white space
 * beside Chinese characters; tabs stay, since they part cells.
 */
export function normaliseText(text: string, start = 0, end = text.length): NormalText {
  let index = firstChanged(text, start, end);
  if (index === end) {
    return {
      text: text.slice(start, end),
      at: (place) => (place < end - start ? start + Math.max(place, 0) : end),
    };
  }
  const writer = new NormalWriter(end);
  if (index > start) writer.write(text.slice(start, index), start);
  while (index < end) {
    const code = text.charCodeAt(index);
    const kept = KEPT[code]!;
    if (kept === Kept.asWritten) {
      const from = index;
      index = firstChanged(text, index, end);
      writer.write(text.slice(from, index), from);
      continue;
    }
    const syllable = kept === Kept.bracket ? pinyinAt(text, index) : 0;
    if (syllable > 0) {
      index += syllable;
      continue;
    }
    if (kept === Kept.space) writer.space(index);
    else if (kept === Kept.compatible) {
      for (const letter of text[index]!.normalize('NFKC').split('')) writer.write(letter, index);
    } else if (kept !== Kept.invisible) writer.write(String.fromCharCode(PLAIN[code]!), index);
    index += 1;
  }
  return writer;
}

/** Joins the lines of one paragraph to one normal text, whatever stands between them in the document. */
export function joinNormal(parts: readonly NormalText[]): NormalText {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
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

const LETTER = /[0-9A-Za-z\u4e00-\u9fff]/;

/** A label reduced to its letters, digits and simplified characters, for comparison: spaces, brackets and quotes are gone. */
export function foldLabel(text: string): string {
  let folded = '';
  // Characters from here on stand as written and wait to be taken together.
  let from = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (FOLDED[code] === code) continue;
    if (index > from) folded += text.slice(from, index);
    const kept = KEPT[code]!;
    if (FOLDED[code] !== 0) folded += String.fromCharCode(FOLDED[code]!);
    else if (kept === Kept.bracket) index += Math.max(pinyinAt(text, index), 1) - 1;
    else if (kept === Kept.compatible) {
      folded += [...text[index]!.normalize('NFKC')].filter((letter) => LETTER.test(letter)).join('');
    }
    from = index + 1;
  }
  return from === 0 ? text : folded + text.slice(from);
}
