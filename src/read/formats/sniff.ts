import type { PicturedFormat, RefusedFormat } from '../failure.ts';

/** What bytes are by their content, whatever the file is called. */
export type Sniffed =
  | { readonly kind: 'pdf' | 'zip' | 'compound' | 'mhtml' | 'characters' }
  | { readonly kind: 'picture'; readonly format: PicturedFormat }
  | { readonly kind: 'refused'; readonly format: RefusedFormat };

/** Signs of a format: bytes (as Latin-1) and where they stand. */
type Signs = readonly (readonly [at: number, bytes: string])[];

const ZIP: readonly Signs[] = [[[0, 'PK\u0003\u0004']], [[0, 'PK\u0005\u0006']]];
const COMPOUND: Signs = [[0, '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1']];

const PICTURES: readonly [PicturedFormat, Signs][] = [
  ['png', [[0, '\u0089PNG']]],
  ['jpeg', [[0, '\u00ff\u00d8\u00ff']]],
  ['gif', [[0, 'GIF8']]],
  ['tiff', [[0, 'II*\u0000']]],
  ['tiff', [[0, 'MM\u0000*']]],
  [
    'bmp',
    [
      [0, 'BM'],
      [6, '\u0000\u0000\u0000\u0000'],
    ],
  ],
  [
    'webp',
    [
      [0, 'RIFF'],
      [8, 'WEBP'],
    ],
  ],
  ['heic', [[4, 'ftyp']]],
];

const REFUSED: readonly [RefusedFormat, Signs][] = [
  ['rtf', [[0, '{\\rtf']]],
  ['rar', [[0, 'Rar!\u001a']]],
  ['7z', [[0, '7z\u00bc\u00af']]],
  ['other-archive', [[0, '\u001f\u008b']]],
  ['other-archive', [[0, '\u00fd7zXZ']]],
  ['other-archive', [[0, 'MSCF']]],
  ['other-archive', [[257, 'ustar']]],
];

const shows = (first: string, signs: Signs): boolean => signs.every(([at, bytes]) => first.startsWith(bytes, at));

const HEADER_LINE = /^[a-z][a-z-]*:\s?\S/i;
const MHTML_SIGN = /^(?:mime-version|from|snapshot-content-location):/im;
const MHTML_TYPE = /^content-type:\s*(?:multipart\/(?:related|mixed|alternative)|text\/html)/im;

const LOOKED_AT = 4096;
const LESS_THAN = 0x3c;
/** Every sign of a format stands within so many bytes. */
const SIGNS_STAND_IN = 264;

/** The first bytes as Latin-1. */
const latin1 = (bytes: Uint8Array, count: number): string => String.fromCharCode(...bytes.subarray(0, count));

/** A head like a letter's that announces parts or a page: what browsers save as one file, whatever its ending. */
function isMhtml(bytes: Uint8Array, start: string): boolean {
  const isLetter = HEADER_LINE.test(start.trimStart()) || start.trim() === '';
  if (!isLetter) return false;
  const header = latin1(bytes, LOOKED_AT)
    .trimStart()
    .split(/\r?\n\r?\n/, 1)[0]!;
  return HEADER_LINE.test(header) && MHTML_SIGN.test(header) && MHTML_TYPE.test(header);
}

const MOST_CONTROLS = 8;
const MOST_CONTROLS_SHARE = 0.02;

/** Bytes that are text in no charset: control characters, other than the zero bytes of UTF-16. */
function isBinary(bytes: Uint8Array): boolean {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return false;
  const length = Math.min(bytes.length, LOOKED_AT);
  let controls = 0;
  for (let index = 0; index < length; index += 1) {
    const code = bytes[index]!;
    if ((code > 0 && code < 9) || (code > 13 && code < 32)) controls += 1;
  }
  return controls > MOST_CONTROLS && controls > length * MOST_CONTROLS_SHARE;
}

/** What a file announces by signs at its head; null where it announces nothing. */
function announced(bytes: Uint8Array): Sniffed | null {
  const start = latin1(bytes, SIGNS_STAND_IN);
  if (/^(?:\u00ef\u00bb\u00bf)?\s*%PDF-/.test(start)) return { kind: 'pdf' };
  if (ZIP.some((signs) => shows(start, signs))) return { kind: 'zip' };
  if (shows(start, COMPOUND)) return { kind: 'compound' };
  const picture = PICTURES.find(([, signs]) => shows(start, signs));
  if (picture) return { kind: 'picture', format: picture[0] };
  const refused = REFUSED.find(([, signs]) => shows(start, signs));
  if (refused) return { kind: 'refused', format: refused[0] };
  return isMhtml(bytes, start) ? { kind: 'mhtml' } : null;
}

/** Tells by its first bytes what a file is. Its name is not asked: a page saved as `.doc` is a page. */
export function sniff(bytes: Uint8Array): Sniffed {
  // Markup, most of what comes, begins as nothing else does.
  const told = bytes[0] === LESS_THAN ? null : announced(bytes);
  return told ?? (isBinary(bytes) ? { kind: 'refused', format: 'unknown' } : { kind: 'characters' });
}
