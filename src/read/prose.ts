import { SECTIONS } from '../form/sections.ts';
import { chaptersOf, type Chapter } from './chapters.ts';
import { readClaims } from './claims.ts';
import type { DocumentLines } from './document-lines.ts';
import { evidence } from './evidence.ts';
import { readIdentity, type WhoSaysWhat } from './identity.ts';
import type { ProseLine } from './paragraphs.ts';
import type { Claim, Evidence, Passage, Span } from './report.ts';

/** What a report's prose says: who and when, its sections, and the claims in them. */
export interface Prose {
  readonly body: string | null;
  readonly year: number | null;
  readonly published: string | null;
  readonly scope: 'own' | 'area' | null;
  readonly passages: readonly Passage[];
  readonly claims: readonly Claim[];
  readonly evidence: readonly Evidence[];
  readonly said: WhoSaysWhat;
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

const CONTACT = /(?:联系|咨询|监督)?电话[:：是为]?\s*[(（]?\d{3,4}[)）]?[-—－\s]?\d{7,8}|联系(?:人|地址|方式)[:：]/;

/** How to reach the reporting body, where the report itself and not the site's frame says so. */
function contactEvidence(text: string, chapters: readonly Chapter[]): Evidence[] {
  return chapters
    .filter(({ section }) => section > 0)
    .flatMap(({ lines }) => lines)
    .flatMap((line) => {
      const found = CONTACT.exec(text.slice(line.start, line.end));
      if (!found) return [];
      const start = line.start + found.index;
      return [evidence('contact', found[0], { start, end: start + found[0].length })];
    });
}

/** Reads the prose of a document from its lines outside the form's tables. */
export function readProse(document: DocumentLines, lines: readonly Span[]): Prose {
  const { text } = document;
  const chapters = chaptersOf(document, lines);
  const firstSection = chapters.find((chapter) => chapter.heading !== null)?.heading ?? null;
  const identity = readIdentity(document, lines, firstSection?.start ?? null);
  const from = identity.title?.span.start ?? (firstSection ? firstSection.start : 0);
  const report = chapters.map((chapter) => ({
    ...chapter,
    lines: chapter.lines.filter((line) => chapter.section > 0 || line.start >= from),
  }));
  const prose: ProseLine[] = report.flatMap(({ section, lines: own }) =>
    own
      .filter((line) => line.start !== identity.title?.span.start)
      .map((span) => ({ span, section: section === 0 ? null : section })),
  );
  const titled: Claim[] =
    identity.title && identity.year !== null
      ? [
          {
            topic: 'year',
            value: identity.year,
            section: null,
            sentence: text.slice(identity.title.span.start, identity.title.span.end).trim(),
            span: identity.title.yearSpan ?? identity.title.span,
          },
        ]
      : [];
  const claims = readClaims(document, prose, identity);
  const stated = claims.filter(({ topic }) => topic === 'year');
  return {
    body: identity.body,
    year: identity.year,
    published: identity.published,
    scope: identity.scope,
    passages: report.flatMap((chapter) => passageOf(text, chapter)),
    claims: [...titled, ...claims],
    evidence: [...identity.evidence, ...sectionEvidence(text, chapters), ...contactEvidence(text, chapters)],
    said: {
      ...identity.said,
      years: [...identity.said.years, ...stated.map(({ value, span }) => ({ by: 'prose', value, span }))],
    },
  };
}
