/** The year that a period from 1 January to 31 December covers, and where the year stands. */
export interface Period {
  readonly year: number;
  readonly index: number;
}

// Copies lose characters beside digits: 自20251月1日至202512月31日, 202011日至20201231日.
const PERIOD =
  /(?<!\d)(?<from>20\d\d)[-./年]?0?1[-./月]?0?1日?起?(?:至|到|-|—|–|~)+(?:(?<to>20\d\d)[-./年]?)?12[-./月]?31日?/;
const STATED = /统计(?:期限|时限|时间|周期)[^。;0-9]{0,8}?(?<from>20\d\d)年度?(?!\d)(?![^。;]{0,4}月)/;

/** The reporting period that a normalised text states; null where it states none or one of several years. */
export function readPeriod(text: string): Period | null {
  const match = PERIOD.exec(text) ?? STATED.exec(text);
  const { from, to } = match?.groups ?? {};
  if (!match || from === undefined || (to !== undefined && to !== from)) return null;
  return { year: Number(from), index: match.index + match[0].indexOf(from) };
}
