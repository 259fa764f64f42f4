/** A report as the address holds it: the body's key and the year. */
export interface ReportKey {
  /** Key of the body (see `body-key.ts`). */
  readonly body: string;
  /** Null for the body's latest report. */
  readonly year: number | null;
}

const WITH_YEAR = /^(.+)@([12]\d{3})$/;

/** A report's key, `region/name@year`; without its year it is the body's latest report. */
export const formatReportKey = ({ body, year }: ReportKey): string => (year === null ? body : `${body}@${year}`);

/** Reads a report's key back. */
export function parseReportKey(key: string): ReportKey {
  const [, body, year] = WITH_YEAR.exec(key) ?? [];
  return body === undefined ? { body: key, year: null } : { body, year: Number(year) };
}

/**
 * The view that holds the last of a body's reports beside the one before it; null where there are not two. Years with a
 * report, in order.
 */
export function besideEarlierReport(
  body: string,
  years: readonly number[],
): { readonly page: 'compare'; readonly left: string; readonly right: string } | null {
  const [later, earlier] = [years.at(-1), years.at(-2)];
  if (later === undefined || earlier === undefined) return null;
  return {
    page: 'compare',
    left: formatReportKey({ body, year: earlier }),
    right: formatReportKey({ body, year: later }),
  };
}
