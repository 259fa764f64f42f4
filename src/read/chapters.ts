import type { DocumentLines } from './document-lines.ts';
import type { Span } from './report.ts';

/** A section of the report with its heading and the lines under it; section 0 stands before the first heading. */
export interface Chapter {
  readonly section: number;
  readonly heading: Span | null;
  readonly lines: Span[];
}

// What a site prints under an article; nothing behind it belongs to the report.
const END_OF_ARTICLE =
  /^(?:打印|关闭|【?(?:打印|关闭)|上一[篇条]|下一[篇条]|分享到|版权所有|主办单位?[:：]|承办|网站标识码|.{0,6}ICP备|.{0,6}公网安备|扫一扫|相关(?:链接|阅读|信息|稿件|文档|附件)|责任编辑|附件[:：]?$|网站地图|友情链接|返回顶部|政府网站标识码)/;

interface Heading {
  readonly line: number;
  readonly section: number;
  readonly isInner: boolean;
}

const LEAST_OF_CONTENTS = 4;

/** The headings of a table of contents: four or more in a row, of sections that are headed again further down. */
function contentsIn(headings: readonly Heading[]): Set<number> {
  const contents = new Set<number>();
  for (let first = 0; first < headings.length;) {
    let last = first;
    while (headings[last + 1]?.line === headings[last]!.line + 1) last += 1;
    const run = headings.slice(first, last + 1);
    const later = new Set(headings.slice(last + 1).map(({ section }) => section));
    if (run.length >= LEAST_OF_CONTENTS && run.every(({ section }) => later.has(section))) {
      for (const { line } of run) contents.add(line);
    }
    first = last + 1;
  }
  return contents;
}

/** The sections of a report in the order of its lines; a table of contents and paragraphs numbered in brackets are none. */
export function chaptersOf(document: DocumentLines, lines: readonly Span[]): Chapter[] {
  const { text } = document;
  const found = lines.flatMap((span, line): Heading[] => {
    const heading = document.heading(span);
    return heading ? [{ line, section: heading.number, isInner: heading.isInner }] : [];
  });
  const contents = contentsIn(found);
  const outer = found.filter(({ isInner, line }) => !isInner && !contents.has(line));
  const headings = found.filter(({ isInner, line }) => !contents.has(line) && (!isInner || outer.length === 0));
  const bySection = new Map(headings.map((heading) => [heading.line, heading.section]));
  const chapters: Chapter[] = [{ section: 0, heading: null, lines: [] }];
  for (const [index, span] of lines.entries()) {
    const current = chapters.at(-1)!;
    const section = bySection.get(index);
    if (section !== undefined) chapters.push({ section, heading: span, lines: [] });
    else if (contents.has(index)) continue;
    else if (current.section > 0 && END_OF_ARTICLE.test(text.slice(span.start, span.end).trim())) {
      if (current.section === 6) break;
    } else current.lines.push(span);
  }
  return chapters;
}
