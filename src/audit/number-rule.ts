import { FORM_CELLS, isMeasure, MEASURES } from '../form/cells.ts';
import { sql, type Sql } from '../store/sql.ts';
import { placeColumns, rowFamily } from './place-rows.ts';
import { EDITION_DUE, isAudited, ONE_ROW, THREE_ROWS } from './report-rows.ts';
import type { ReportRange, Rule } from './rule.ts';

const NUM: Rule = {
  id: 'NUM',
  severity: 'must',
  zh: '件数为不小于零的整数，金额不小于零，应填数字处不填文字',
  en: 'counts are whole and not below zero, amounts not below zero, and no text where a number is due',
  basisZh: '表格所填为件数与金额',
  basisEn: 'the form asks for counts and amounts',
  exceptionsZh: '',
  exceptionsEn: '',
};

/** Signs that stand for "nothing to enter" are gaps, not text: `/`, `—`, `无`. */
const IS_PLACEHOLDER: Sql = sql`regexp_full_match(trim(gap.raw), '[-/\\\\—–―─－−*＊×xX.…。〇○／无空一\\s]*')`;

/** What a person has filled in is no gap any more, though its row stays. */
const IS_OPEN: Sql = sql`NOT EXISTS (SELECT 1 FROM correction WHERE correction.report_id = gap.report_id
  AND correction.cell = gap.cell AND correction.new_value IS NOT NULL)`;
const IS_TEXT: Sql = sql`(gap.reason = 'not-a-number' AND NOT ${IS_PLACEHOLDER})`;

/** The three rows 其他处理 are no gaps of a report that gives one row for them. */
const IS_ASKED: Sql = sql`NOT (gap.cell IN ${THREE_ROWS} AND EXISTS (
  SELECT 1 FROM other_cell WHERE other_cell.report_id = gap.report_id AND other_cell.cell IN ${ONE_ROW}))`;

const UNSIGNED_2019 = FORM_CELLS['2019'].filter(({ id, signed }) => !signed && !isMeasure(id)).map(({ id }) => id);

const belowZero = (range: ReportRange): Sql => sql`SELECT ${placeColumns({
  report_id: sql`report_id`,
  rule: sql`${NUM.id}`,
  at: sql`cell`,
  holds: sql`FALSE`,
  expected: sql`0`,
  actual: sql`value`,
  cells: sql`cell`,
})} FROM (
  SELECT report_id, unnest([${sql.join(
    MEASURES.map(({ id }) => sql`{'cell': ${id}, 'value': ${sql.id('report', id)}::DOUBLE}`),
  )}], recursive := true) FROM report WHERE ${isAudited(range)}
    AND least(${sql.join(MEASURES.map(({ id }) => sql.id('report', id)))}) < 0
  UNION ALL
  SELECT report_id, cell, value FROM other_cell JOIN report USING (report_id)
  WHERE ${isAudited(range)} AND cell IN ${UNSIGNED_2019}
) WHERE value < 0`;

/** A figure that is no number is kept as the gap `not-a-number`, with the characters that stand there. */
const noNumber = (range: ReportRange): Sql => sql`SELECT ${placeColumns({
  report_id: sql`gap.report_id`,
  rule: sql`${NUM.id}`,
  at: sql`gap.cell`,
  holds: sql`FALSE`,
  said: sql`gap.raw`,
  cells: sql`gap.cell`,
  span_start: sql`gap.span_start`,
  span_end: sql`gap.span_end`,
})} FROM gap JOIN report USING (report_id)
WHERE ${isAudited(range)} AND ${EDITION_DUE} IS NOT NULL AND ${IS_TEXT} AND ${IS_OPEN}`;

const in2019 = new Set(FORM_CELLS['2019'].map(({ id }) => id));
const IN_BOTH = MEASURES.filter(({ id }) => in2019.has(id)).map(({ id }) => sql.id('report', id));

/** The rest of the report: what is missing may be no number either. What no gap tells may be missing too. */
const rest = (range: ReportRange): Sql => sql`SELECT ${placeColumns({
  report_id: sql`report_id`,
  rule: sql`${NUM.id}`,
  holds: sql`CASE WHEN gaps.cells IS NULL AND ((${sql.join(IN_BOTH, sql` + `)}) IS NOT NULL OR gaps.has_text) THEN TRUE END`,
  cells: sql`coalesce(gaps.cells, '')`,
})} FROM report LEFT JOIN (
  SELECT report_id, string_agg(cell, ',' ORDER BY rowid) FILTER (NOT ${IS_TEXT}) AS cells, bool_or(${IS_TEXT}) AS has_text
  FROM gap WHERE report_id BETWEEN ${range.from} AND ${range.to} AND ${IS_OPEN} AND ${IS_ASKED}
  GROUP BY report_id
) AS gaps USING (report_id) WHERE ${isAudited(range)} AND ${EDITION_DUE} IS NOT NULL`;

/** Whether every figure is a number of its kind; what is a gap cannot be checked. */
export const NUMBER_FAMILY = rowFamily(
  [NUM],
  (range) => sql`${belowZero(range)} UNION ALL ${noNumber(range)} UNION ALL ${rest(range)}`,
);
