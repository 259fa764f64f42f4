import type { Question } from './database.ts';
import { decodeChoice, decodeNumber } from './decode.ts';
import { gapReasonExpression, type NullReason, STORED_GAP_REASONS } from './gap-reason.ts';
import { measureColumn } from './measure-column.ts';
import { sql } from './sql.ts';

/** Current reports of one year that give no figure for a measure, for one reason. */
export interface MeasureGap {
  readonly year: number;
  readonly reason: NullReason;
  readonly reports: number;
}

const REASONS: readonly NullReason[] = [...STORED_GAP_REASONS, 'not-asked', 'not-listed'];

/** Why do current reports give no figure for this measure? Counts by year and reason; none where every report gives it. */
export function measureGapsQuery(measure: string): Question<MeasureGap> {
  return {
    statement: sql`SELECT
  report.year::INTEGER AS year,
  (${gapReasonExpression('report', 'gap', measure)})::VARCHAR AS reason,
  count(*)::INTEGER AS reports
FROM report LEFT JOIN gap ON gap.report_id = report.report_id AND gap.cell = ${measure}
WHERE report.current AND ${measureColumn(measure)} IS NULL
GROUP BY ALL
ORDER BY year, reason`,
    decode: (row) => ({
      year: decodeNumber(row, 'year'),
      reason: decodeChoice(row, 'reason', REASONS),
      reports: decodeNumber(row, 'reports'),
    }),
  };
}
