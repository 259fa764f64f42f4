import { ReadFailure, type RefusedFormat } from '../failure.ts';
import { sourceOf } from './byte-source.ts';
import { compoundKind } from './compound.ts';
import { decodeDocument } from './decode.ts';
import type { OpenedDocument } from './document.ts';
import { readHtmlLayout } from './html-layout.ts';
import { MOST_CHARACTERS, MOST_MARKUP_BYTES } from './limits.ts';
import { mhtmlPage } from './mhtml.ts';
import { openDocx, zipKind } from './office.ts';
import type { OpenPdf } from './pdf-pages.ts';
import { readPdfLayout } from './pdf-layout.ts';
import { csvSheet, openSheets } from './spreadsheet.ts';
import { sniff, type Sniffed } from './sniff.ts';
import { readTextLayout } from './text-layout.ts';
import { readWorkbook, trustedWorkbook, type Sheet } from './workbook.ts';
import { listZip } from './zip-directory.ts';

/** What opening takes from the host: libraries that touch a runtime. */
export interface Openers {
  /** Null where the host has none; a PDF is refused then. */
  readonly pdf: OpenPdf | null;
}

const refuse = (format: RefusedFormat) => new ReadFailure({ what: 'format-unsupported', format });

const tooLarge = (bytes: Uint8Array) =>
  new ReadFailure({ what: 'too-large', bytes: bytes.length, limit: MOST_MARKUP_BYTES });

// The last figure's digits may stand in runs of their own, each in its tags.
const ENDED_PAGE = /<\/html>\s*$/i;
const TORN_PAGE = /[\d０-９]\s*(?:<\/?(?:span|font|b|i|u|em|strong|a|o:p)?(?:\s[^<>]*)?>?)*$/i;

const isTornPage = (text: string): boolean => !ENDED_PAGE.test(text.slice(-20)) && TORN_PAGE.test(text);

const looksLikeHtml = (text: string): boolean =>
  /<(?:!doctype html|html|head|body|table|div|p|span|h[1-6]|meta)[\s>]/i.test(text.slice(0, 4000));

/** Office documents of 2003 and packages of later ones, written as one XML file; pages saved from Office are none. */
const OFFICE_XML: readonly [RefusedFormat, RegExp][] = [
  ['excel-xml', /progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:spreadsheet"/],
  ['word-xml', /progid="Word\.Document"|<(?:\w+:)?wordDocument[\s>]|<pkg:package[\s>]/],
];

/** Opens a page, a text or a Markdown file. Throws a ReadFailure where it is empty or lost its characters. */
export function openCharacters(bytes: Uint8Array, name: string): OpenedDocument {
  if (bytes.length > MOST_MARKUP_BYTES) throw tooLarge(bytes);
  const { text, charset } = decodeDocument(bytes);
  if (text.trim() === '') throw new ReadFailure({ what: 'empty' });
  const xml = OFFICE_XML.find(([, sign]) => sign.test(text.slice(0, 2000)));
  if (xml) throw refuse(xml[0]);
  const isPage = looksLikeHtml(text);
  if (!isPage && text.length > MOST_CHARACTERS) {
    throw new ReadFailure({ what: 'too-much', of: 'characters', limit: MOST_CHARACTERS });
  }
  return {
    format: isPage ? 'html' : 'text',
    name,
    layout: isPage ? readHtmlLayout(text) : readTextLayout(text),
    charset,
    isTorn: isPage ? isTornPage(text) : /[\d０-９]$/.test(text),
  };
}

async function openPages(bytes: Uint8Array, name: string, open: OpenPdf | null): Promise<OpenedDocument> {
  if (open === null) throw refuse('pdf');
  return { format: 'pdf', name, layout: readPdfLayout(await open(bytes)), charset: null, isTorn: false };
}

function openMhtml(bytes: Uint8Array, name: string): OpenedDocument {
  if (bytes.length > MOST_MARKUP_BYTES) throw tooLarge(bytes);
  return { ...openCharacters(mhtmlPage(bytes), name), format: 'mhtml' };
}

/** The sheets of a spreadsheet or a CSV file; null for any other document. Rejects as `openDocument` does. */
export const openWorkbook = (bytes: Uint8Array, name: string): Promise<Sheet[] | null> =>
  openWorkbookAs(sniff(bytes), bytes, name);

async function openWorkbookAs({ kind }: Sniffed, bytes: Uint8Array, name: string): Promise<Sheet[] | null> {
  if (kind === 'zip') {
    const source = sourceOf(bytes);
    const entries = await listZip(source);
    return zipKind(entries) === 'xlsx' ? readWorkbook(await trustedWorkbook(source, entries)) : null;
  }
  if (kind === 'compound') {
    if (compoundKind(bytes) !== 'xls') return null;
    if (bytes.length > MOST_MARKUP_BYTES) throw tooLarge(bytes);
    return readWorkbook(bytes);
  }
  if (kind !== 'characters' || !/\.csv$/i.test(name)) return null;
  // Some sites save a page under any name.
  const { format, layout } = openCharacters(bytes, name);
  return format === 'text' ? [await csvSheet(layout.text)] : null;
}

async function openZip(bytes: Uint8Array, name: string): Promise<OpenedDocument> {
  const kind = zipKind(await listZip(sourceOf(bytes)));
  if (kind === 'docx') return openDocx(bytes, name);
  throw refuse(kind === 'archive' || kind === 'xlsx' ? 'zip' : kind);
}

function refuseCompound(bytes: Uint8Array): never {
  const kind = compoundKind(bytes);
  if (kind === 'encrypted') throw new ReadFailure({ what: 'encrypted', format: 'office' });
  throw refuse(kind === 'xls' ? 'unknown' : kind);
}

/**
 * Opens a document of any format that is read, told by its content. Rejects with a ReadFailure where it is empty,
 * damaged, lost its characters, has to be transcribed, or is of a format that is not read.
 */
export async function openDocument(bytes: Uint8Array, name: string, openers: Openers): Promise<OpenedDocument> {
  const sniffed = sniff(bytes);
  const sheets = await openWorkbookAs(sniffed, bytes, name);
  if (sheets !== null) return openSheets(sheets, name);
  switch (sniffed.kind) {
    case 'characters':
      return openCharacters(bytes, name);
    case 'pdf':
      return openPages(bytes, name, openers.pdf);
    case 'picture':
      throw new ReadFailure({ what: 'needs-transcription', format: sniffed.format });
    case 'refused':
      throw refuse(sniffed.format);
    case 'mhtml':
      return openMhtml(bytes, name);
    case 'zip':
      return openZip(bytes, name);
    case 'compound':
      return refuseCompound(bytes);
  }
}
