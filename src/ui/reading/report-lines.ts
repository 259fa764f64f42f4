import { KEPT_STATUSES, type KeptReport, type KeptStatus } from '../../host/kept-report.ts';

/** Which reports a person looks for: words that all must occur in body, year or path, and a result. */
export interface ReportSearch {
  readonly words: string;
  readonly status: KeptStatus | null;
}

/** The reports found, and how many of each result the words alone find. */
export interface FoundReports {
  readonly reports: readonly KeptReport[];
  readonly counts: Readonly<Record<KeptStatus, number>>;
}

/** Finds reports among all that are listed, in their order. */
export function findReports(reports: readonly KeptReport[], { words, status }: ReportSearch): FoundReports {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const counts = Object.fromEntries(KEPT_STATUSES.map((one) => [one, 0])) as Record<KeptStatus, number>;
  const found: KeptReport[] = [];
  for (const report of reports) {
    if (wanted.length > 0) {
      const said = `${report.file} ${report.body ?? ''} ${report.year ?? ''}`.toLowerCase();
      if (!wanted.every((word) => said.includes(word))) continue;
    }
    counts[report.status] += 1;
    if (status === null || report.status === status) found.push(report);
  }
  return { reports: found, counts };
}
