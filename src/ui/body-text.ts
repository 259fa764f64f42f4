import { KINDS } from '../bodies/kinds.ts';
import { LEVELS } from '../bodies/levels.ts';
import type { ListedBody } from '../store/body-list.ts';
import type { Wording } from './wording.ts';

const UNKNOWN = '—';

/** Name of a body's level; a dash where it is not known. */
export const levelName = (key: string | null, { language }: Wording): string =>
  LEVELS.find((level) => level.key === key)?.[language] ?? key ?? UNKNOWN;

/** Name of a kind of body; a dash where it is not known. */
export const kindName = (key: string | null, { language }: Wording): string =>
  KINDS.find((kind) => kind.key === key)?.[language] ?? key ?? UNKNOWN;

/** First and last year that a body has a report of, with the number of reports; says so where there is none. */
export function filedYears({ firstYear, lastYear, reports }: ListedBody, { messages, exact }: Wording): string {
  if (firstYear === null || lastYear === null) return messages.neverFiled;
  return `${messages.yearsSpan(firstYear, lastYear)} · ${messages.reportsCount(exact(reports))}`;
}

/** Years in ascending order as a reader writes them: `2019–2020、2025`. */
export function yearRanges(years: readonly number[], separator: string): string {
  const ranges: { first: number; last: number }[] = [];
  for (const year of years) {
    const open = ranges.at(-1);
    if (open?.last === year - 1) open.last = year;
    else ranges.push({ first: year, last: year });
  }
  return ranges.map(({ first, last }) => (first === last ? String(first) : `${first}–${last}`)).join(separator);
}
