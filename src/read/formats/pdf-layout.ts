import { ReadFailure } from '../failure.ts';
import type { Block, GridCell, Layout } from './layout.ts';
import type { PdfCell } from './pdf-cells.ts';
import { documentFlow } from './pdf-flow.ts';
import { joinBroken, lineText, type VisualLine } from './pdf-lines.ts';
import type { PdfPages } from './pdf-pages.ts';

/** Writes a document's text and remembers where its lines and cells stand in it. */
class LayoutWriter {
  readonly #parts: string[] = [];
  #length = 0;
  readonly #blocks: Block[] = [];

  #write(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  line(text: string): void {
    const start = this.#length;
    this.#write(text);
    this.#blocks.push({ kind: 'line', span: { start, end: this.#length }, isLink: false });
    this.#write('\n');
  }

  grid(rows: readonly (readonly PdfCell[])[]): void {
    const start = this.#length;
    const written = rows.map((row) => {
      const cells = row.map(({ text, column, columns, rows: high }): GridCell => {
        const from = this.#length;
        this.#write(text);
        const span = { start: from, end: this.#length };
        this.#write('\t');
        return { span, column, columns, rows: high };
      });
      this.#write('\n');
      return cells;
    });
    this.#blocks.push({ kind: 'grid', rows: written, span: { start, end: this.#length } });
  }

  finish(): Layout {
    return { text: this.#parts.join(''), blocks: this.#blocks };
  }
}

// In heights of a character: how far a full line may end before the margin, and a new paragraph stand behind it.
const FULL = 1.6;
const INDENT = 1;
const PITCH = 2.4;
const HEADING = /^(?:[（(]?[一二三四五六七八九十]{1,2}[)）、.．]|第[一二三四五六七八九十]+[章节条部])/;

/** Whether a line ends where the page's text does, and the next one begins where it does: they are one paragraph. */
function goesOn(before: VisualLine, after: VisualLine, left: number, right: number, isSamePage: boolean): boolean {
  const { size } = before;
  if (before.right < right - FULL * size || after.left > left + INDENT * size) return false;
  if (Math.abs(after.size - size) > size * 0.25 || (isSamePage && after.top - before.top > PITCH * size)) return false;
  return !HEADING.test(lineText(after)) && !lineText(before).includes('\t') && !lineText(after).includes('\t');
}

const CHINESE = /[\u4e00-\u9fff]/g;
const UNREADABLE = /[\ufffd\ue000-\uf8ff]/g;
const FEW_CHARACTERS = 40;

/** Throws where a document's characters are signs without a meaning, or where there are none and its pages are pictures. */
function refuseUnreadable(text: string, { pages }: PdfPages): void {
  const characters = text.replace(/\s/g, '').length;
  if (characters === 0 && pages.some(({ isPicture }) => isPicture)) {
    throw new ReadFailure({ what: 'needs-transcription', format: 'pdf', pages: pages.length });
  }
  if (characters === 0) throw new ReadFailure({ what: 'empty' });
  const chinese = text.match(CHINESE)?.length ?? 0;
  const unreadable = text.match(UNREADABLE)?.length ?? 0;
  if (characters > FEW_CHARACTERS && (chinese * 20 < characters || unreadable * 3 > characters)) {
    throw new ReadFailure({ what: 'no-character-map' });
  }
}

/**
 * A PDF as text and grids in reading order: tables from their rules, a table over several pages as one, lines of a
 * paragraph as one, page numbers and running heads left out, pages
 * that are pictures named. Throws a ReadFailure where its characters have no meaning.
 */
export function readPdfLayout(document: PdfPages): Layout {
  const writer = new LayoutWriter();
  const flow = documentFlow(document.pages);
  const lines = flow.flatMap((item) => (item.kind === 'line' ? [item.line] : []));
  const left = lines.reduce((least, line) => Math.min(least, line.left), Infinity);
  const right = lines.reduce((most, line) => Math.max(most, line.right), -Infinity);
  let paragraph = '';
  let last: { readonly line: VisualLine; readonly page: number } | null = null;
  const close = () => {
    if (paragraph !== '') writer.line(paragraph);
    paragraph = '';
    last = null;
  };
  for (const item of flow) {
    if (item.kind === 'table') {
      close();
      writer.grid(item.rows);
      continue;
    }
    const before: { readonly line: VisualLine; readonly page: number } | null = last;
    const text = lineText(item.line);
    if (before !== null && goesOn(before.line, item.line, left, right, before.page === item.page)) {
      paragraph = joinBroken(paragraph, text);
    } else {
      close();
      paragraph = text;
    }
    last = item;
  }
  close();
  const layout = writer.finish();
  refuseUnreadable(layout.text, document);
  const picturePages = document.pages.flatMap(({ isPicture }, index) => (isPicture ? [index + 1] : []));
  return picturePages.length === 0 ? layout : { ...layout, picturePages };
}
