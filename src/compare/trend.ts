import type { Question } from '../store/database.ts';
import { decodeNullableChoice, decodeNullableNumber, decodeNumber, decodeText } from '../store/decode.ts';
import { sql } from '../store/sql.ts';
import { ABSENCES, absenceExpression, missingColumn, missingGapJoin, type Absence } from './absence.ts';
import { changeExpression } from './form-change.ts';
import { quantityColumns, termColumns, valueExpression } from './quantity.ts';
import { datasetYears, isGivenBody } from './selection.ts';
import type { Subject } from './subject.ts';

/** Which trend. */
export interface TrendAsk {
  readonly subject: Subject;
  /** Ids of the bodies. */
  readonly bodies: readonly number[];
  /** Report years; empty for all. */
  readonly years: readonly number[];
}

/** One body in one year. */
export interface TrendRow {
  readonly bodyId: number;
  readonly name: string;
  readonly year: number;
  /** In the unit of the measure or indicator. */
  readonly value: number | null;
  /** Counts behind an indicator's value; null for a measure and where a part is not given. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Against the year before: a rate's difference, else the growth; null where there is nothing to compare with. */
  readonly change: number | null;
  /** Why there is no value; null where there is one. */
  readonly gap: Absence | null;
}

/** How has the subject gone in these bodies? For each a row for every year asked, those without a report too. */
export function trendQuery({ subject, bodies, years }: TrendAsk): Question<TrendRow> {
  return {
    statement: sql`WITH years AS (
  ${datasetYears(years)}
), asked AS (
  SELECT report.report_id, report.body_id, report.year, report.edition, report.entered,
    ${missingColumn(subject)}, ${quantityColumns(subject)}
  FROM report JOIN body USING (body_id)
  WHERE report.current AND ${isGivenBody(bodies)}
), valued AS (
  SELECT *, ${valueExpression(subject)} AS value FROM asked
)
SELECT
  body.body_id::INTEGER AS body_id,
  body.name::VARCHAR AS name,
  years.year::INTEGER AS year,
  valued.value::DOUBLE AS value,
  ${termColumns(subject, 'valued')},
  (${changeExpression(subject, 'valued', 'earlier', 'reports')})::DOUBLE AS change,
  (${absenceExpression('valued', subject)})::VARCHAR AS gap
FROM body CROSS JOIN years
LEFT JOIN valued ON valued.body_id = body.body_id AND valued.year = years.year
LEFT JOIN valued AS earlier ON earlier.body_id = body.body_id AND earlier.year = years.year - 1
${missingGapJoin('valued')}
WHERE ${isGivenBody(bodies)}
ORDER BY body.body_id, years.year`,
    decode: (row) => ({
      bodyId: decodeNumber(row, 'body_id'),
      name: decodeText(row, 'name'),
      year: decodeNumber(row, 'year'),
      value: decodeNullableNumber(row, 'value'),
      numerator: decodeNullableNumber(row, 'numerator'),
      denominator: decodeNullableNumber(row, 'denominator'),
      change: decodeNullableNumber(row, 'change'),
      gap: decodeNullableChoice(row, 'gap', ABSENCES),
    }),
  };
}
