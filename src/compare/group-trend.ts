import type { Question } from '../store/database.ts';
import { decodeNullableNumber, decodeNumber, decodeText } from '../store/decode.ts';
import { sql, type Sql } from '../store/sql.ts';
import { isKnown, quantityColumns, termColumns, valueExpression } from './quantity.ts';
import { BODY_KIND, datasetYears, isGivenYear, isSelectedReport, type Selection } from './selection.ts';
import type { Subject } from './subject.ts';

/** What bodies can be grouped by. */
export const TREND_GROUPINGS = ['kind', 'level', 'place'] as const;

/** One of the ways to group bodies; `place` is the division below the selected one. */
export type TrendGrouping = (typeof TREND_GROUPINGS)[number];

/** Which trend. */
export interface GroupTrendAsk {
  readonly subject: Subject;
  readonly by: TrendGrouping;
  readonly selection: Selection;
  /** How many groups, those with the most reports that give the subject first. */
  readonly limit: number;
}

/** One group in one year. */
export interface GroupTrendRow {
  /** Key of the kind or level, or the name of the place; empty where it is unknown, or a body stands above such places. */
  readonly group: string;
  readonly year: number;
  /** Reports that give every figure of the subject; the sums are over them. */
  readonly n: number;
  /** Current reports of the group. */
  readonly reports: number;
  /** Sum of numerators over sum of denominators, or the sum of a measure; null without anything to divide by. */
  readonly pooled: number | null;
  /** The two sums of an indicator; null for a measure. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** How many groups there are, those left out too. */
  readonly groups: number;
}

/** The division below the selected one: where nothing is selected the province, or the city in a dataset of one province. */
function placeBelow({ province, city }: Selection): Sql {
  if (city !== null) return sql`body.county`;
  if (province !== null) return sql`body.city`;
  return sql`CASE WHEN (SELECT count(DISTINCT province) FROM body) > 1 THEN body.province ELSE body.city END`;
}

/** What a report’s group is: the key of its kind or level, or the name of the place below the selected one; empty where unknown. */
export function groupKey(by: TrendGrouping, selection: Selection): Sql {
  if (by === 'kind') return BODY_KIND;
  return sql`coalesce(${by === 'level' ? sql`body.level` : placeBelow(selection)}, '')`;
}

/** How has the subject gone in groups of bodies? A row for each of the largest groups that give it and every year of the selection. */
export function groupTrendQuery({ subject, by, selection, limit }: GroupTrendAsk): Question<GroupTrendRow> {
  return {
    statement: sql`WITH years AS (
  ${datasetYears(selection.years)}
), asked AS (
  SELECT ${groupKey(by, selection)} AS key, report.year, ${quantityColumns(subject)}
  FROM report JOIN body USING (body_id)
  WHERE report.current AND ${isGivenYear(sql`report.year`, selection.years)} AND ${isSelectedReport(selection)}
), summary AS (
  SELECT key, year, count(*) AS reports, count(*) FILTER (${isKnown(subject)}) AS n,
    sum(numerator) FILTER (${isKnown(subject)}) AS numerator, sum(denominator) FILTER (${isKnown(subject)}) AS denominator
  FROM asked GROUP BY key, year
), largest AS (
  SELECT key, sum(n) AS size, count(*) OVER () AS groups
  FROM summary GROUP BY key ORDER BY size DESC, key LIMIT ${limit}
)
SELECT
  largest.key::VARCHAR AS "group",
  years.year::INTEGER AS year,
  coalesce(n, 0)::INTEGER AS n,
  coalesce(reports, 0)::INTEGER AS reports,
  (${valueExpression(subject)})::DOUBLE AS pooled,
  ${termColumns(subject)},
  groups::INTEGER AS groups
FROM largest CROSS JOIN years LEFT JOIN summary ON summary.key = largest.key AND summary.year = years.year
WHERE size > 0
ORDER BY size DESC, largest.key, years.year`,
    decode: (row) => ({
      group: decodeText(row, 'group'),
      year: decodeNumber(row, 'year'),
      n: decodeNumber(row, 'n'),
      reports: decodeNumber(row, 'reports'),
      pooled: decodeNullableNumber(row, 'pooled'),
      numerator: decodeNullableNumber(row, 'numerator'),
      denominator: decodeNullableNumber(row, 'denominator'),
      groups: decodeNumber(row, 'groups'),
    }),
  };
}
