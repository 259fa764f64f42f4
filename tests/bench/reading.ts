import { Tokenizer } from 'htmlparser2';
import { MEASURES } from '../../src/form/cells.ts';
import { readReport } from '../../src/read/reader.ts';
import { publish, USUAL } from '../fixtures/publish/publisher.ts';
import type { BenchRow } from './table.ts';

const PAGES = 40;
const ROUNDS_MS = 3_000;

const silent = () => undefined;
/** A tokenizer that tells nobody anything: the bare cost of walking the page. */
const listener = new Proxy({}, { get: () => silent }) as ConstructorParameters<typeof Tokenizer>[1];

/** Walks a page with the bare tokenizer. */
export function tokenize(page: string): void {
  const walk = new Tokenizer({ decodeEntities: true }, listener);
  walk.write(page);
  walk.end();
}

function perSecond(pages: readonly Uint8Array[], work: (page: Uint8Array) => void): number {
  for (const page of pages) work(page);
  const start = performance.now();
  let done = 0;
  while (performance.now() - start < ROUNDS_MS) {
    for (const page of pages) work(page);
    done += pages.length;
  }
  return (done * 1_000) / (performance.now() - start);
}

/** How many published pages a second are read, beside the bare tokenizer of the same library on the same pages. */
export function benchReading(): BenchRow[] {
  const pages = Array.from({ length: PAGES }, (_, page) => {
    const figures = Object.fromEntries(MEASURES.map(({ id }, index) => [id, (index * 7 + page) % 90]));
    return publish(figures, { ...USUAL, shape: 'html-word', chrome: true }).bytes;
  });
  const kilobytes = pages.reduce((sum, page) => sum + page.length, 0) / pages.length / 1_000;
  const decoder = new TextDecoder();
  const tokenizer = perSecond(pages, (page) => tokenize(decoder.decode(page)));
  const reader = perSecond(pages, (page) => readReport(page, 'page.html'));
  return [
    { what: `htmlparser2 tokenizer, pages of ${kilobytes.toFixed(0)} KB`, value: `${tokenizer.toFixed(0)} pages/s` },
    { what: 'readReport', value: `${reader.toFixed(0)} reports/s`, ratio: reader / tokenizer },
  ];
}
