import { describe, expect, it } from 'vitest';
import { ReadFailure, type ReadTrouble } from '../../../../src/read/failure.ts';
import { openDocument, type Openers } from '../../../../src/read/formats/open-document.ts';
import type { PdfText } from '../../../../src/read/formats/pdf-pages.ts';

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const NONE: Openers = { pdf: null };

/** What stood in the way of opening these bytes; null where they open. */
async function troubleOf(bytes: Uint8Array, name: string): Promise<ReadTrouble | null> {
  try {
    await openDocument(bytes, name, NONE);
    return null;
  } catch (error) {
    if (error instanceof ReadFailure) return error.trouble;
    throw error;
  }
}

describe('a document is told by its content', () => {
  it.each([
    ['RTF in a .doc', '{\\rtf1\\ansi x}', { what: 'format-unsupported', format: 'rtf' }],
    ['a RAR archive', 'Rar!\u001a\u0007\u0001\u0000', { what: 'format-unsupported', format: 'rar' }],
    ['a 7-Zip archive', '7z\u00bc\u00af\u0027\u001c', { what: 'format-unsupported', format: '7z' }],
    ['a gzip file', '\u001f\u008b\u0008\u0000', { what: 'format-unsupported', format: 'other-archive' }],
    ['a tar file', `${'a'.repeat(257)}ustar\u000000`, { what: 'format-unsupported', format: 'other-archive' }],
    ['a photograph', '\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF', { what: 'needs-transcription', format: 'jpeg' }],
    ['a screenshot', '\u0089PNG\r\n\u001a\n', { what: 'needs-transcription', format: 'png' }],
    ['a fax', 'II*\u0000', { what: 'needs-transcription', format: 'tiff' }],
    ['a bitmap', 'BM6\u0000\u0000\u0000\u0000\u0000\u0000\u00006', { what: 'needs-transcription', format: 'bmp' }],
    ['a program', '\u0001\u0002\u0003\u0000\u0004'.repeat(50), { what: 'format-unsupported', format: 'unknown' }],
  ])('%s is refused for what it is', async (_, content, trouble) => {
    expect(await troubleOf(latin1(content), 'report.html')).toEqual(trouble);
  });

  it('a page in a .doc and a text that begins with BM are opened', async () => {
    const page = await openDocument(utf8('<html><body><p>一、总体情况</p></body></html>'), 'report.doc', NONE);
    expect(page).toMatchObject({ format: 'html', name: 'report.doc', layout: { text: '一、总体情况\n' } });
    expect(await openDocument(utf8('BMW 一、总体情况'), 'a.txt', NONE)).toMatchObject({ format: 'text' });
  });

  it('nothing, and nothing but white space, is told to be empty', async () => {
    expect(await troubleOf(utf8(''), 'a.html')).toEqual({ what: 'empty' });
    expect(await troubleOf(utf8(' \n\t'), 'a.txt')).toEqual({ what: 'empty' });
  });
});

describe('a PDF', () => {
  const bytes = latin1('%PDF-1.7\n');

  it('is refused where the host cannot open it', async () => {
    expect(await troubleOf(bytes, 'a.pdf')).toEqual({ what: 'format-unsupported', format: 'pdf' });
  });

  it('gives its runs by rows and columns through what the host hands in', async () => {
    const run = (text: string, x: number, y: number): PdfText => ({
      text,
      x,
      y,
      width: 10 * text.length,
      height: 10,
      font: 'F1',
      direction: 'right',
    });
    const texts = [run('规章', 50, 100), run('3', 200, 101), run('一、总体情况', 50, 60)];
    const { format, layout } = await openDocument(bytes, 'a.pdf', {
      pdf: () => Promise.resolve({ pages: [{ width: 600, height: 800, texts, rules: [], isPicture: false }] }),
    });
    expect(format).toBe('pdf');
    expect(layout.text).toBe('一、总体情况\n规章\t3\n');
  });
});
