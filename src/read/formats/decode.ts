import { isWhiteSpace } from '../characters.ts';
import { ReadFailure } from '../failure.ts';

/** A document's characters, and the charset they were read as. */
export interface Decoded {
  readonly text: string;
  readonly charset: string;
}

const decodeAs = (bytes: Uint8Array, charset: string): string => new TextDecoder(charset).decode(bytes);

/** The text of valid UTF-8; null for any other bytes. */
function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark: the zero bytes of its ASCII characters all stand on one side. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 4096);
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 1) {
    if (bytes[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  if (even + odd < length / 50) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

function declaredCharset(bytes: Uint8Array): string | null {
  const head = decodeAs(bytes.subarray(0, 2048), 'windows-1252');
  const declared = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase() ?? null;
  return declared !== null && /^(gb|big5|utf-?16|windows-936|x-gbk)/.test(declared) ? declared : null;
}

function decodeBytes(bytes: Uint8Array): Decoded {
  const marked = byteOrderMark(bytes) ?? unmarkedUtf16(bytes);
  if (marked !== null) return { text: decodeAs(bytes, marked), charset: marked };
  // Valid UTF-8 with Chinese in it is never GB18030 by accident, so the bytes are believed before the declaration.
  const text = decodeUtf8(bytes);
  if (text !== null) return { text, charset: 'utf-8' };
  const charset = declaredCharset(bytes) === 'big5' ? 'big5' : 'gb18030';
  return { text: decodeAs(bytes, charset), charset };
}

// Words of every report (政府, 信息, 公开, 申请, 情况) as they look when UTF-8 was once decoded as GBK or as Latin-1.
const MOJIBAKE = ['鏀垮簻', '淇℃伅', '鍏紑', '鐢宠', '鎯呭喌', 'æ”¿åº', 'ä¿¡æ', 'å…¬å¼', 'ç”³è¯'];

/** How many replacement marks, question marks in runs of three or more, and Chinese characters a text has. */
function countSigns(text: string): { replaced: number; questions: number; chinese: number } {
  const signs = { replaced: 0, questions: 0, chinese: 0 };
  let run = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    run = code === 0x3f ? run + 1 : 0;
    if (run === 3) signs.questions += 1;
    else if (code === 0xfffd) signs.replaced += 1;
    else if (code >= 0x4e00 && code <= 0x9fff) signs.chinese += 1;
  }
  return signs;
}

function isMojibake(text: string): boolean {
  if (MOJIBAKE.filter((sign) => text.includes(sign)).length >= 2) return true;
  if (!text.includes('\ufffd') && !text.includes('???')) return false;
  const { replaced, questions, chinese } = countSigns(text);
  return (replaced > 20 && replaced * 20 > chinese) || (questions > 20 && questions > chinese / 4);
}

const LONG_RUN = /(?:[^\S\n]|\*){300,}/g;
const STEP = 100;
const isOfRun = (code: number): boolean => code === 0x2a || (code !== 0x0a && isWhiteSpace(code));

/** Whether there may be a long run: one holds three of every hundredth characters in a row. */
function mayHoldLongRun(text: string): boolean {
  let met = 0;
  for (let index = 0; index < text.length; index += STEP) {
    met = isOfRun(text.charCodeAt(index)) ? met + 1 : 0;
    if (met === 3) return true;
  }
  return false;
}

/** The text with endless runs of blanks or asterisks cut short, over which many patterns would walk again and again. */
export const shortenRuns = (text: string): string =>
  mayHoldLongRun(text) ? text.replace(LONG_RUN, (run) => run.slice(0, 300)) : text;

/**
 * The characters of a document: UTF-8, UTF-16 or GB18030 (with GBK and GB2312), found from the byte order mark, the
 * bytes and the declaration, in this order. Throws a ReadFailure `charset` where an earlier program lost the characters.
 */
export function decodeDocument(bytes: Uint8Array): Decoded {
  const { text: decoded, charset } = decodeBytes(bytes);
  const marked = decoded.startsWith('\ufeff') ? decoded.slice(1) : decoded;
  const text = shortenRuns(marked.includes('\r') ? marked.replace(/\r\n?/g, '\n') : marked);
  if (isMojibake(text)) throw new ReadFailure({ what: 'charset', charset });
  return { text, charset };
}
