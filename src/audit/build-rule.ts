import { EDITIONS } from '../form/edition.ts';
import type { EvidenceKind } from '../read/evidence.ts';
import { sql, type Sql } from '../store/sql.ts';
import { placeColumns, rowFamily } from './place-rows.ts';
import { EDITION_DUE, isAudited } from './report-rows.ts';
import type { ReportRange, Rule } from './rule.ts';

const FORM: Rule = {
  id: 'FORM',
  severity: 'expect',
  zh: '六个部分各一次、依次、不空；表二、表三、表四齐全；使用当年应用的格式；不缺行、缺列、错位',
  en: 'six sections once, in order and not empty; tables 2, 3 and 4 whole, of the year’s edition, with no row or column missing or shifted',
  basisZh: '条例第五十条；国办公开办函〔2021〕30号附件',
  basisEn: 'OGI Regulations art. 50; annex of 国办公开办函〔2021〕30号',
  exceptionsZh: '复制、转换时损坏，而原件完好',
  exceptionsEn: 'a copy or conversion damaged what the original has whole',
};

/** What the reader notes of a document that is not built as the form. */
const TROUBLES: readonly EvidenceKind[] = [
  'section-missing',
  'section-repeated',
  'column-missing',
  'row-overflow',
  'label-shifted',
  'row-unlabelled',
  'header-damaged',
  'extra-row',
  'form-mixed',
  'second-table',
];

const noted = (range: ReportRange): Sql => sql`SELECT ${placeColumns({
  report_id: sql`report.report_id`,
  rule: sql`${FORM.id}`,
  at: sql`trim(evidence.kind || ' ' || evidence.detail)`,
  holds: sql`CASE WHEN evidence.kind <> 'picture-page' THEN FALSE END`,
  said: sql`evidence.detail`,
  span_start: sql`evidence.span_start`,
  span_end: sql`evidence.span_end`,
})} FROM report JOIN evidence USING (report_id)
WHERE ${isAudited(range)} AND ${EDITION_DUE} IS NOT NULL AND evidence.kind IN ${[...TROUBLES, 'picture-page']}`;

/** Tables, rows and columns that are not there; a column of table 3 is noted by the reader itself. */
const absent = (range: ReportRange): Sql => sql`SELECT ${placeColumns({
  report_id: sql`report_id`,
  rule: sql`${FORM.id}`,
  at: sql`reason || ' ' || part`,
  holds: sql`FALSE`,
  cells: sql`cells`,
})} FROM (
  SELECT report_id, gap.reason AS reason, string_agg(gap.cell, ',' ORDER BY form_cell.position) AS cells,
    form_cell.form_table::VARCHAR || CASE gap.reason WHEN 'table-absent' THEN '' WHEN 'row-absent'
      THEN ' ' || form_cell.label_zh ELSE ' ' || form_cell.column_zh END AS part
  FROM report JOIN gap USING (report_id) JOIN form_cell ON form_cell.cell = gap.cell
  WHERE ${isAudited(range)} AND report.entered <> 'figures' AND ${EDITION_DUE} IS NOT NULL
    AND (gap.reason IN ('table-absent', 'row-absent') OR gap.reason = 'column-absent' AND form_cell.form_table <> 3)
  GROUP BY report_id, gap.reason, part
)`;

const sectionOrder = (range: ReportRange): Sql => sql`SELECT ${placeColumns({
  report_id: sql`report_id`,
  rule: sql`${FORM.id}`,
  at: sql`'section-order ' || section::VARCHAR`,
  holds: sql`FALSE`,
  said: sql`detail`,
  span_start: sql`span_start`,
  span_end: sql`span_end`,
})} FROM (
  SELECT report_id, detail, span_start, span_end, section,
    max(section) OVER (PARTITION BY report_id ORDER BY span_start ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
  FROM (
    SELECT evidence.*, try_cast(left(detail, 1) AS INTEGER) AS section FROM report JOIN evidence USING (report_id)
    WHERE ${isAudited(range)} AND kind = 'section'
  )
) WHERE section < before`;

const emptySections = (range: ReportRange): Sql => sql`SELECT ${placeColumns({
  report_id: sql`report.report_id`,
  rule: sql`${FORM.id}`,
  at: sql`'section-empty ' || passage.section::VARCHAR`,
  holds: sql`FALSE`,
  said: sql`passage.heading`,
  span_start: sql`passage.span_start`,
  span_end: sql`passage.span_end`,
})} FROM report JOIN passage USING (report_id)
WHERE ${isAudited(range)} AND passage.section IN (1, 5, 6) AND trim(passage.text) = ''`;

/** The form that a report follows: never an old one in a later year. */
const whole = (range: ReportRange): Sql => sql`SELECT ${placeColumns({
  report_id: sql`report_id`,
  rule: sql`${FORM.id}`,
  at: sql`CASE WHEN NOT holds THEN 'edition' ELSE '' END`,
  holds: sql`holds`,
  due: sql`due`,
  said: sql`edition`,
})} FROM (
  SELECT report_id, edition, due, edition IS NULL OR edition = due AS holds FROM (
    SELECT report_id, edition, entered,
      CASE WHEN year >= ${EDITIONS['2021'].from} THEN '2021' WHEN year >= ${EDITIONS['2019'].from} THEN '2019' END AS due
    FROM report WHERE ${isAudited(range)}
  ) WHERE due IS NOT NULL AND entered <> 'figures'
)`;

/** Whether a document is built as the form is. */
export const BUILD_FAMILY = rowFamily([FORM], (range) =>
  sql.join(
    [noted, absent, sectionOrder, emptySections, whole].map((rows) => rows(range)),
    sql` UNION ALL `,
  ),
);
