import type { Question } from './database.ts';
import { decodeBoolean, decodeNullableNumber, decodeNumber, decodeText } from './decode.ts';
import { sql } from './sql.ts';

/** What a dataset says about itself. */
export interface DatasetFacts {
  readonly name: string;
  /** True where any of its figures is made up. */
  readonly synthetic: boolean;
  /** When it was built, ISO 8601. */
  readonly madeAt: string;
  /** Version of the program that built it. */
  readonly madeBy: string;
  /** Version of its tables' layout. */
  readonly layout: number;
  readonly fingerprint: string;
  readonly bodies: number;
  /** Reports, all versions. */
  readonly reports: number;
  /** Body-years that have a report. */
  readonly currentReports: number;
  /** First and last report year; null in an empty dataset. */
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  /** Figures in current reports that a person corrected. */
  readonly corrected: number;
}

/** Which layout do the tables of this dataset have? One row, whatever layout that is. */
export function layoutQuery(): Question<Pick<DatasetFacts, 'layout'>> {
  return {
    statement: sql`SELECT layout::INTEGER AS layout FROM dataset.main.dataset`,
    decode: (row) => ({ layout: decodeNumber(row, 'layout') }),
  };
}

/** What is this dataset? One row. */
export function datasetFactsQuery(): Question<DatasetFacts> {
  return {
    statement: sql`SELECT
  name::VARCHAR AS name,
  synthetic::BOOLEAN AS synthetic,
  made_at::VARCHAR AS made_at,
  made_by::VARCHAR AS made_by,
  layout::INTEGER AS layout,
  fingerprint::VARCHAR AS fingerprint,
  bodies::INTEGER AS bodies,
  reports::INTEGER AS reports,
  current_reports::INTEGER AS current_reports,
  first_year::INTEGER AS first_year,
  last_year::INTEGER AS last_year,
  corrected::INTEGER AS corrected
FROM dataset.main.dataset`,
    decode: (row) => ({
      name: decodeText(row, 'name'),
      synthetic: decodeBoolean(row, 'synthetic'),
      madeAt: decodeText(row, 'made_at'),
      madeBy: decodeText(row, 'made_by'),
      layout: decodeNumber(row, 'layout'),
      fingerprint: decodeText(row, 'fingerprint'),
      bodies: decodeNumber(row, 'bodies'),
      reports: decodeNumber(row, 'reports'),
      currentReports: decodeNumber(row, 'current_reports'),
      firstYear: decodeNullableNumber(row, 'first_year'),
      lastYear: decodeNullableNumber(row, 'last_year'),
      corrected: decodeNumber(row, 'corrected'),
    }),
  };
}
