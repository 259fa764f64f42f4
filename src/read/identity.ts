import type { Said } from './disagreements.ts';
import type { DocumentLines } from './document-lines.ts';
import { evidence } from './evidence.ts';
import { readMetadata } from './metadata.ts';
import { normaliseText, type NormalText } from './normalise.ts';
import { ownTitle, type OwnTitle } from './own-title.ts';
import { readPeriod } from './period.ts';
import type { Evidence, Span } from './report.ts';
import { readScope } from './scope.ts';
import { parseBodyName, parseNameLine, readTitle, type Title } from './titles.ts';

/** Who reports on which year, as the document itself says; null where it does not say or contradicts itself. */
export interface Identity {
  readonly body: string | null;
  readonly year: number | null;
  readonly published: string | null;
  readonly scope: 'own' | 'area' | null;
  /** The title that was believed; null where there is none. */
  readonly title: Title | null;
  readonly evidence: readonly Evidence[];
  readonly said: WhoSaysWhat;
}

/** What each place of a document says of its body and year, whether or not it was believed. */
export interface WhoSaysWhat {
  readonly years: readonly Said<number>[];
  readonly bodies: readonly Said<string>[];
}

const OPENING_LINES = 24;
const TAIL_LINES = 15;
const OPENING_LENGTH = 2000;
const PREAMBLE = /(?:现将|现公布|发布|公布|编制)(?<body>[^,，。;]{3,40}?)(?<year>20\d{2})年度?(?:政府)?信息公开/;
const SIGNED_DATE = /^(20\d{2})年(\d{1,2})月(\d{1,2})日$/;

interface Signature {
  readonly body: string | null;
  readonly evidence: readonly Evidence[];
}

/** A name alone on one of the last lines with a date right below it, or after it, signs the report. */
function readSignature(document: DocumentLines, lines: readonly Span[]): Signature {
  const tail = lines.slice(-TAIL_LINES);
  const written = tail.map((line) => document.normal(line).text.trim());
  const at = written.findLastIndex((line) => SIGNED_DATE.test(line));
  if (at >= 0) {
    const body = at > 0 ? parseNameLine(written[at - 1]!) : null;
    const [, year, month, day] = SIGNED_DATE.exec(written[at]!)!;
    const date = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
    return {
      body,
      evidence: [...(body ? [evidence('signature', body, tail[at - 1]!)] : []), evidence('signature', date, tail[at]!)],
    };
  }
  const one = written.findLastIndex((line) => /20\d{2}年\d{1,2}月\d{1,2}日$/.test(line));
  const body = one < 0 ? null : parseNameLine(written[one]!.replace(/20\d{2}年\d{1,2}月\d{1,2}日$/, ''));
  return { body, evidence: body ? [evidence('signature', body, tail[one]!)] : [] };
}

/** The one name of several places, the longest where they are short forms of it; null where they differ. */
function agreedName(names: readonly (string | null)[]): string | null {
  const told = names.filter((name) => name !== null);
  const longest = told.reduce((a, b) => (b.length > a.length ? b : a), told[0] ?? '');
  return told.length > 0 && told.every((name) => longest.includes(name)) ? longest : null;
}

/** The first characters of a line of any length, in normal form. */
const openingOf = (document: DocumentLines, line: Span): NormalText =>
  line.end - line.start <= OPENING_LENGTH
    ? document.normal(line)
    : normaliseText(document.text, line.start, line.start + OPENING_LENGTH);

function bodyOf(title: OwnTitle | null, weaker: readonly (string | null)[]): string | null {
  if (title?.body == null) return agreedName(weaker);
  if (title.rival?.body != null && !title.rival.body.includes(title.body) && !title.body.includes(title.rival.body)) {
    return weaker.find((name) => name === title.body || name === title.rival!.body) ?? null;
  }
  // A line beside the title may be the site's name: it must not contradict who signed or published.
  return title.isBodyBeside ? agreedName([title.body, ...weaker]) : title.body;
}

function yearOf(title: OwnTitle | null, weaker: readonly number[]): number | null {
  const agreed = new Set(weaker).size === 1 ? weaker[0]! : null;
  if (title?.year == null) return agreed;
  if (title.rival === null || title.rival.year === title.year) return title.year;
  return agreed === title.year || agreed === title.rival.year ? agreed : null;
}

const saying = <Value extends string | number>(
  by: string,
  value: Value | null | undefined,
  span: Span | null | undefined,
): Said<Value>[] => (value == null ? [] : [{ by, value, span: span ?? null }]);

/**
 * Reads body, year, date of publication and scope. The title goes before period, preamble, signature and metadata; where
 * two places of equal standing disagree the answer is null, and both are evidence.
 */
export function readIdentity(document: DocumentLines, lines: readonly Span[], firstSection: number | null): Identity {
  const titles = lines.flatMap((line) => readTitle(document, line) ?? []);
  const own = ownTitle(titles, document, lines, firstSection);
  const metadata = readMetadata(document, lines, firstSection);
  const opening = lines
    .filter((line) => line.start >= (own?.title.span.end ?? 0))
    .slice(0, OPENING_LINES)
    .map((line) => ({ line, normal: openingOf(document, line) }));
  const words = opening.map(({ normal }) => normal.text).join('\n');
  const periods = opening.flatMap(({ normal }) => {
    const period = readPeriod(normal.text);
    return period
      ? [{ year: period.year, span: { start: normal.at(period.index), end: normal.at(period.index + 3) + 1 } }]
      : [];
  });
  const preamble = PREAMBLE.exec(words)?.groups;
  const signature = readSignature(document, lines);
  const preambleYear = preamble?.['year'];
  const preambleBody = preamble ? parseBodyName(preamble['body']!) : null;
  const spanOf = (found: readonly Evidence[]) => found[0]?.span ?? null;
  const rival = own?.rival ?? null;
  return {
    body: bodyOf(own, [preambleBody, signature.body, metadata.body]),
    year: yearOf(own, [
      ...periods.map(({ year }) => year),
      ...(preambleYear === undefined ? [] : [Number(preambleYear)]),
    ]),
    published: metadata.published,
    scope: readScope(words),
    title: own?.title ?? null,
    evidence: [
      ...(own ? [evidence('title', own.title.text, own.title.span)] : []),
      ...(own?.rival ? [evidence('title', own.rival.text, own.rival.span)] : []),
      ...periods.map(({ year, span }) => evidence('period', String(year), span)),
      ...signature.evidence,
      ...metadata.evidence,
    ],
    said: {
      years: [
        ...saying('title', own?.year, own?.title.span),
        ...saying('another title', rival?.year, rival?.span),
        ...periods.map(({ year, span }) => ({ by: 'period', value: year, span })),
        ...saying('preamble', preambleYear === undefined ? null : Number(preambleYear), null),
      ],
      bodies: [
        ...saying('title', own?.body, own?.title.span),
        ...saying('another title', rival?.body, rival?.span),
        ...saying('preamble', preambleBody, null),
        ...saying('signature', signature.body, spanOf(signature.evidence)),
        ...saying('publisher', metadata.body, spanOf(metadata.evidence)),
      ],
    },
  };
}
