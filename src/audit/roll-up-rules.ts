import { FORM_CELLS, MEASURES } from '../form/cells.ts';
import { sql, type Sql } from '../store/sql.ts';
import { placeColumns, rowFamily } from './place-rows.ts';
import { EDITION_DUE, isAudited } from './report-rows.ts';
import type { ReportRange, Rule } from './rule.ts';

const R_LE: Rule = {
  id: 'R-LE',
  severity: 'expect',
  zh: '单位的各项数字不大于汇总本地区的政府年报',
  en: 'no figure of a body is larger than that of the government that reports for the area',
  basisZh: '政府年报汇总本地区各单位的数字',
  basisEn: 'a government’s report adds up those of its area',
  exceptionsZh: '开发区等未列入汇总的单位；联合制发的文件',
  exceptionsEn: 'bodies left out of the sum, such as development zones; documents issued jointly',
};
const R_SUM: Rule = {
  id: 'R-SUM',
  severity: 'expect',
  zh: '本地区各单位数字之和不大于政府年报',
  en: 'the bodies of an area together are no more than their government reports for it',
  basisZh: '政府年报汇总本地区各单位的数字；余数为直接向政府提出的部分',
  basisEn: 'a government’s report adds up those of its area; what remains was addressed to the government itself',
  exceptionsZh: '未列入汇总的单位；联合制发的文件',
  exceptionsEn: 'bodies left out of the sum; documents issued jointly',
};

// Reported within their own system, not to the government of the place.
const LEFT_OUT = ['vertical'];
const ids = MEASURES.map(({ id }) => id);
const in2019 = new Set(FORM_CELLS['2019'].map(({ id }) => id));
const known = (alias: string): Sql =>
  sql`(${sql.join(
    ids.filter((id) => in2019.has(id)).map((id) => sql.id(alias, id)),
    sql` + `,
  )}) IS NOT NULL`;

/** Bodies with the area whose government covers them: a government’s is the next larger area, any other’s its own. */
const UNDER: Sql = sql`(
    SELECT body_id, province,
      CASE WHEN kind = 'government' AND county IS NULL THEN '' ELSE coalesce(city, '') END AS city,
      CASE WHEN kind = 'government' THEN '' ELSE coalesce(county, '') END AS county
    FROM body WHERE province IS NOT NULL AND coalesce(kind, '') NOT IN ${LEFT_OUT}
      AND NOT (coalesce(kind, '') = 'government' AND city IS NULL AND county IS NULL)
  )`;
const GOVERNMENT: Sql = sql`(
    SELECT body_id, province, coalesce(city, '') AS city, coalesce(county, '') AS county FROM body
    WHERE kind = 'government'
  )`;
const IS_OF_AREA: Sql = sql`parent.province = child.province AND parent.city = child.city
    AND parent.county = child.county AND parent.body_id <> child.body_id`;

/** An audited report `r` beside the report `p` of the government that claims to cover its area. */
const beside = (range: ReportRange): Sql => sql`(
    SELECT *, ${EDITION_DUE} AS edition_due FROM report WHERE ${isAudited(range)}
  ) AS r JOIN ${UNDER} AS child ON child.body_id = r.body_id
  JOIN ${GOVERNMENT} AS parent ON ${IS_OF_AREA}
  JOIN (SELECT * FROM report WHERE current AND scope = 'area') AS p ON p.body_id = parent.body_id AND p.year = r.year`;

const exceeds = (id: string): Sql => sql`coalesce(${sql.id('r', id)} > ${sql.id('p', id)}, FALSE)`;
const exceedsAny = sql`(${sql.join(ids.map(exceeds), sql` OR `)})`;

const larger = (range: ReportRange): Sql => sql`SELECT ${placeColumns({
  report_id: sql`report_id`,
  rule: sql`${R_LE.id}`,
  at: sql`cell`,
  holds: sql`FALSE`,
  expected: sql`above`,
  actual: sql`value`,
  cells: sql`cell`,
})} FROM (
  SELECT r.report_id, unnest([${sql.join(
    ids.map((id) => sql`{'cell': ${id}, 'value': ${sql.id('r', id)}::DOUBLE, 'above': ${sql.id('p', id)}::DOUBLE}`),
  )}], recursive := true) FROM ${beside(range)} WHERE ${exceedsAny}
) WHERE value > above`;

const notLarger = (range: ReportRange): Sql =>
  sql`SELECT ${placeColumns({
    report_id: sql`r.report_id`,
    rule: sql`${R_LE.id}`,
    holds: sql`CASE WHEN ${known('r')} AND ${known('p')} THEN TRUE END`,
    cells: sql`''`,
  })} FROM ${beside(range)} WHERE NOT ${exceedsAny}`;

/** Totals alone: the kinds of applicant add up to them. */
const TOTALS = MEASURES.filter(({ table, column }) => table !== 3 || column === 'total').map(({ id }) => id);

/** Audited reports `p` that claim an area, with the sums of what bodies of the area report, and how many of them do. */
const areas = (range: ReportRange): Sql => sql`(
    SELECT * FROM report WHERE ${isAudited(range)} AND scope = 'area'
  ) AS p JOIN (
    SELECT parent.body_id, years.year, count(*) AS bodies, count(r.report_id) AS reports,
      ${sql.join(TOTALS.map((id) => sql`sum(${sql.id('r', id)}) AS ${sql.id(id)}, count(${sql.id('r', id)}) AS ${sql.id(`n_${id}`)}`))}
    FROM ${UNDER} AS child JOIN ${GOVERNMENT} AS parent ON ${IS_OF_AREA}
    CROSS JOIN (SELECT DISTINCT year FROM report WHERE ${isAudited(range)}) AS years
    LEFT JOIN (SELECT * FROM report WHERE current) AS r ON r.body_id = child.body_id AND r.year = years.year
    GROUP BY parent.body_id, years.year HAVING count(r.report_id) > 0
  ) AS s ON s.body_id = p.body_id AND s.year = p.year`;

/** Fractions of 10,000 yuan do not add up exactly in binary: less than this is no difference. */
const EXACT_TO = sql`${1e-6}`;
const isLess = (id: string): Sql => sql`coalesce(${sql.id('p', id)} < ${sql.id('s', id)} - ${EXACT_TO}, FALSE)`;
const isLessAnywhere = sql`(${sql.join(TOTALS.map(isLess), sql` OR `)})`;
const isGivenByAll = sql`s.reports = s.bodies AND (${sql.join(
  TOTALS.map((id) => sql.id('p', id)),
  sql` + `,
)}) IS NOT NULL AND least(${sql.join(TOTALS.map((id) => sql.id('s', `n_${id}`)))}) = s.bodies`;

const exceeded = (range: ReportRange): Sql => sql`SELECT ${placeColumns({
  report_id: sql`report_id`,
  rule: sql`${R_SUM.id}`,
  at: sql`cell`,
  holds: sql`FALSE`,
  expected: sql`together`,
  actual: sql`value`,
  said: sql`given::VARCHAR || '/' || bodies::VARCHAR`,
  cells: sql`cell`,
})} FROM (
  SELECT p.report_id, s.bodies, unnest([${sql.join(
    TOTALS.map(
      (id) =>
        sql`{'cell': ${id}, 'value': ${sql.id('p', id)}::DOUBLE, 'together': ${sql.id('s', id)}::DOUBLE,
        'given': ${sql.id('s', `n_${id}`)}::INTEGER}`,
    ),
  )}], recursive := true) FROM ${areas(range)} WHERE ${isLessAnywhere}
) WHERE value < together - ${EXACT_TO}`;

/** What a missing report or figure adds could still make the bodies more than their government. */
const notExceeded = (range: ReportRange): Sql =>
  sql`SELECT ${placeColumns({
    report_id: sql`p.report_id`,
    rule: sql`${R_SUM.id}`,
    holds: sql`CASE WHEN ${isGivenByAll} THEN TRUE END`,
    said: sql`s.reports::VARCHAR || '/' || s.bodies::VARCHAR`,
    cells: sql`''`,
  })} FROM ${areas(range)} WHERE NOT ${isLessAnywhere}`;

/** Whether the reports of an area fit into that of its government. */
export const ROLL_UP_FAMILY = rowFamily(
  [R_LE, R_SUM],
  (range) =>
    sql`${larger(range)} UNION ALL ${notLarger(range)} UNION ALL ${exceeded(range)} UNION ALL ${notExceeded(range)}`,
);
