import { sql, type Sql } from '../store/sql.ts';
import { placeColumns, rowFamily } from './place-rows.ts';
import { isAudited } from './report-rows.ts';
import type { ReportRange, Rule } from './rule.ts';

const D_YEAR: Rule = {
  id: 'D-YEAR',
  severity: 'expect',
  zh: '标题年度、统计期限与文中“本年”所述年度一致',
  en: 'the year of the title, of the period and of the statements about “this year” is the same',
  basisZh: '条例第五十条；统计期限为报告年度 1 月 1 日至 12 月 31 日',
  basisEn: 'OGI Regulations art. 50; the period is the report year, 1 January to 31 December',
  exceptionsZh: '文号、规划名称、同比、上年存在的问题',
  exceptionsEn: 'document numbers, names of plans, comparisons, last year’s problems',
};
const D_NAME: Rule = {
  id: 'D-NAME',
  severity: 'expect',
  zh: '标题、正文、落款与页面元数据中的单位名称一致',
  en: 'the body’s name is the same in title, text, signature and metadata',
  basisZh: '报告应由填报单位自己署名',
  basisEn: 'a report is signed by the body that makes it',
  exceptionsZh: '由上级网站代为发布；当年更名',
  exceptionsEn: 'another body’s site published it; the name changed within the year',
};

const statedYears = ({ from, to }: ReportRange): Sql => sql`(
    SELECT report_id, CASE WHEN section IS NULL THEN 'opening' ELSE 'section-' || section::VARCHAR END AS place,
      value AS stated, sentence, span_start, span_end
    FROM claim WHERE topic = 'year' AND report_id BETWEEN ${from} AND ${to}
    UNION ALL
    SELECT report_id, 'period', try_cast(detail AS DOUBLE), detail, span_start, span_end
    FROM evidence WHERE kind = 'period' AND try_cast(detail AS DOUBLE) IS NOT NULL AND report_id BETWEEN ${from} AND ${to}
  ) AS s`;

const years = (range: ReportRange): Sql => sql`SELECT ${placeColumns({
  report_id: sql`report.report_id`,
  rule: sql`${D_YEAR.id}`,
  at: sql`coalesce(s.place, '')`,
  // A document that names no year cannot be checked; a list of figures states none.
  holds: sql`s.stated = report.year`,
  expected: sql`report.year`,
  actual: sql`s.stated`,
  said: sql`s.sentence`,
  span_start: sql`s.span_start`,
  span_end: sql`s.span_end`,
})} FROM report LEFT JOIN ${statedYears(range)} ON s.report_id = report.report_id
WHERE ${isAudited(range)} AND (s.report_id IS NOT NULL OR report.entered = 'document')`;

const NAMED_BY = '^(another title|title|preamble|signature|publisher) ';

/** A short form of a name is the same name: its characters stand in the long one, in their order. */
const isShortOf = (short: Sql, long: Sql): Sql =>
  sql`regexp_matches(${long}, regexp_replace(${short}, '(.)', '[\\1].*', 'g'))`;

/** What places of one report name differently, as the reader noted it; a file's name is no part of the report. */
const disagreeing = ({ from, to }: ReportRange): Sql => sql`(
    WITH named AS (
      SELECT report_id, detail, span_start, span_end, regexp_replace(part, ${NAMED_BY}, '') AS name FROM (
        SELECT report_id, detail, span_start, span_end, unnest(string_split(detail, ', ')) AS part
        FROM evidence WHERE kind = 'body-disagrees' AND report_id BETWEEN ${from} AND ${to}
      ) WHERE regexp_matches(part, ${NAMED_BY})
    )
    SELECT a.report_id, any_value(a.detail) AS detail, any_value(a.span_start) AS span_start,
      any_value(a.span_end) AS span_end
    FROM named AS a JOIN named AS z ON z.report_id = a.report_id
    WHERE NOT ${isShortOf(sql`a.name`, sql`z.name`)} AND NOT ${isShortOf(sql`z.name`, sql`a.name`)}
    GROUP BY a.report_id
  ) AS d`;

const naming = ({ from, to }: ReportRange): Sql => sql`(
    SELECT report_id, count(DISTINCT kind) AS places FROM evidence
    WHERE report_id BETWEEN ${from} AND ${to}
      AND (kind IN ('title', 'metadata') OR (kind = 'signature' AND NOT regexp_matches(detail, '^[0-9]')))
    GROUP BY report_id
  ) AS n`;

const names = (range: ReportRange): Sql => sql`SELECT ${placeColumns({
  report_id: sql`report.report_id`,
  rule: sql`${D_NAME.id}`,
  holds: sql`CASE WHEN d.report_id IS NOT NULL THEN FALSE WHEN n.places > 1 THEN TRUE END`,
  said: sql`d.detail`,
  span_start: sql`d.span_start`,
  span_end: sql`d.span_end`,
})} FROM report LEFT JOIN ${disagreeing(range)} ON d.report_id = report.report_id
  LEFT JOIN ${naming(range)} ON n.report_id = report.report_id
WHERE ${isAudited(range)} AND (report.entered = 'document' OR n.report_id IS NOT NULL)`;

/** Whether a report is about one year and of one body throughout. */
export const IDENTITY_FAMILY = rowFamily([D_YEAR, D_NAME], (range) => sql`${years(range)} UNION ALL ${names(range)}`);
