import { REGION } from '../store/body-search.ts';
import type { Question } from '../store/database.ts';
import { decodeNumber, decodeText } from '../store/decode.ts';
import { sql } from '../store/sql.ts';

/** A body with reports of a year and of the year before. */
export interface ConsecutiveReports {
  readonly name: string;
  /** Divisions from the province down, run together; empty where unknown. */
  readonly region: string;
  /** The later of the two years. */
  readonly year: number;
}

/** Who has filed for the dataset's last year and for the year before? Those with the most new requests first. */
export const consecutiveReportsQuery = (limit: number): Question<ConsecutiveReports> => ({
  statement: sql`SELECT body.name::VARCHAR AS name, ${REGION}::VARCHAR AS region, later.year::INTEGER AS year
FROM dataset.main.dataset
JOIN report AS later ON later.current AND later.year = last_year
JOIN report AS earlier ON earlier.current AND earlier.year = later.year - 1 AND earlier.body_id = later.body_id
JOIN body ON body.body_id = later.body_id
ORDER BY later.new_total DESC NULLS LAST, later.body_id
LIMIT ${limit}`,
  decode: (row) => ({
    name: decodeText(row, 'name'),
    region: decodeText(row, 'region'),
    year: decodeNumber(row, 'year'),
  }),
});
