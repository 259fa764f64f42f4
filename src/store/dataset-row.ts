import { EDITIONS, type Edition } from '../form/edition.ts';
import { ContentHash } from './content-hash.ts';
import { LAYOUT } from './layout.ts';
import type { NumberedReport } from './numbering.ts';
import type { StoredRow } from './tables.ts';

/** What the person or program that builds a dataset says about it. */
export interface DatasetDescription {
  readonly name: string;
  /** True where any of its figures is made up; a synthetic filing makes it so whatever is said here. */
  readonly synthetic: boolean;
  /** When it is built, ISO 8601. */
  readonly madeAt: string;
  /** Version of the program that builds it. */
  readonly version: string;
}

/** What a dataset holds, counted. */
export interface DatasetCounts {
  readonly bodies: number;
  /** Reports, all versions. */
  readonly reports: number;
  /** Body-years that have a report. */
  readonly currentReports: number;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  /** Figures in current reports that a person corrected. */
  readonly corrected: number;
  /** Hash of bodies, reports and figures, 16 hex digits. */
  readonly fingerprint: string;
}

/** Counts numbered reports, which lie in the order of years, and hashes them with their bodies. */
export function countDataset(bodies: number, bodiesDigest: string, reports: readonly NumberedReport[]): DatasetCounts {
  const hash = new ContentHash().add(String(LAYOUT)).add(bodiesDigest);
  for (const { bodyId, version, digest } of reports) hash.add(`${bodyId} ${version} ${digest}`);
  return {
    bodies,
    reports: reports.length,
    currentReports: reports.reduce((count, report) => count + Number(report.current), 0),
    firstYear: reports[0]?.year ?? null,
    lastYear: reports.at(-1)?.year ?? null,
    corrected: reports.reduce((count, report) => count + (report.current ? report.corrected : 0), 0),
    fingerprint: hash.hex(),
  };
}

/** The row of `dataset`. */
export function datasetRow(
  description: DatasetDescription,
  counts: DatasetCounts,
  editions: ReadonlySet<Edition>,
): StoredRow {
  const known = (Object.keys(EDITIONS) as Edition[]).filter((edition) => editions.has(edition));
  const { bodies, reports, currentReports, firstYear, lastYear, corrected, fingerprint } = counts;
  return [
    description.name,
    description.synthetic,
    description.madeAt,
    description.version,
    LAYOUT,
    known.join(','),
    fingerprint,
    bodies,
    reports,
    currentReports,
    firstYear,
    lastYear,
    corrected,
  ];
}
