import type { Question } from '../store/database.ts';
import { decodeNullableNumber, decodeNullableText, decodeNumber, decodeText } from '../store/decode.ts';
import { sql } from '../store/sql.ts';
import { dueAndFiled } from './filing.ts';
import { BODY_KIND, type Selection } from './selection.ts';

/** Which missing filers. */
export interface MissingFilersAsk {
  readonly year: number;
  /** Its years do not matter here. */
  readonly selection: Selection;
  /** How many from the first on. */
  readonly limit: number;
}

/** A body whose report of the year is due by the registry and not in the dataset. */
export interface MissingFiler {
  readonly bodyId: number;
  readonly name: string;
  /** Divisions from the province down, run together; empty where unknown. */
  readonly region: string;
  readonly level: string | null;
  /** `other` where it is not known. */
  readonly kind: string;
  /** The last year it has a report for; null where it never filed. */
  readonly lastYear: number | null;
  /** How many bodies are missing in all. */
  readonly missing: number;
}

/** Whose report of a year is due and not there? In the order of region and name; none where no registry says who should report. */
export function missingFilersQuery({ year, selection, limit }: MissingFilersAsk): Question<MissingFiler> {
  return {
    statement: sql`WITH ${dueAndFiled({ ...selection, years: [year] })}, missing AS (
  SELECT body_id, count(*) OVER () AS missing FROM due ANTI JOIN filed USING (body_id, year)
  ORDER BY body_id LIMIT ${limit}
)
SELECT
  body.body_id::INTEGER AS body_id,
  body.name::VARCHAR AS name,
  concat(body.province, body.city, body.county)::VARCHAR AS region,
  body.level::VARCHAR AS level,
  ${BODY_KIND}::VARCHAR AS kind,
  (SELECT max(year) FROM report WHERE report.current AND report.body_id = body.body_id)::INTEGER AS last_year,
  missing::INTEGER AS missing
FROM missing JOIN body USING (body_id)
ORDER BY body.body_id`,
    decode: (row) => ({
      bodyId: decodeNumber(row, 'body_id'),
      name: decodeText(row, 'name'),
      region: decodeText(row, 'region'),
      level: decodeNullableText(row, 'level'),
      kind: decodeText(row, 'kind'),
      lastYear: decodeNullableNumber(row, 'last_year'),
      missing: decodeNumber(row, 'missing'),
    }),
  };
}
