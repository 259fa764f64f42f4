import { gapReasonExpression, type NullReason, STORED_GAP_REASONS } from '../store/gap-reason.ts';
import { measureColumn } from '../store/measure-column.ts';
import { sql, type Sql } from '../store/sql.ts';
import { subjectCells, type Subject } from './subject.ts';

/** Why a body has no value in a year: the reason of its first open figure, nothing to divide by, or no report at all. */
export type Absence = NullReason | 'not-applicable' | 'no-report';

/** Every reason why a value is absent. */
export const ABSENCES: readonly Absence[] = [
  ...STORED_GAP_REASONS,
  'not-asked',
  'not-listed',
  'not-applicable',
  'no-report',
];

/** Column `missing` over `report`: id of the first measure of the subject that the report gives no figure for. */
export function missingColumn(subject: Subject): Sql {
  const cases = subjectCells(subject).map((id) => sql`WHEN ${measureColumn(id)} IS NULL THEN ${id}`);
  return sql`CASE ${sql.join(cases, sql` `)} END AS missing`;
}

/** The join that finds the recorded gap of the `missing` measure of a report. */
export const missingGapJoin = (report: string): Sql =>
  sql`LEFT JOIN gap ON gap.report_id = ${sql.id(report, 'report_id')} AND gap.cell = ${sql.id(report, 'missing')}`;

/**
 * Why `value` is NULL, over rows that carry `report_id`, `year`, `edition`, `entered`, `missing` and `value`, joined to
 * the gap of the missing measure; NULL where there is a value.
 */
export function absenceExpression(report: string, subject: Subject): Sql {
  const missing = sql.id(report, 'missing');
  const branches = new Map<string, { reason: Sql; ids: string[] }>();
  for (const id of subjectCells(subject)) {
    const reason = gapReasonExpression(report, 'gap', id);
    // Most measures share one expression, as it depends only on the editions that ask for the cell.
    const branch = branches.get(reason.text);
    if (branch) branch.ids.push(id);
    else branches.set(reason.text, { reason, ids: [id] });
  }
  const reasons = [...branches.values()].map(({ reason, ids }) => sql`WHEN ${missing} IN ${ids} THEN ${reason}`);
  return sql`CASE
  WHEN ${sql.id(report, 'value')} IS NOT NULL THEN NULL
  WHEN ${sql.id(report, 'report_id')} IS NULL THEN 'no-report'
  WHEN ${missing} IS NULL THEN 'not-applicable'
  ${sql.join(reasons, sql` `)} END`;
}
