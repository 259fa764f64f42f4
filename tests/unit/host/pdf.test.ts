import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openPdf } from '../../../src/host/pdf-node.ts';
import { ReadFailure, type ReadTrouble } from '../../../src/read/failure.ts';
import { readDocument } from '../../../src/read/reader.ts';
import type { Report } from '../../../src/read/report.ts';
import { findChineseFont } from '../../fixtures/publish/chinese-font.ts';
import { PdfCanvas } from '../../fixtures/publish/pdf-canvas.ts';

const folder = join(import.meta.dirname, '../../fixtures/pdf');
const font = findChineseFont();

const read = (bytes: Uint8Array): Promise<Report> => readDocument(bytes, 'report.pdf', { pdf: openPdf });

/** What stands in the way of reading these bytes; null where they are read. */
async function troubleOf(bytes: Uint8Array): Promise<ReadTrouble | null> {
  try {
    await read(bytes);
    return null;
  } catch (error) {
    if (error instanceof ReadFailure) return error.trouble;
    throw error;
  }
}

const BLANKS = Buffer.alloc(300e6, ' ');

/** A PDF of one page with this content, as packed by hand. */
function onePage(filters: string, content: Buffer): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>',
    `<</Length ${content.length}/Filter ${filters}>>\nstream\n${content.toString('latin1')}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('');
  return new Uint8Array(Buffer.from(`%PDF-1.7\n${body}trailer\n<</Size 6/Root 1 0 R>>\n%%EOF`, 'latin1'));
}

const LINES = [
  '青溪县水务局2024年政府信息公开工作年度报告',
  '一、总体情况',
  '本局全年公开信息四十条。',
  '五、存在的主要问题',
];

function writeLines(canvas: PdfCanvas, write: 'text' | 'hiddenText'): void {
  LINES.forEach((line, index) => canvas[write](line, 70, 80 + index * 30, 12));
}

describe('a PDF that is read', () => {
  it('gives the figures of its tables over pages, and prose without page numbers and running heads', async () => {
    const name = 'pages-and-rules';
    const report = await read(new Uint8Array(await readFile(join(folder, `${name}.pdf`))));
    const figures = JSON.parse(await readFile(join(folder, `${name}.figures.json`), 'utf8')) as Record<string, number>;
    expect(Object.fromEntries(report.cells.map(({ id, value }) => [id, value]))).toEqual(figures);
    expect([report.body, report.year, report.gaps]).toEqual(['云岭县档案局', 2023, []]);
    expect(report.passages.map(({ section, text }) => [section, text])).toContainEqual([
      1,
      expect.stringContaining('2023年，本局主动公开政府信息36条，全部在门户网站发布，并按季度清理失效文件。'),
    ]);
    expect(report.text.match(/政府信息公开工作年度报告/g)).toHaveLength(1);
    expect(report.text).not.toMatch(/- \d+ -/);
    for (const { raw, span } of report.cells) expect(report.text.slice(span!.start, span!.end)).toBe(raw);
  });

  it('needs no font inside it, where a table of characters tells what its signs are', async () => {
    const report = await read(new Uint8Array(await readFile(join(folder, 'font-not-inside.pdf'))));
    expect([report.body, report.year]).toEqual(['桐河区白石镇人民政府', 2022]);
    expect(Object.fromEntries(report.cells.map(({ id, value }) => [id, value]))).toEqual({
      rules_issued: 0,
      rules_repealed: 0,
      rules_in_force: 2,
      normative_docs_issued: 4,
      normative_docs_repealed: 1,
      normative_docs_in_force: 17,
      licensing_decisions: 318,
      penalty_decisions: 45,
      coercion_decisions: 6,
      admin_fees_wan: 12.5,
    });
  });

  it('may have pages that are pictures between those that are text', async () => {
    const canvas = new PdfCanvas(font, false);
    canvas.addPage();
    writeLines(canvas, 'text');
    canvas.addPage();
    canvas.picture(0, 0, 595, 842);
    canvas.addPage();
    const report = await read(await canvas.finish());
    expect(report.body).toBe('青溪县水务局');
    expect(report.evidence).toContainEqual({ kind: 'picture-page', detail: '2', span: null });
  });
});

describe('a PDF that is not read says why', () => {
  it('where a password closes it', async () => {
    const canvas = new PdfCanvas(font, false, 'secret');
    canvas.addPage();
    writeLines(canvas, 'text');
    expect(await troubleOf(await canvas.finish())).toEqual({ what: 'encrypted', format: 'pdf' });
  });

  it.each(['text behind the picture', 'no text'] as const)('where its pages are pictures, with %s', async (kind) => {
    const canvas = new PdfCanvas(font, false);
    canvas.addPage();
    canvas.picture(0, 0, 595, 842);
    if (kind !== 'no text') writeLines(canvas, 'hiddenText');
    const trouble = { what: 'needs-transcription', format: 'pdf', pages: 1 };
    expect(await troubleOf(await canvas.finish())).toEqual(trouble);
  });

  it('where its pages are blank', async () => {
    const canvas = new PdfCanvas(font, false);
    canvas.addPage();
    expect(await troubleOf(await canvas.finish())).toEqual({ what: 'empty' });
  });

  it('where its fonts do not say what their signs are', async () => {
    const bytes = new Uint8Array(await readFile(join(folder, 'no-character-map.pdf')));
    expect(await troubleOf(bytes)).toEqual({ what: 'no-character-map' });
  });

  it('where it is cut off at its beginning or is no PDF but for its first words', async () => {
    const whole = new Uint8Array(await readFile(join(folder, 'pages-and-rules.pdf')));
    for (const bytes of [whole.slice(0, 2_000), new TextEncoder().encode('%PDF-1.7\n')]) {
      expect(await troubleOf(bytes)).toMatchObject({ what: 'damaged', format: 'pdf' });
    }
  });

  it('where it has more pages than any report', async () => {
    const canvas = new PdfCanvas(font, false);
    for (let page = 0; page < 501; page += 1) canvas.addPage();
    expect(await troubleOf(await canvas.finish())).toEqual({ what: 'too-much', of: 'pages', limit: 500 });
  });

  it.each([
    ['one', '/FlateDecode', deflateSync(BLANKS)],
    ['a pair of filters', '[/FlateDecode /FlateDecode]', deflateSync(deflateSync(BLANKS))],
  ])('where its page unpacks to hundreds of megabytes through %s', async (_, filters, content) => {
    expect(await troubleOf(onePage(filters, content))).toEqual({ what: 'expands', limit: 40e6 });
    const sound = new Uint8Array(await readFile(join(folder, 'font-not-inside.pdf')));
    expect(await troubleOf(sound)).toBeNull();
    expect(new Uint8Array(50e6)).toHaveLength(50e6);
  });

  it('where its page has more texts than any report, before it has taken them all', async () => {
    const texts = Array.from({ length: 500_000 }, (_, at) => `1 0 0 1 ${(at * 37) % 600} ${(at * 91) % 800} Tm (7) Tj`);
    const content = deflateSync(`BT /F 9 Tf ${texts.join(' ')} ET`);
    expect(await troubleOf(onePage('/FlateDecode', content))).toEqual({
      what: 'too-much',
      of: 'cells',
      limit: 400_000,
    });
  });

  it('leaves the bytes it was given as they were', async () => {
    const bytes = new Uint8Array(await readFile(join(folder, 'font-not-inside.pdf')));
    const before = bytes.slice();
    await read(bytes);
    expect(bytes).toEqual(before);
  });
});
