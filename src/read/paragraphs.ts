import type { Span } from './report.ts';

/** A line of prose with the section it stands in. */
export interface ProseLine {
  readonly span: Span;
  readonly section: number | null;
}

const WRAPPED_LENGTH = 15;
const NEW_ITEM =
  /^\s*(?:[(（]\s*[一二三四五六七八九十\d]{1,2}\s*[)）]|[一二三四五六七八九十]{1,2}、|第[一二三四五六七八九十]+[、，部]|\d{1,2}\s*[.、．])/;
const PAGE_NUMBER = /^\s*(?:[-—–]+\s*\d{1,3}\s*[-—–]+|第\s*\d{1,3}\s*页(?:[\s,，/]*共\s*\d{1,3}\s*页)?)\s*$/;

/** Joins the lines of prose that a file breaks inside a sentence: a long line without an end, and the line right below it. */
export function joinLines(text: string, lines: readonly ProseLine[]): ProseLine[] {
  const joined: ProseLine[] = [];
  for (const line of lines) {
    const words = text.slice(line.span.start, line.span.end);
    if (PAGE_NUMBER.test(words)) continue;
    const before = joined.at(-1);
    const isOpen =
      before?.section === line.section &&
      before.span.end - before.span.start >= WRAPPED_LENGTH &&
      !/[。！？!?；;：:\t|]\s*$/.test(text.slice(Math.max(before.span.start, before.span.end - 8), before.span.end)) &&
      !NEW_ITEM.test(words) &&
      !/[\t|]/.test(words) &&
      /^[^\S\n]*\n[^\S\n]*$/.test(text.slice(before.span.end, line.span.start));
    if (isOpen) joined[joined.length - 1] = { ...before, span: { start: before.span.start, end: line.span.end } };
    else joined.push(line);
  }
  return joined;
}
