import { strFromU8, strToU8 } from 'fflate';
import { ReadFailure } from '../failure.ts';

/** A part of a MIME message: its header fields by their names in small letters, and its body as it stands. */
interface Part {
  readonly header: ReadonlyMap<string, string>;
  readonly body: string;
}

const DEEPEST = 5;

const damaged = (reason: string) => new ReadFailure({ what: 'damaged', format: 'mhtml', reason });

/** Bytes as characters one to one, and back. */
const bytesAsText = (bytes: Uint8Array): string => strFromU8(bytes, true);
const textAsBytes = (text: string): Uint8Array => strToU8(text, true);

function readPart(text: string): Part {
  const start = /^\s*/.exec(text)![0].length;
  const end = /\r?\n\r?\n/.exec(text.slice(start));
  const head = end ? text.slice(start, start + end.index) : text.slice(start);
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const fields = lines.map((line) => /^([\w-]+):\s*(.*)$/.exec(line)).filter((field) => field !== null);
  return {
    header: new Map(fields.map(([, name, value]) => [name!.toLowerCase(), value!.trim()])),
    body: end ? text.slice(start + end.index + end[0].length) : '',
  };
}

const typeOf = ({ header }: Part): string => /^[^;\s]*/.exec(header.get('content-type') ?? '')![0].toLowerCase();

function parameter({ header }: Part, name: string): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(header.get('content-type') ?? '');
  return found ? (found[1] ?? found[2] ?? null) : null;
}

/** The parts between the boundaries of a part that is made of several. */
function partsOf(whole: Part): Part[] {
  const boundary = parameter(whole, 'boundary');
  if (boundary === null) throw damaged('it does not say what parts its parts');
  const parts = `\n${whole.body}`.split(`\n--${boundary}`).slice(1);
  return parts.filter((part) => !part.startsWith('--')).map((part) => readPart(part.replace(/^[ \t]*\r?\n/, '')));
}

const bare = (id: string | undefined): string | null => id?.replace(/^<|>$/g, '') ?? null;

/** The part that a browser would show: the one named as the start, or saved from the page's own address, or the first page. */
function mainPart(whole: Part, depth: number): Part | null {
  if (!typeOf(whole).startsWith('multipart/')) return /^text\/(?:html|plain)$/.test(typeOf(whole)) ? whole : null;
  if (depth === 0) throw new ReadFailure({ what: 'too-deep', of: 'markup', limit: DEEPEST });
  const parts = partsOf(whole);
  const start = bare(parameter(whole, 'start') ?? undefined);
  const address = whole.header.get('snapshot-content-location');
  const named =
    (start !== null && parts.find(({ header }) => bare(header.get('content-id')) === start)) ||
    (address !== undefined && parts.find(({ header }) => header.get('content-location') === address));
  const candidates = (named ? [named, ...parts] : parts).map((part) => mainPart(part, depth - 1));
  return candidates.find((part) => part && typeOf(part) === 'text/html') ?? candidates.find((part) => part) ?? null;
}

function decodeQuoted(text: string): Uint8Array {
  const joined = text.replace(/=[ \t]*\r?\n/g, '');
  return textAsBytes(
    joined.replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function decodeBase64(text: string): Uint8Array {
  const digits = text.replace(/[^A-Za-z0-9+/]/g, '');
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let length = 0;
  for (const digit of digits) {
    held = (held << 6) | BASE64.indexOf(digit);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length] = held >> bits;
    held &= (1 << bits) - 1;
    length += 1;
  }
  return bytes;
}

/**
 * The bytes of the page in a web archive (MHTML), as the site sent them; its pictures and frames are left out. Throws a
 * ReadFailure where there is none.
 */
export function mhtmlPage(bytes: Uint8Array): Uint8Array {
  const page = mainPart(readPart(bytesAsText(bytes)), DEEPEST);
  if (page === null) throw damaged('there is no page in it');
  const encoding = page.header.get('content-transfer-encoding')?.toLowerCase();
  if (encoding === 'quoted-printable') return decodeQuoted(page.body);
  return encoding === 'base64' ? decodeBase64(page.body) : textAsBytes(page.body);
}
