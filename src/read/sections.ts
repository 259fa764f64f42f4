import { SECTIONS, type Section } from '../form/sections.ts';
import { isWhiteSpace } from './characters.ts';
import { foldLabel } from './normalise.ts';

const LONGEST_HEADING = 60;
const LONGEST_KEYWORD_HEADING = 30;
const LONGEST_UNNUMBERED = 18;

const official = new Map<string, Section>();
for (const section of SECTIONS) {
  for (const wording of [section.zh, ...(section.published ?? [])]) official.set(foldLabel(wording), section);
}

/** `一、`, `第一部分`, `1.`: the numbering of a section, which may be off; brackets number what stands inside one. */
const TOP_NUMBER = /^(?:第?[一二三四五六七八九十]{1,2}(?:部分|[、.．,，:：\s])|\d{1,2}\s*[、.．])\s*/;
const INNER_NUMBER = /^[（(]\s*[一二三四五六七八九十\d]{1,2}\s*[)）]\s*/;
const NUMBER_OF_FOLDED = /^(?:第?[一二三四五六七八九十]{1,2}(?:部分)?|\d{1,2})/;

const byKeyword = (folded: string): Section | undefined =>
  SECTIONS.find((section) => section.keywords.some((words) => words.every((word) => folded.includes(word))));

/** Sections whose words also head paragraphs of the overview (主动公开, 依申请公开) need their number or full name. */
const isUnmistakable = (section: Section): boolean => section.number === 1 || section.number >= 4;

/** A line that heads a section of the form. */
export interface SectionHeading {
  readonly number: Section['number'];
  /** Numbered in brackets: a paragraph of the overview, unless the report numbers all its sections so. */
  readonly isInner: boolean;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const opensMarked = (code: number): boolean => isWhiteSpace(code) || code === 35 || code === 42 || code === 62;

/** A line without the blanks and marks (`##`, `**`, `>`) around it. */
function withoutMarks(line: string): string {
  let from = 0;
  let to = line.length;
  while (from < to && opensMarked(line.charCodeAt(from))) from += 1;
  while (to > from && (isWhiteSpace(line.charCodeAt(to - 1)) || line.charCodeAt(to - 1) === 42)) to -= 1;
  return line.slice(from, to);
}

/**
 * The section that a line is the heading of, by its words rather than its number; null for any other line, a
 * sentence that mentions the words, a numbered paragraph inside a section, or a line of a table of contents.
 */
export function sectionHeading(line: string): SectionHeading | null {
  const text = withoutMarks(line);
  if (
    text === '' ||
    text.length > LONGEST_HEADING ||
    isDigit(text.charCodeAt(text.length - 1)) ||
    /[。；;|｜\t]|[.．…·]{3,}/.test(text)
  )
    return null;
  const isInner = INNER_NUMBER.test(text);
  const isTop = TOP_NUMBER.test(text);
  const folded = foldLabel(text);
  const named = official.get(folded) ?? official.get(folded.replace(NUMBER_OF_FOLDED, ''));
  if (named) return { number: named.number, isInner };
  if (isInner || folded.length > LONGEST_KEYWORD_HEADING) return null;
  const section = byKeyword(folded);
  if (!section) return null;
  if (isTop) return { number: section.number, isInner: false };
  return isUnmistakable(section) && folded.length <= LONGEST_UNNUMBERED && !/[，,]/.test(text)
    ? { number: section.number, isInner: false }
    : null;
}
