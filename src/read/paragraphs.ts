import type { Span } from './report.ts';

/** A line of prose with the section it stands in. */
export interface ProseLine {
  readonly span: Span;
  readonly section: number | null;
}

/** The lines of one paragraph, in order, without the page numbers between them. */
export interface Paragraph {
  readonly lines: readonly Span[];
  readonly section: number | null;
}

const WRAPPED_LENGTH = 15;
const NEW_ITEM =
  /^\s*(?:[(（]\s*[一二三四五六七八九十\d]{1,2}\s*[)）]|[一二三四五六七八九十]{1,2}、|第[一二三四五六七八九十]+[、，部]|\d{1,2}\s*[.、．])/;
const PAGE_NUMBER = /^\s*(?:[-—–]+\s*\d{1,3}\s*[-—–]+|第\s*\d{1,3}\s*页(?:[\s,，/]*共\s*\d{1,3}\s*页)?)\s*$/;

/** Whether nothing but a line end stands between two lines, or the number of a page. */
function isRightBelow(between: string): boolean {
  const [first = '', ...rest] = between.split('\n');
  const last = rest.pop();
  const hasPageNumber = rest.some((line) => PAGE_NUMBER.test(line));
  const isPlain = rest.every((line) => PAGE_NUMBER.test(line) || (hasPageNumber && line.trim() === ''));
  return last !== undefined && first.trim() === '' && last.trim() === '' && isPlain;
}

/** Joins the lines of prose that a file breaks inside a sentence: a long line without an end, and the line right below it. */
export function paragraphsOf(text: string, lines: readonly ProseLine[]): Paragraph[] {
  const paragraphs: { lines: Span[]; section: number | null }[] = [];
  for (const { span, section } of lines) {
    const words = text.slice(span.start, span.end);
    if (PAGE_NUMBER.test(words)) continue;
    const paragraph = paragraphs.at(-1);
    const above = paragraph?.lines.at(-1);
    const isOpen =
      above !== undefined &&
      paragraph?.section === section &&
      above.end - above.start >= WRAPPED_LENGTH &&
      !/[。！？!?；;：:\t|]\s*$/.test(text.slice(Math.max(above.start, above.end - 8), above.end)) &&
      !NEW_ITEM.test(words) &&
      !/[\t|]/.test(words) &&
      isRightBelow(text.slice(above.end, span.start));
    if (isOpen) paragraph.lines.push(span);
    else paragraphs.push({ lines: [span], section });
  }
  return paragraphs;
}
