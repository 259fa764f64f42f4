import { sql, type Sql } from '../store/sql.ts';
import { cellsOf } from './check.ts';
import { placeColumns, rowFamily } from './place-rows.ts';
import { added, figure, figureRows, HAS_FORM, IS_2021 } from './report-rows.ts';
import type { CellRead, ReportRange, Rule } from './rule.ts';

const X_SILENT: Rule = {
  id: 'X-SILENT',
  severity: 'hint',
  zh: '表四有复议、诉讼的，文字也应提到，且不应称没有',
  en: 'disputes in table 4 are spoken of in the prose, which does not say that there were none',
  basisZh: '同一份报告的文字与表四',
  basisEn: 'one report, in words and in table 4',
  exceptionsZh: '文字以“见表”代替',
  exceptionsEn: 'the prose only points to the table',
};
const X_FEE: Rule = {
  id: 'X-FEE',
  severity: 'expect',
  zh: '第六部分所述信息处理费不多于行政事业性收费；有逾期不缴费而不再处理的，不应称未发出收费通知',
  en: 'the processing fee stated is no more than the administrative fees; where requests ended with an unpaid fee, a fee was asked for',
  basisZh: '信息处理费属于行政事业性收费（国办函〔2020〕109号）',
  basisEn: 'the processing fee is an administrative fee (国办函〔2020〕109号)',
  exceptionsZh: '万元取整后看不出小额收费',
  exceptionsEn: 'a small fee disappears in rounding to 10,000 yuan',
};
const X_SEC6: Rule = {
  id: 'X-SEC6',
  severity: 'hint',
  zh: '第六部分说明信息处理费收取情况',
  en: 'section six states the position of the processing fee',
  basisZh: '国办函〔2020〕109号，自 2021 年起',
  basisEn: '国办函〔2020〕109号, since 2021',
  exceptionsZh: '在其他部分已说明',
  exceptionsEn: 'another section states it',
};

/** What the prose must say, or must not, beside the tables. */
const STATEMENT_RULES: readonly Rule[] = [X_SILENT, X_FEE, X_SEC6];

const COUNT = '[0-9０-９一二三四五六七八九十两百]+';
const COUNTER = '[件宗起例次个]';
const counted = (words: string): string =>
  `(${words})[^。；\\n]{0,20}${COUNT}${COUNTER}|${COUNT}${COUNTER}[^。；\\n0-9]{0,12}(${words})`;

/** What the prose of each report says of disputes and fees; a report without prose has no row. */
const saidRows = ({ from, to }: ReportRange): Sql => sql`(
    SELECT report_id, sum(length(text)) AS characters,
      coalesce(bool_or(regexp_matches(text, ${counted('复议')})), FALSE) AS counts_review,
      coalesce(bool_or(regexp_matches(text, ${counted('诉讼|起诉|应诉')})), FALSE) AS counts_suits,
      coalesce(bool_or(section = 6), FALSE) AS has_six,
      coalesce(bool_or(section = 6 AND regexp_matches(text, '处理费|收费|费用')), FALSE) AS six_tells
    FROM passage WHERE report_id BETWEEN ${from} AND ${to} GROUP BY report_id HAVING sum(length(text)) > 0
  ) AS p LEFT JOIN (
    SELECT report_id,
      coalesce(bool_or(topic LIKE 'review%' OR topic = 'disputes_total'), FALSE) AS claims_review,
      coalesce(bool_or(topic LIKE 'suit%' OR topic = 'disputes_total'), FALSE) AS claims_suits,
      coalesce(bool_or(topic IN ('review_total', 'disputes_total') AND value = 0), FALSE) AS denies_review,
      coalesce(bool_or(topic IN ('suits_total', 'disputes_total') AND value = 0), FALSE) AS denies_suits,
      coalesce(bool_or(topic = 'processing_fee_yuan'), FALSE) AS claims_fee
    FROM claim WHERE report_id BETWEEN ${from} AND ${to} GROUP BY report_id
  ) AS c ON c.report_id = p.report_id`;

const PLACES: readonly (readonly CellRead[])[] = [
  cellsOf(['review_total']),
  cellsOf(['suit_direct_total', 'suit_after_review_total']),
  cellsOf(['admin_fees_wan']),
  cellsOf(['other_fee_unpaid_total']),
];

function silence(range: ReportRange, at: string, place: number): Sql {
  const total = added(PLACES[place]!.map(({ id }) => id));
  const [counts, claims, denies] = ['counts', 'claims', 'denies'].map((verb) =>
    sql.id(verb === 'counts' ? 'p' : 'c', `${verb}_${at}`),
  ) as [Sql, Sql, Sql];
  const isTold = sql`((${counts} OR coalesce(${claims}, FALSE)) AND NOT coalesce(${denies}, FALSE))`;
  return sql`SELECT ${placeColumns({
    report_id: sql`r.report_id`,
    rule: sql`${X_SILENT.id}`,
    at: sql`${at}`,
    place: sql`${place}`,
    holds: sql`CASE WHEN ${isTold} THEN TRUE ELSE ${total} = 0 END`,
    expected: total,
    actual: sql`CASE WHEN ${denies} THEN 0 END`,
  })} FROM ${figureRows(range)} JOIN ${saidRows(range)} ON p.report_id = r.report_id WHERE ${HAS_FORM}`;
}

const YUAN_A_WAN = 10_000;
// Half a unit of the second decimal, to which amounts of 万元 are usually rounded.
const ROUNDED_AWAY_YUAN = 50;
const NONE_ASKED =
  '(未|没有|无|零)[^，,。；]{0,12}(发出|发送|下发|下达|送达|开具|出具|制发|作出)[^，,。；]{0,16}(收费|缴费|缴纳|通知)';

const statedFee = (range: ReportRange): Sql => sql`SELECT ${placeColumns({
  report_id: sql`r.report_id`,
  rule: sql`${X_FEE.id}`,
  at: sql`'processing_fee'`,
  place: sql`2`,
  holds: sql`claim.value = 0 OR claim.value <= ${figure('admin_fees_wan')} * ${YUAN_A_WAN} + ${ROUNDED_AWAY_YUAN}`,
  expected: sql`${figure('admin_fees_wan')} * ${YUAN_A_WAN}`,
  actual: sql`claim.value`,
  said: sql`claim.sentence`,
  span_start: sql`claim.span_start`,
  span_end: sql`claim.span_end`,
})} FROM ${figureRows(range)} JOIN claim ON claim.report_id = r.report_id
WHERE ${IS_2021} AND claim.topic = 'processing_fee_yuan'`;

const unpaidFee = (range: ReportRange): Sql => sql`SELECT ${placeColumns({
  report_id: sql`r.report_id`,
  rule: sql`${X_FEE.id}`,
  at: sql`'unpaid_fee'`,
  place: sql`3`,
  holds: sql`${figure('other_fee_unpaid_total')} = 0`,
  expected: sql`0`,
  actual: figure('other_fee_unpaid_total'),
  said: sql`claim.sentence`,
  span_start: sql`claim.span_start`,
  span_end: sql`claim.span_end`,
})} FROM ${figureRows(range)} JOIN claim ON claim.report_id = r.report_id
WHERE ${IS_2021} AND claim.topic = 'processing_fee_yuan' AND claim.value = 0
  AND regexp_matches(claim.sentence, ${NONE_ASKED})`;

const sectionSix = (range: ReportRange): Sql =>
  sql`SELECT ${placeColumns({
    report_id: sql`r.report_id`,
    rule: sql`${X_SEC6.id}`,
    holds: sql`CASE WHEN p.six_tells OR coalesce(c.claims_fee, FALSE) THEN TRUE WHEN p.has_six THEN FALSE END`,
  })} FROM ${figureRows(range)} JOIN ${saidRows(range)} ON p.report_id = r.report_id WHERE r.year >= 2021`;

/** What the prose says of disputes and fees, held against the tables. */
export const STATEMENT_FAMILY = rowFamily(
  STATEMENT_RULES,
  (range) =>
    sql.join(
      [silence(range, 'review', 0), silence(range, 'suits', 1), statedFee(range), unpaidFee(range), sectionSix(range)],
      sql` UNION ALL `,
    ),
  PLACES,
);
