import type { Question } from '../store/database.ts';
import { decodeNumber, decodeText } from '../store/decode.ts';
import { sql } from '../store/sql.ts';
import type { BodyUnitsAsk } from './body-units.ts';
import { dueAndFiled } from './filing.ts';
import { groupKey } from './group-trend.ts';

/** Which units, and how many of them at most. */
export interface UnitFilingAsk extends BodyUnitsAsk {
  readonly limit: number;
}

/** How many bodies of a unit should have filed for a year by the registry, and how many of them did not. */
export interface UnitFilingRow {
  /** Key of the kind or level, or the name of the place; empty where it is unknown, or bodies stand above such places. */
  readonly unit: string;
  readonly year: number;
  readonly due: number;
  readonly missing: number;
  /** How many units there are, those left out too. */
  readonly units: number;
}

/** In which units were reports due and not there? Years in ascending order of each of the units that lack the most; none without a registry. */
export const unitFilingQuery = ({ by, selection, limit }: UnitFilingAsk): Question<UnitFilingRow> => ({
  statement: sql`WITH ${dueAndFiled(selection)}, stood AS (
  SELECT ${groupKey(by, selection)} AS unit, due.year, filed.year IS NULL AS is_missing
  FROM due JOIN body USING (body_id)
  LEFT JOIN (SELECT DISTINCT body_id, year FROM filed) AS filed ON filed.body_id = due.body_id AND filed.year = due.year
), counted AS (
  SELECT unit, year, count(*) AS due, count(*) FILTER (is_missing) AS missing FROM stood GROUP BY unit, year
), lacking AS (
  SELECT unit, sum(missing) AS missing, count(*) OVER () AS units FROM counted GROUP BY unit
  ORDER BY missing DESC, unit LIMIT ${limit}
)
SELECT unit::VARCHAR AS unit, year::INTEGER AS year, counted.due::INTEGER AS due, counted.missing::INTEGER AS missing,
  lacking.units::INTEGER AS units
FROM lacking JOIN counted USING (unit)
ORDER BY lacking.missing DESC, unit, year`,
  decode: (row) => ({
    unit: decodeText(row, 'unit'),
    year: decodeNumber(row, 'year'),
    due: decodeNumber(row, 'due'),
    missing: decodeNumber(row, 'missing'),
    units: decodeNumber(row, 'units'),
  }),
});
