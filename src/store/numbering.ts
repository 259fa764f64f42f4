import type { FilingSource } from './filing.ts';

/** What decides a report's place in the dataset. */
export interface FiledReport {
  /** Number of the filing in the order it came. */
  readonly filing: number;
  readonly bodyId: number;
  readonly year: number;
  /** Date of publication, YYYY-MM-DD, where known. */
  readonly published: string | null;
  readonly entered: FilingSource['kind'];
  /** Number of its source in the order sources came. */
  readonly source: number;
  readonly sourceName: string;
  /** How many of its figures a person corrected. */
  readonly corrected: number;
  /** Hash of what the report says. */
  readonly digest: string;
}

/** A report with the numbers it has in the dataset. */
export interface NumberedReport extends FiledReport {
  readonly reportId: number;
  readonly version: number;
  readonly current: boolean;
  readonly sourceId: number;
}

/** What is read from a document counts before a bare list of figures, and both before anything made up. */
const WEIGHT: Record<FilingSource['kind'], number> = { synthetic: 0, figures: 1, document: 2 };

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The order of reports: year, body, then version: published later, a document after a list, the later source name.
 * What the report says comes last, so that the order of the input never matters.
 */
function compareReports(a: FiledReport, b: FiledReport): number {
  return (
    a.year - b.year ||
    a.bodyId - b.bodyId ||
    compareText(a.published ?? '', b.published ?? '') ||
    WEIGHT[a.entered] - WEIGHT[b.entered] ||
    compareText(a.sourceName, b.sourceName) ||
    compareText(a.digest, b.digest)
  );
}

/** Numbers reports in the order of year, region, body and version; the last version of a body-year is the current one. */
export function numberReports(filed: readonly FiledReport[]): NumberedReport[] {
  const sorted = [...filed].sort(compareReports);
  const sourceIds = new Map<number, number>();
  let version = 0;
  return sorted.map((report, index) => {
    const [before, after] = [sorted[index - 1], sorted[index + 1]];
    const isSame = (other: FiledReport | undefined) => other?.bodyId === report.bodyId && other.year === report.year;
    version = isSame(before) ? version + 1 : 1;
    if (!sourceIds.has(report.source)) sourceIds.set(report.source, sourceIds.size + 1);
    return {
      ...report,
      reportId: index + 1,
      version,
      current: !isSame(after),
      sourceId: sourceIds.get(report.source)!,
    };
  });
}
