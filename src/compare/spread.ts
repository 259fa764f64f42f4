import type { Question } from '../store/database.ts';
import { decodeNullableNumber, decodeNumber } from '../store/decode.ts';
import { sql } from '../store/sql.ts';
import { changeExpression } from './form-change.ts';
import { isKnown, quantityColumns, termColumns, valueExpression } from './quantity.ts';
import { datasetYears, isGivenYear, isSelectedBody, isSelectedReport, type Selection } from './selection.ts';
import type { Subject } from './subject.ts';

/** Which spread. */
export interface SpreadAsk {
  readonly subject: Subject;
  readonly selection: Selection;
}

/** How the values of one year lie over the bodies of the selection, and how many of them are known. */
export interface SpreadRow {
  readonly year: number;
  /** Reports that give every figure of the subject; the sums are over them. */
  readonly n: number;
  /** Those of `n` with a value (something to divide by); the median and the quartiles are over them. */
  readonly valued: number;
  /** Current reports of the selection. */
  readonly reports: number;
  /** Bodies of the selection in the dataset, with and without a report. */
  readonly bodies: number;
  /** Median and first and third quartile, interpolated; null without values. */
  readonly median: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Sum of numerators over sum of denominators, or the sum of a measure; null without anything to divide by. */
  readonly pooled: number | null;
  /** The two sums of an indicator; null for a measure. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Of the pooled value against the year before: a rate's difference, else the growth; null where there is none. */
  readonly change: number | null;
}

/** How do the values of the selection lie, year by year? A row for every year of the dataset that the selection has. */
export function spreadQuery({ subject, selection }: SpreadAsk): Question<SpreadRow> {
  return {
    statement: sql`WITH years AS (
  ${datasetYears(selection.years)}
), asked AS (
  SELECT report.year, ${quantityColumns(subject)}
  FROM report JOIN body USING (body_id)
  WHERE report.current AND ${isGivenYear(sql`report.year`, selection.years)} AND ${isSelectedReport(selection)}
), valued AS (
  SELECT *, ${valueExpression(subject)} AS value FROM asked
), summary AS (
  SELECT year, count(*) AS reports, count(*) FILTER (${isKnown(subject)}) AS n, count(value) AS valued,
    quantile_cont(value, [0.25, 0.5, 0.75]) AS quartiles,
    sum(numerator) FILTER (${isKnown(subject)}) AS numerator, sum(denominator) FILTER (${isKnown(subject)}) AS denominator
  FROM valued GROUP BY year
), pooled AS (
  SELECT *, ${valueExpression(subject)} AS value FROM summary
)
SELECT
  years.year::INTEGER AS year,
  coalesce(pooled.n, 0)::INTEGER AS n,
  coalesce(pooled.valued, 0)::INTEGER AS valued,
  coalesce(pooled.reports, 0)::INTEGER AS reports,
  (SELECT count(*) FROM body WHERE ${isSelectedBody(selection)})::INTEGER AS bodies,
  pooled.quartiles[1]::DOUBLE AS lower,
  pooled.quartiles[2]::DOUBLE AS median,
  pooled.quartiles[3]::DOUBLE AS upper,
  pooled.value::DOUBLE AS pooled,
  ${termColumns(subject, 'pooled')},
  (${changeExpression(subject, 'pooled', 'earlier', 'years')})::DOUBLE AS change
FROM years LEFT JOIN pooled ON pooled.year = years.year LEFT JOIN pooled AS earlier ON earlier.year = years.year - 1
ORDER BY years.year`,
    decode: (row) => ({
      year: decodeNumber(row, 'year'),
      n: decodeNumber(row, 'n'),
      valued: decodeNumber(row, 'valued'),
      reports: decodeNumber(row, 'reports'),
      bodies: decodeNumber(row, 'bodies'),
      median: decodeNullableNumber(row, 'median'),
      lower: decodeNullableNumber(row, 'lower'),
      upper: decodeNullableNumber(row, 'upper'),
      pooled: decodeNullableNumber(row, 'pooled'),
      numerator: decodeNullableNumber(row, 'numerator'),
      denominator: decodeNullableNumber(row, 'denominator'),
      change: decodeNullableNumber(row, 'change'),
    }),
  };
}
