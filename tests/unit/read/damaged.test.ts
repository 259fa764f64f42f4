import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readReport } from '../../../src/read/reader.ts';
import type { Expectation } from '../../fixtures/documents/expectation.ts';

const folder = join(import.meta.dirname, '../../fixtures/documents');

/** One publishing shape each; a document of adversarial figures has figures that no law can tell from others. */
const SHAPES = [
  'a1-cell-and-bar.txt',
  'a2-row-a-line.txt',
  'a3-blank-lines.txt',
  'a4-cell-then-bar-2019.txt',
  'a5-tabs-shifted-labels.txt',
  'a6-layout-page-breaks.txt',
  'a7-damaged-markdown.md',
  'b3-group-labels-mid-group.html',
  'c1-blank-cells.html',
  'c1-word-blanks.html',
  'html-2019.html',
  'html-merged-cells.html',
  'markdown-clean.md',
];

const expectedOf = (name: string): Expectation =>
  JSON.parse(readFileSync(join(folder, name.replace(/\.\w+$/, '.expected.json')), 'utf8')) as Expectation;

/** The document without its nth cell (of a page) or line (of a text), for every nth. */
function* shortened(name: string): Generator<{ text: string; lost: string }> {
  const isPage = name.endsWith('.html');
  const parts = readFileSync(join(folder, name), 'utf8').split(isPage ? /(?=<t[dh][\s>])/ : '\n');
  for (const [place, lost] of parts.entries()) {
    yield { text: parts.filter((_, index) => index !== place).join(isPage ? '' : '\n'), lost };
  }
}

describe('a document that lost one cell or line', () => {
  it('is one of the fixtures', () => {
    expect(SHAPES.filter((name) => !readdirSync(folder).includes(name))).toEqual([]);
  });

  it.each(SHAPES)('%s gives no wrong figure, whichever it lost', { timeout: 60_000 }, (name) => {
    const { measures, form_2019 } = expectedOf(name);
    const figures: Readonly<Record<string, number>> = { ...measures, ...form_2019 };
    const wrong: string[] = [];
    for (const { text, lost } of shortened(name)) {
      const { cells } = readReport(new TextEncoder().encode(text), name);
      const misread = cells.filter(({ id, value }) => figures[id] !== value);
      if (misread.length > 0)
        wrong.push(`without ${lost.trim()}: ${misread.map(({ id, value }) => `${id} ${value}`).join(', ')}`);
    }
    expect(wrong).toEqual([]);
  });
});
