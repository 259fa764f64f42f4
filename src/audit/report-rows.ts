import { APPLICANT_COLUMNS } from '../form/applicants.ts';
import { CELLS_ONLY_2019, isMeasure } from '../form/cells.ts';
import { ROWS_OF_OTHER } from '../form/requests.ts';
import { StoreFailure } from '../store/failure.ts';
import { sql, type Sql } from '../store/sql.ts';
import type { ReportRange } from './rule.ts';

/** Cells of the row 其他处理, which the 2019 form has in place of three. */
export const ONE_ROW = CELLS_ONLY_2019.filter(({ row }) => row === 'other_all').map(({ id }) => id);

/** Cells of the three rows that the 2021 form has for it. */
export const THREE_ROWS = ROWS_OF_OTHER.flatMap((row) => APPLICANT_COLUMNS.map(({ key }) => `${row}_${key}`));
const oneRow: ReadonlySet<string> = new Set(ONE_ROW);
const threeRows: ReadonlySet<string> = new Set(THREE_ROWS);

/** Whether a cell stands in the single row 其他处理. */
export const isOfOneRow = (id: string): boolean => oneRow.has(id);

/** Whether a cell stands in one of the three rows under 其他处理. */
export const isOfThreeRows = (id: string): boolean => threeRows.has(id);

/** A figure of the audited report, or of the same body's report of the year before. */
export function figure(id: string, yearsBack: 0 | 1 = 0): Sql {
  if (isMeasure(id)) return sql.id(yearsBack === 0 ? 'r' : 'l', id);
  if (isOfOneRow(id) && yearsBack === 0) return sql.id('o', id);
  throw new StoreFailure('statement', `the audit does not read the cell ${JSON.stringify(id)}`);
}

/** The sum of figures of the audited report, or of the report of the year before. */
export const added = (ids: readonly string[], yearsBack: 0 | 1 = 0): Sql =>
  sql`(${sql.join(
    ids.map((id) => figure(id, yearsBack)),
    sql` + `,
  )})`;

/** Edition that the cells of a row of `report` are held against; NULL for a report of before the uniform form. */
export const EDITION_DUE: Sql = sql`coalesce(report.edition,
  CASE WHEN report.year >= 2021 THEN '2021' WHEN report.year >= 2019 THEN '2019' END)`;

/** Whether a report gives 其他处理 in one row as the 2019 form does, whichever edition it follows otherwise. */
export const GIVES_ONE_ROW: Sql = sql`(r.has_no_three_rows AND (o.report_id IS NOT NULL OR r.edition_due = '2019'))`;

/** Whether a form asked for anything: not before report year 2019. */
export const HAS_FORM: Sql = sql`(r.edition_due IS NOT NULL)`;

/** Whether the report follows the edition in use since 2021. */
export const IS_2021: Sql = sql`(r.edition_due IS NOT DISTINCT FROM '2021')`;

/** Whether an earlier report of the body is there, so that this one continues a chain, even where it skips a year. */
export const HAS_PAST: Sql = sql`(first.first_year < r.year)`;

/** Whether it continues a chain of reports of the edition in use since 2021. */
export const HAS_PAST_OF_2021: Sql = sql`(${IS_2021} AND r.year > 2021 AND ${HAS_PAST}
  AND l.edition IS DISTINCT FROM '2019')`;

/** Whether a row of `report` is audited: a current one of the range. */
export const isAudited = ({ from, to }: ReportRange): Sql =>
  sql`report.current AND report.report_id BETWEEN ${from} AND ${to}`;

/** The figures of the audited reports: `r` the report, `o` its figures in the 2019 form's row 其他处理. */
export const figureRows = (range: ReportRange): Sql => sql`(
    SELECT *, ${EDITION_DUE} AS edition_due,
      coalesce(${sql.join(THREE_ROWS.map((id) => sql.id('report', id)))}) IS NULL AS has_no_three_rows
    FROM report WHERE ${isAudited(range)}
  ) AS r LEFT JOIN (
    SELECT report_id, ${sql.join(ONE_ROW.map((id) => sql`max(value) FILTER (cell = ${id}) AS ${sql.id(id)}`))}
    FROM other_cell
    WHERE cell IN ${ONE_ROW} AND report_id BETWEEN ${range.from} AND ${range.to} GROUP BY report_id
  ) AS o ON o.report_id = r.report_id`;

/**
 * The same with what stands beside a report: `l` the body's report of the year before, `b` the body, `first` the body's
 * first report year.
 */
export const reportRows = (range: ReportRange): Sql => sql`${figureRows(range)}
  JOIN body AS b ON b.body_id = r.body_id
  JOIN (SELECT body_id, min(year) AS first_year FROM report WHERE current GROUP BY body_id) AS first
    ON first.body_id = r.body_id
  LEFT JOIN (
    SELECT * FROM report WHERE current AND year IN (SELECT year - 1 FROM report WHERE ${isAudited(range)})
  ) AS l ON l.body_id = r.body_id AND l.year = r.year - 1`;
