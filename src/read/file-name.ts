import { DocumentLines } from './document-lines.ts';
import { yearDisagreement, type Said } from './disagreements.ts';
import type { Evidence } from './report.ts';
import { parseBodyName, readTitle } from './titles.ts';

/** What a file's name says of the report in it. It is held against the document and never believed alone. */
export interface FileNameSays {
  readonly body: Said<string> | null;
  readonly year: Said<number> | null;
}

// A year, not the year of a date (2025-01-16) or a part of a number.
const YEAR = /(?<!\d)20\d\d(?!\d|[-_.年](?:0?[1-9]|1[0-2])(?!\d))/;
const ANY_YEAR = /(?<!\d)20\d\d(?!\d)/g;

/** Reads the year and the body out of a file's name, with or without folders before it. */
export function readFileName(path: string): FileNameSays {
  const name = path.replace(/^.*[/\\]/s, '').replace(/\.\w{1,8}$/, '');
  const title = readTitle(new DocumentLines(name), { start: 0, end: name.length });
  const body = title?.body ?? parseBodyName(name.replace(/[-_ ]?20\d\d年?度?[-_ ]?/g, ''));
  const plain = YEAR.exec(name)?.[0];
  const year = title?.year ?? (plain === undefined ? null : Number(plain));
  return {
    body: body === null ? null : { by: 'file name', value: body, span: null },
    year: year === null ? null : { by: 'file name', value: year, span: null },
  };
}

/**
 * What the address of a page says of the report year; null where it names none, or only the year of the report or of
 * its publication, the year after.
 */
export function yearOfAddress(address: string, reportYear: number): Said<number> | null {
  const years = Array.from(address.replace(/^\w+:\/\/[^/]*/, '').matchAll(ANY_YEAR), ([year]) => Number(year));
  const [first] = years;
  if (first === undefined || years.includes(reportYear) || years.includes(reportYear + 1)) return null;
  return { by: 'address', value: first, span: null };
}

/** Evidence that the address a report was published at names another year; none where either is not known. */
export function addressDisagreement(address: string | null, reportYear: number | null): Evidence[] {
  const said = address === null || reportYear === null ? null : yearOfAddress(address, reportYear);
  return said ? yearDisagreement([{ by: 'report', value: reportYear!, span: null }, said]) : [];
}
