import type { Question } from '../store/database.ts';
import { decodeNumber } from '../store/decode.ts';
import { sql } from '../store/sql.ts';
import { isGivenBody, isGivenYear, isSelectedReport, type Selection } from './selection.ts';

/** A current report by its numbers. */
export interface SelectedReport {
  readonly reportId: number;
  readonly bodyId: number;
  readonly year: number;
}

/** Which current reports are in a selection, of these bodies alone where any are given? In the order of bodies and years. */
export const selectedReportsQuery = (selection: Selection, bodies: readonly number[]): Question<SelectedReport> => ({
  statement: sql`SELECT report.report_id::INTEGER AS report_id, report.body_id::INTEGER AS body_id,
  report.year::INTEGER AS year
FROM report JOIN body USING (body_id)
WHERE report.current AND ${isGivenYear(sql`report.year`, selection.years)} AND ${isSelectedReport(selection)}
  AND ${bodies.length === 0 ? sql`TRUE` : isGivenBody(bodies)}
ORDER BY report.body_id, report.year`,
  decode: (row) => ({
    reportId: decodeNumber(row, 'report_id'),
    bodyId: decodeNumber(row, 'body_id'),
    year: decodeNumber(row, 'year'),
  }),
});
