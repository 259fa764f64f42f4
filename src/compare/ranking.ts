import type { Question } from '../store/database.ts';
import {
  decodeNullableChoice,
  decodeNullableNumber,
  decodeNullableText,
  decodeNumber,
  decodeText,
} from '../store/decode.ts';
import { sql } from '../store/sql.ts';
import { ABSENCES, absenceExpression, missingColumn, missingGapJoin, type Absence } from './absence.ts';
import { intervalColumns, quantityColumns, termColumns, valueExpression } from './quantity.ts';
import { BODY_KIND, isGivenBody, isSelectedReport, type Selection } from './selection.ts';
import type { Subject } from './subject.ts';

/** Which ranking. */
export interface RankingAsk {
  readonly subject: Subject;
  readonly year: number;
  /** Its years do not matter here. */
  readonly selection: Selection;
  /** A rate over fewer cases than this is not ranked; no matter for a measure. */
  readonly fewest: number;
  /** How many rows from the top. */
  readonly limit: number;
  /** Ids of bodies that stand in the answer wherever they rank, outside the selection too. */
  readonly bodies: readonly number[];
}

/** One body in the ranking of a year. */
export interface RankingRow {
  readonly bodyId: number;
  readonly name: string;
  /** Divisions from the province down, run together; empty where unknown. */
  readonly region: string;
  readonly level: string | null;
  /** `other` where it is not known. */
  readonly kind: string;
  readonly year: number;
  /** 1 for the highest value of the selection, shared by equal values; null without a value, over too few cases or outside the selection. */
  readonly rank: number | null;
  /** In the unit of the measure or indicator. */
  readonly value: number | null;
  /** Counts behind an indicator's value; null for a measure and where a part is not given. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Wilson 95 % interval of a share; null for anything else. */
  readonly low: number | null;
  readonly high: number | null;
  /** Why there is no value; null where there is one. */
  readonly gap: Absence | null;
}

/** Which bodies of the selection have the highest values in a year? Without a value last; the given bodies at any rank. */
export function rankingQuery(ask: RankingAsk): Question<RankingRow> {
  const { subject, year, selection, fewest, limit, bodies } = ask;
  const given = isGivenBody(bodies);
  const isMany = subject.kind === 'measure' ? sql`TRUE` : sql`coalesce(denominator, 0) >= ${fewest}`;
  return {
    statement: sql`WITH asked AS (
  SELECT report.report_id, report.body_id, report.year, report.edition, report.entered,
    coalesce(${isSelectedReport(selection)}, FALSE) AS selected, ${given} AS given,
    ${missingColumn(subject)}, ${quantityColumns(subject)}
  FROM report JOIN body USING (body_id)
  WHERE report.current AND report.year = ${year} AND (${isSelectedReport(selection)} OR ${given})
), valued AS (
  SELECT *, ${valueExpression(subject)} AS value, selected AND ${isMany} AS contends FROM asked
), ranked AS (
  SELECT *, rank() OVER descending AS standing,
    row_number() OVER (PARTITION BY contends ORDER BY value DESC NULLS LAST, body_id) AS place
  FROM valued WINDOW descending AS (PARTITION BY contends ORDER BY value DESC NULLS LAST)
), shown AS (
  SELECT * FROM ranked WHERE given OR (contends AND place <= ${limit})
), named AS (
  SELECT body_id FROM shown UNION SELECT body_id FROM body WHERE ${given}
)
SELECT
  body.body_id::INTEGER AS body_id,
  body.name::VARCHAR AS name,
  concat(body.province, body.city, body.county)::VARCHAR AS region,
  body.level::VARCHAR AS level,
  ${BODY_KIND}::VARCHAR AS kind,
  (CASE WHEN contends AND value IS NOT NULL THEN standing END)::INTEGER AS rank,
  value::DOUBLE AS value,
  ${termColumns(subject)},
  ${intervalColumns(subject)},
  (${absenceExpression('shown', subject)})::VARCHAR AS gap
FROM named JOIN body USING (body_id) LEFT JOIN shown USING (body_id) ${missingGapJoin('shown')}
ORDER BY rank NULLS LAST, value DESC NULLS LAST, body.body_id`,
    decode: (row) => ({
      bodyId: decodeNumber(row, 'body_id'),
      name: decodeText(row, 'name'),
      region: decodeText(row, 'region'),
      level: decodeNullableText(row, 'level'),
      kind: decodeText(row, 'kind'),
      year,
      rank: decodeNullableNumber(row, 'rank'),
      value: decodeNullableNumber(row, 'value'),
      numerator: decodeNullableNumber(row, 'numerator'),
      denominator: decodeNullableNumber(row, 'denominator'),
      low: decodeNullableNumber(row, 'low'),
      high: decodeNullableNumber(row, 'high'),
      gap: decodeNullableChoice(row, 'gap', ABSENCES),
    }),
  };
}
