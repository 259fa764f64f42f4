import { type ReportIndicator, reportIndicatorsQuery } from '../compare/report-indicators.ts';
import { type Edition, editionDue } from '../form/edition.ts';
import type { BodyYear } from '../store/body-years.ts';
import { type ReportPassage, reportPassagesQuery } from '../store/report-passages.ts';
import { type FiledYears, openFiledYears } from './filed-years.ts';
import type { OpenedDataset } from './opened-dataset.ts';
import { formatReportKey, parseReportKey, type ReportKey } from './report-key.ts';

/** Which two reports are held side by side, by their keys; null where a side is not chosen. */
export interface SidesAsk {
  readonly left: string | null;
  readonly right: string | null;
}

/** One side: a report with the other reports of its body. */
export interface ReportSide {
  readonly key: ReportKey;
  /** Null where the dataset has no such body. */
  readonly filed: FiledYears | null;
  /** Null where the body has no report of that year. */
  readonly report: BodyYear | null;
  /** Every indicator of the report; empty without one. */
  readonly indicators: readonly ReportIndicator[];
  /** What it says in words; empty where the dataset holds no text of it. */
  readonly passages: readonly ReportPassage[];
}

/** Two reports side by side; null where a side is not chosen. */
export interface Sides {
  readonly left: ReportSide | null;
  readonly right: ReportSide | null;
}

/** The form that a report is on: its own, or the one due in its year. */
export const formOfReport = ({ edition, year }: BodyYear): Edition => edition ?? editionDue(year) ?? '2019';

/** The report before this one of the same body, as a key; null where it has none. */
export function earlierReport(filed: FiledYears, body: string, year: number): string | null {
  const earlier = filed.years.filter((one) => one.year < year).at(-1);
  return earlier ? formatReportKey({ body, year: earlier.year }) : null;
}

/** Both reports with all their figures and indicators. */
export async function openSides(dataset: OpenedDataset, ask: SidesAsk, signal: AbortSignal): Promise<Sides> {
  const open = async (text: string | null): Promise<ReportSide | null> => {
    if (text === null) return null;
    const key = parseReportKey(text);
    const filed = await openFiledYears(dataset, key.body, signal);
    const { years = [] } = filed ?? {};
    const report = (key.year === null ? years.at(-1) : years.find(({ year }) => year === key.year)) ?? null;
    return { key, filed, report, indicators: [], passages: [] };
  };
  const sides = { left: await open(ask.left), right: await open(ask.right) };
  const reports = [sides.left, sides.right].flatMap((side) => (side?.report ? [side.report.reportId] : []));
  if (reports.length === 0) return sides;
  const { database } = dataset;
  const indicators = await database.ask(reportIndicatorsQuery([...new Set(reports)]), signal);
  const passages = await database.ask(reportPassagesQuery([...new Set(reports)]), signal);
  const complete = (side: ReportSide | null) => {
    const isIts = ({ reportId }: { readonly reportId: number }) => reportId === side?.report?.reportId;
    return side && { ...side, indicators: indicators.filter(isIts), passages: passages.filter(isIts) };
  };
  return { left: complete(sides.left), right: complete(sides.right) };
}
