import type { Question } from '../store/database.ts';
import { decodeChoice, decodeNullableNumber, decodeNumber } from '../store/decode.ts';
import { sql } from '../store/sql.ts';
import { ABSENCES, absenceExpression, missingColumn, missingGapJoin, type Absence } from './absence.ts';
import { isMany, quantityColumns, valueExpression } from './quantity.ts';
import { isSelectedBody, isSelectedReport, type Selection } from './selection.ts';
import type { Subject } from './subject.ts';

/** Which bodies, as in the ranking of the same subject. */
export interface StandingAsk {
  readonly subject: Subject;
  readonly year: number;
  /** Its years do not matter here. */
  readonly selection: Selection;
  /** A rate over fewer cases than this is not ranked; no matter for a measure. */
  readonly fewest: number;
}

/** How a body stands to a ranking: in it, left out as its rate rests on few cases, or without a value for a reason. */
export type Standing = 'ranked' | 'few' | Absence;

/** Bodies that stand alike. */
export interface StandingRow {
  readonly standing: Standing;
  readonly bodies: number;
  /** Of the values of those bodies, interpolated; null where they have none. */
  readonly median: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** How do the bodies of the selection stand to the ranking of a year? Those ranked first, then by their number. */
export function standingQuery({ subject, year, selection, fewest }: StandingAsk): Question<StandingRow> {
  return {
    statement: sql`WITH asked AS (
  SELECT report.report_id, report.year, report.edition, report.entered,
    ${missingColumn(subject)}, ${quantityColumns(subject)}
  FROM report JOIN body USING (body_id)
  WHERE report.current AND report.year = ${year} AND ${isSelectedReport(selection)}
), valued AS (
  SELECT *, ${valueExpression(subject)} AS value FROM asked
), stood AS (
  SELECT value, CASE WHEN ${isMany(subject, fewest)} THEN 'ranked' ELSE 'few' END AS standing
  FROM valued WHERE value IS NOT NULL
  UNION ALL
  SELECT NULL, ${absenceExpression('open', subject)}
  FROM (SELECT * FROM valued WHERE value IS NULL) AS open ${missingGapJoin('open')}
  UNION ALL
  SELECT NULL, 'no-report'
  FROM body ANTI JOIN (SELECT body_id FROM report WHERE current AND year = ${year}) AS filed USING (body_id)
  WHERE ${isSelectedBody(selection)}
), summary AS (
  SELECT standing, count(*) AS bodies, quantile_cont(value, [0.25, 0.5, 0.75]) AS quartiles
  FROM stood GROUP BY standing
)
SELECT
  standing::VARCHAR AS standing,
  bodies::INTEGER AS bodies,
  quartiles[1]::DOUBLE AS lower,
  quartiles[2]::DOUBLE AS median,
  quartiles[3]::DOUBLE AS upper
FROM summary
ORDER BY standing <> 'ranked', bodies DESC, standing`,
    decode: (row) => ({
      standing: decodeChoice<Standing>(row, 'standing', ['ranked', 'few', ...ABSENCES]),
      bodies: decodeNumber(row, 'bodies'),
      median: decodeNullableNumber(row, 'median'),
      lower: decodeNullableNumber(row, 'lower'),
      upper: decodeNullableNumber(row, 'upper'),
    }),
  };
}
