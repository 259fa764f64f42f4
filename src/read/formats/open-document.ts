import { CsvError } from '../csv.ts';
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
import { sniff } from './sniff.ts';
import { readTextLayout } from './text-layout.ts';
import { readWorkbook, trustedWorkbook } from './workbook.ts';
import { listZip } from './zip-directory.ts';

/** What opening takes from the host: libraries that touch a runtime. */
export interface Openers {
  /** Null where the host has none; a PDF is refused then. */
  readonly pdf: OpenPdf | null;
}

const refuse = (format: RefusedFormat) => new ReadFailure({ what: 'format-unsupported', format });

const tooLarge = (bytes: Uint8Array) =>
  new ReadFailure({ what: 'too-large', bytes: bytes.length, limit: MOST_MARKUP_BYTES });

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
    isTorn: /\d$/.test(text),
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

async function openCsv(bytes: Uint8Array, name: string): Promise<OpenedDocument> {
  const { format, layout, charset, isTorn } = openCharacters(bytes, name);
  // Some sites save a page under any name.
  if (format !== 'text') return { format, name, layout, charset, isTorn };
  try {
    return { ...openSheets([await csvSheet(layout.text)], name), format: 'csv', charset, isTorn };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ReadFailure({ what: 'damaged', format: 'csv', reason: `line ${error.line}, ${error.message}` });
  }
}

async function openZip(bytes: Uint8Array, name: string): Promise<OpenedDocument> {
  const source = sourceOf(bytes);
  const entries = await listZip(source);
  const kind = zipKind(entries);
  if (kind === 'docx') return openDocx(bytes, name);
  if (kind === 'xlsx') return openSheets(await readWorkbook(await trustedWorkbook(source, entries)), name);
  throw refuse(kind === 'archive' ? 'zip' : kind);
}

async function openCompound(bytes: Uint8Array, name: string): Promise<OpenedDocument> {
  const kind = compoundKind(bytes);
  if (kind === 'encrypted') throw new ReadFailure({ what: 'encrypted', format: 'office' });
  if (kind !== 'xls') throw refuse(kind);
  if (bytes.length > MOST_MARKUP_BYTES) throw tooLarge(bytes);
  return openSheets(await readWorkbook(bytes), name);
}

/**
 * Opens a document of any format that is read, told by its content. Rejects with a ReadFailure where it is empty,
 * damaged, lost its characters, has to be transcribed, or is of a format that is not read.
 */
export async function openDocument(bytes: Uint8Array, name: string, openers: Openers): Promise<OpenedDocument> {
  const sniffed = sniff(bytes);
  switch (sniffed.kind) {
    case 'characters':
      return /\.csv$/i.test(name) ? openCsv(bytes, name) : openCharacters(bytes, name);
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
      return openCompound(bytes, name);
  }
}
