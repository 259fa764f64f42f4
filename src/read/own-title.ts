import type { DocumentLines } from './document-lines.ts';
import type { Span } from './report.ts';
import { parseNameLine, type Title } from './titles.ts';

/** The report's own title, and what it says together with the lines around it and with its repetitions on the page. */
export interface OwnTitle {
  readonly title: Title;
  readonly body: string | null;
  readonly year: number | null;
  /** The body was read from a line beside the title, which may also be a site's name. */
  readonly isBodyBeside: boolean;
  /** Another title of equal standing says otherwise. */
  readonly rival: Title | null;
}

const says = ({ body, year }: Title): string => `${body ?? ''} ${year ?? ''}`;

/** Links to other reports stand one under another: titles on lines in a row that say different things. */
function withoutLists(titles: readonly Title[], lines: readonly Span[]): Title[] {
  const order = new Map(lines.map((line, index) => [line.start, index]));
  const place = (title: Title | undefined) => (title ? (order.get(title.span.start) ?? -9) : -9);
  return titles.filter((title, index) =>
    [titles[index - 1], titles[index + 1]].every(
      (beside) =>
        beside === undefined ||
        Math.abs(place(beside) - place(title)) > 1 ||
        beside.year === title.year ||
        beside.year === null ||
        title.year === null ||
        titles.filter((other) => says(other) === says(title)).length > 1,
    ),
  );
}

const YEAR_LINE = /^\(?(20\d{2})年?度?\)?$/;

/** A title over several lines has the body's name, or the year, on the line right above or below it. */
function completed(
  title: Title,
  document: DocumentLines,
  lines: readonly Span[],
): { body: string | null; year: number | null } {
  const at = lines.findIndex((line) => line.start === title.span.start);
  const beside = (step: 1 | -1): string[] => {
    const near = [lines[at + step], lines[at + 2 * step]].map((line) =>
      line ? document.normal(line).text.trim() : '',
    );
    // The second line counts only behind one that is itself a part of the title.
    return YEAR_LINE.test(near[0]!) || parseNameLine(near[0]!) !== null ? near : near.slice(0, 1);
  };
  const around = at < 0 ? [] : [...beside(-1), ...beside(1)];
  const withYear = around.map((line) => /^(.*?)\(?(20\d{2})年?度?\)?$/.exec(line));
  const year = withYear.find((match) => match !== null && (match[1] === '' || parseNameLine(match[1]!) !== null))?.[2];
  const body = [...around, ...withYear.map((match) => match?.[1] ?? '')]
    .map(parseNameLine)
    .find((name) => name !== null);
  return { body: body ?? null, year: year === undefined ? null : Number(year) };
}

const agree = <T>(a: T | null, b: T | null): boolean => a === null || b === null || a === b;
const sameName = (a: string | null, b: string | null): boolean => agree(a, b) || a!.includes(b!) || b!.includes(a!);

/**
 * The report's own title: the one nearest above the first section, or that the page repeats; null where there is none or
 * where several could be it. Lists of links to other reports do not count.
 */
export function ownTitle(
  titles: readonly Title[],
  document: DocumentLines,
  lines: readonly Span[],
  firstSection: number | null,
): OwnTitle | null {
  const above = firstSection === null ? titles : titles.filter((title) => title.span.end <= firstSection);
  const candidates = withoutLists(above, lines);
  const dated = candidates.filter((title) => title.year !== null);
  if (firstSection === null && new Set(dated.map(says)).size > 1) return null;
  const nearest = dated.at(-1) ?? candidates.at(-1);
  if (!nearest) return null;
  const told = candidates.filter((title) => title !== nearest);
  const repeated = told.find(
    (title) => title.year !== null && told.some((other) => other !== title && says(other) === says(title)),
  );
  const isRepeatedItself = told.some((title) => says(title) === says(nearest));
  const rival =
    repeated && !isRepeatedItself && !(agree(repeated.year, nearest.year) && sameName(repeated.body, nearest.body))
      ? repeated
      : null;
  const beside = completed(nearest, document, lines);
  const elsewhere = candidates.find((title) => title.body !== null && agree(title.year, nearest.year));
  return {
    title: nearest,
    body: nearest.body ?? beside.body ?? elsewhere?.body ?? null,
    year: nearest.year ?? beside.year,
    isBodyBeside: nearest.body === null && beside.body !== null,
    rival,
  };
}
