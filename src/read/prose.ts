import { SECTIONS } from '../form/sections.ts';
import { readClaims } from './claims.ts';
import { evidence } from './evidence.ts';
import { readIdentity } from './identity.ts';
import type { ProseLine } from './paragraphs.ts';
import type { Claim, Evidence, Passage, Span } from './report.ts';
import { sectionHeading } from './sections.ts';

/** What a report's prose says: who and when, its sections, and the claims in them. */
export interface Prose {
  readonly body: string | null;
  readonly year: number | null;
  readonly published: string | null;
  readonly scope: 'own' | 'area' | null;
  readonly passages: readonly Passage[];
  readonly claims: readonly Claim[];
  readonly evidence: readonly Evidence[];
}

interface Chapter {
  readonly section: number;
  readonly heading: Span | null;
  readonly lines: Span[];
}

// What a site prints under an article; nothing behind it belongs to the report.
const END_OF_ARTICLE =
  /^(?:打印|关闭|【?(?:打印|关闭)|上一[篇条]|下一[篇条]|分享到|版权所有|主办单位?[:：]|承办|网站标识码|.{0,6}ICP备|.{0,6}公网安备|扫一扫|相关(?:链接|阅读|信息|稿件)|责任编辑|附件[:：]?$)/;

function chaptersOf(text: string, lines: readonly Span[]): Chapter[] {
  const chapters: Chapter[] = [{ section: 0, heading: null, lines: [] }];
  for (const line of lines) {
    const words = text.slice(line.start, line.end);
    const heading = sectionHeading(words);
    const current = chapters.at(-1)!;
    if (heading) chapters.push({ section: heading.number, heading: line, lines: [] });
    else if (current.section > 0 && END_OF_ARTICLE.test(words.trim())) {
      if (current.section === 6) break;
    } else current.lines.push(line);
  }
  return chapters;
}

/** A table of contents is a run of headings with nothing under them that come again further down. */
function withoutContents(chapters: readonly Chapter[]): Chapter[] {
  return chapters.filter(
    (chapter, index) =>
      chapter.lines.length > 0 ||
      !chapters.slice(index + 1).some((later) => later.section === chapter.section && later.lines.length > 0),
  );
}

function passageOf(text: string, { section, heading, lines }: Chapter): Passage[] {
  const first = heading ?? lines[0];
  if (!first) return [];
  return [
    {
      section,
      heading: heading ? text.slice(heading.start, heading.end).trim() : '',
      text: lines.map((line) => text.slice(line.start, line.end).trim()).join('\n'),
      span: { start: first.start, end: (lines.at(-1) ?? first).end },
    },
  ];
}

function sectionEvidence(text: string, chapters: readonly Chapter[]): Evidence[] {
  const headed = chapters.filter((chapter) => chapter.heading !== null);
  const count = (number: number) => headed.filter((chapter) => chapter.section === number).length;
  return [
    ...headed.map(({ section, heading }) =>
      evidence('section', `${section} ${text.slice(heading!.start, heading!.end).trim()}`, heading),
    ),
    ...SECTIONS.filter(({ number }) => count(number) === 0).map(({ number }) =>
      evidence('section-missing', String(number), null),
    ),
    ...SECTIONS.filter(({ number }) => count(number) > 1).map(({ number }) =>
      evidence('section-repeated', String(number), null),
    ),
  ];
}

/** Reads the prose of a document from its lines outside the form's tables. */
export function readProse(text: string, lines: readonly Span[]): Prose {
  const chapters = withoutContents(chaptersOf(text, lines));
  const firstSection = chapters.find((chapter) => chapter.heading !== null)?.heading ?? null;
  const identity = readIdentity(text, lines, firstSection?.start ?? null);
  const from = identity.title?.start ?? (firstSection ? firstSection.start : 0);
  const report = chapters.map((chapter) => ({
    ...chapter,
    lines: chapter.lines.filter((line) => chapter.section > 0 || line.start >= from),
  }));
  const prose: ProseLine[] = report.flatMap(({ section, lines: own }) =>
    own
      .filter((line) => line.start !== identity.title?.start)
      .map((span) => ({ span, section: section === 0 ? null : section })),
  );
  const titled: Claim[] =
    identity.title && identity.year !== null
      ? [
          {
            topic: 'year',
            value: identity.year,
            section: null,
            sentence: text.slice(identity.title.start, identity.title.end).trim(),
            span: identity.title,
          },
        ]
      : [];
  return {
    body: identity.body,
    year: identity.year,
    published: identity.published,
    scope: identity.scope,
    passages: report.flatMap((chapter) => passageOf(text, chapter)),
    claims: [...titled, ...readClaims(text, prose, identity)],
    evidence: [...identity.evidence, ...sectionEvidence(text, chapters)],
  };
}
