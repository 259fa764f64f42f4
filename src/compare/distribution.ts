import type { Question } from '../store/database.ts';
import { decodeNullableNumber, decodeNumber, decodeText } from '../store/decode.ts';
import { sql } from '../store/sql.ts';
import { quantityColumns, termColumns, valueExpression } from './quantity.ts';
import { isSelectedReport, type Selection } from './selection.ts';
import type { Subject } from './subject.ts';

/** Which distribution. */
export interface DistributionAsk {
  readonly subject: Subject;
  readonly year: number;
  /** Its years do not matter here. */
  readonly selection: Selection;
}

/** One body's value of the year. */
export interface DistributionRow {
  readonly bodyId: number;
  readonly name: string;
  /** In the unit of the measure or indicator. */
  readonly value: number;
  /** Counts behind an indicator's value; null for a measure. */
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** Which values does the selection have in a year? A row for each body that has one, lowest first. */
export function distributionQuery({ subject, year, selection }: DistributionAsk): Question<DistributionRow> {
  return {
    statement: sql`WITH asked AS (
  SELECT body.body_id, body.name, ${quantityColumns(subject)}
  FROM report JOIN body USING (body_id)
  WHERE report.current AND report.year = ${year} AND ${isSelectedReport(selection)}
), valued AS (
  SELECT *, ${valueExpression(subject)} AS value FROM asked
)
SELECT
  body_id::INTEGER AS body_id,
  name::VARCHAR AS name,
  value::DOUBLE AS value,
  ${termColumns(subject)}
FROM valued
WHERE value IS NOT NULL
ORDER BY value, body_id`,
    decode: (row) => ({
      bodyId: decodeNumber(row, 'body_id'),
      name: decodeText(row, 'name'),
      value: decodeNumber(row, 'value'),
      numerator: decodeNullableNumber(row, 'numerator'),
      denominator: decodeNullableNumber(row, 'denominator'),
    }),
  };
}
