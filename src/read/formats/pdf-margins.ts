import { lineText, type VisualLine } from './pdf-lines.ts';

/** What stands on a page outside its tables, with the page's height. */
export interface PageLines {
  readonly height: number;
  readonly lines: readonly VisualLine[];
  /** Upper and lower edges of the page's tables. */
  readonly tables: readonly { readonly top: number; readonly bottom: number }[];
}

// Running heads and page numbers stand within this share of the page's height from its edges.
const MARGIN = 0.13;
const MOST_A_SIDE = 3;
const SAME_HEIGHT = 6;

const ADORNED =
  /^(?:[-—–―－·•~]+\s*\d{1,4}\s*[-—–―－·•~]+|第\s*\d{1,4}\s*页.{0,12}|\d{1,4}\s*\/\s*\d{1,4}|Page\s*\d{1,4}.{0,12})$/i;
const BARE = /^\d{1,4}$/;

interface Candidate {
  readonly page: number;
  readonly side: 'top' | 'bottom';
  readonly line: VisualLine;
  readonly text: string;
}

/** Lines at a page's upper and lower edge with nothing of the page beyond them, from the edge inwards. */
function edgeLines({ height, lines, tables }: PageLines, page: number): Candidate[] {
  const bodyTop = tables.reduce((least, { top }) => Math.min(least, top), Infinity);
  const bodyBottom = tables.reduce((most, { bottom }) => Math.max(most, bottom), -Infinity);
  const candidate = (side: Candidate['side']) => (line: VisualLine) => ({
    page,
    side,
    line,
    text: lineText(line, ' ').trim(),
  });
  const top = lines.filter(({ bottom }) => bottom < Math.min(height * MARGIN, bodyTop)).slice(0, MOST_A_SIDE);
  const bottom = lines.filter((line) => line.top > Math.max(height * (1 - MARGIN), bodyBottom)).slice(-MOST_A_SIDE);
  return [...top.map(candidate('top')), ...bottom.reverse().map(candidate('bottom'))];
}

const numberIn = (text: string): number | null => {
  const digits = /\d{1,4}/.exec(text)?.[0];
  return digits === undefined ? null : Number(digits);
};

/** Whether another page has the same words, but for numbers that count pages, at the same height. */
function repeats(candidate: Candidate, others: readonly Candidate[]): boolean {
  const shape = (text: string) => text.replace(/\d+/g, '#').replace(/\s+/g, '');
  return others.some((other) => {
    if (other.page === candidate.page || other.side !== candidate.side) return false;
    if (Math.abs(other.line.top - candidate.line.top) > SAME_HEIGHT) return false;
    if (other.text === candidate.text) return !BARE.test(other.text);
    const [own, its] = [numberIn(candidate.text), numberIn(other.text)];
    return shape(other.text) === shape(candidate.text) && own !== null && own - candidate.page === its! - other.page;
  });
}

/**
 * The lines that belong to the pages and not to the document: page numbers in their dress, numbers that count the
 * pages, words that stand at the same height on several pages. A number that only might be one stays.
 */
export function marginLines(pages: readonly PageLines[]): ReadonlySet<VisualLine> {
  const candidates = pages.map(edgeLines);
  const all = candidates.flat();
  const found = new Set<VisualLine>();
  for (const onPage of candidates) {
    for (const side of ['top', 'bottom'] as const) {
      for (const candidate of onPage.filter((other) => other.side === side)) {
        if (!ADORNED.test(candidate.text) && !repeats(candidate, all)) break;
        found.add(candidate.line);
      }
    }
  }
  return found;
}
