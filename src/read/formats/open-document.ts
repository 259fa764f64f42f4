import { ReadFailure } from '../failure.ts';
import { decodeDocument } from './decode.ts';
import type { OpenedDocument } from './document.ts';
import { readHtmlLayout } from './html-layout.ts';
import { readTextLayout } from './text-layout.ts';

// Formats that are containers of their own, by their first bytes.
const CONTAINERS: readonly [string, string][] = [
  ['%PDF', 'PDF'],
  ['PK\u0003\u0004', 'Word, Excel or ZIP'],
  ['\u00d0\u00cf\u0011\u00e0', 'Word or Excel 97'],
  ['\u0089PNG', 'PNG picture'],
  ['\u00ff\u00d8\u00ff', 'JPEG picture'],
  ['GIF8', 'GIF picture'],
  ['II*\u0000', 'TIFF picture'],
  ['Rar!', 'RAR archive'],
  ['7z\u00bc\u00af', '7-Zip archive'],
];

function refuseContainers(bytes: Uint8Array): void {
  const first = String.fromCharCode(...bytes.subarray(0, 8));
  const container = CONTAINERS.find(([magic]) => first.startsWith(magic));
  if (container) {
    throw new ReadFailure(
      'format-unsupported',
      `${container[1]} is not read yet: save the page as HTML, or its text as .txt`,
    );
  }
}

const looksLikeHtml = (text: string): boolean =>
  /<(?:!doctype html|html|head|body|table|div|p|span|h[1-6]|meta)[\s>]/i.test(text.slice(0, 4000));

/**
 * Opens a page, a text or a Markdown file. Throws a ReadFailure where it is empty, lost its characters, or is of a
 * format that is not read.
 */
export function openDocument(bytes: Uint8Array, name: string): OpenedDocument {
  refuseContainers(bytes);
  const { text, charset } = decodeDocument(bytes);
  if (text.trim() === '') throw new ReadFailure('empty', `${name} holds no text`);
  const isPage = looksLikeHtml(text);
  return {
    format: isPage ? 'html' : 'text',
    layout: isPage ? readHtmlLayout(text) : readTextLayout(text),
    charset,
    isTorn: /\d$/.test(text),
  };
}
