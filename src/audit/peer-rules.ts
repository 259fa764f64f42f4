import { FORM_CELLS, MEASURES } from '../form/cells.ts';
import { sql, type Sql } from '../store/sql.ts';
import { cellsOf } from './check.ts';
import { placeColumns, rowFamily } from './place-rows.ts';
import { EDITION_DUE, isAudited } from './report-rows.ts';
import type { ReportRange, Rule } from './rule.ts';

const T2_UNIT: Rule = {
  id: 'T2-UNIT',
  severity: 'hint',
  zh: '收费金额与本单位其他年度或同类单位相比，不相差千倍、万倍',
  en: 'the fees are not a thousand or ten thousand times those of the body’s other years, or of its peers',
  basisZh: '表二收费以万元为单位，常误填为元',
  basisEn: 'table 2 asks for 10,000 yuan, and yuan are often written there',
  exceptionsZh: '收费项目取消或新设',
  exceptionsEn: 'a fee was abolished or introduced',
};
const Y_ZERO: Rule = {
  id: 'Y-ZERO',
  severity: 'hint',
  zh: '同类单位通常有业务的，不应连续三年全部为零',
  en: 'a body of a kind that normally has cases does not report nothing but zeros three years running',
  basisZh: '同层级同类单位的比较',
  basisEn: 'bodies of the same kind and level',
  exceptionsZh: '没有相应职权的单位',
  exceptionsEn: 'a body without the powers of its kind',
};
const Y_JUMP: Rule = {
  id: 'Y-JUMP',
  severity: 'hint',
  zh: '与同层级同类单位相比不异常偏离',
  en: 'a figure does not stand far outside those of bodies of the same kind and level',
  basisZh: 'log1p 下与中位数之差超过 6 倍绝对中位差，同类不少于 8 个',
  basisEn: 'more than 6 median absolute deviations from the median of log1p, of at least 8 peers',
  exceptionsZh: '规模、职能或平台与同类不同',
  exceptionsEn: 'a body of another size, with other powers or platforms than its peers',
};

const FEWEST_PEERS = 8;
const MOST_DEVIATIONS = 6;
const FEES = 'admin_fees_wan';
// Powers of ten from which an amount of one's own other years, or of peers, looks like another unit.
const OWN_POWERS = 2.7;
const PEER_POWERS = 3.3;

const audited = (range: ReportRange): Sql => sql`(
  SELECT report.*, body.kind, body.level, ${EDITION_DUE} AS edition_due
  FROM report JOIN body USING (body_id) WHERE ${isAudited(range)}
)`;
/** Current reports of the years that are audited, which peers are found among. */
const peers = (range: ReportRange): Sql => sql`(
  SELECT report.*, body.kind, body.level FROM report JOIN body USING (body_id)
  WHERE report.current AND body.kind IS NOT NULL AND body.level IS NOT NULL
    AND report.year IN (SELECT year FROM report WHERE ${isAudited(range)})
)`;

const fee = (alias: string): Sql => sql.id(alias, FEES);
const isFar = (other: Sql, powers: number): Sql => sql`abs(log10(${fee('r')} / ${other})) >= ${powers}`;

/** One wrong year must not make the others look wrong: most of them decide, and peers where there is only one. */
const units = (range: ReportRange): Sql => sql`SELECT ${placeColumns({
  report_id: sql`r.report_id`,
  rule: sql`${T2_UNIT.id}`,
  at: sql`${FEES}`,
  place: sql`0`,
  holds: sql`CASE WHEN own.years > 1 OR own.years = 1 AND others.fee IS NULL THEN own.far <= 0.5e0
    WHEN others.fee IS NOT NULL THEN NOT (${isFar(sql`others.fee`, PEER_POWERS)}) END`,
  expected: sql`coalesce(own.fee, others.fee)`,
  actual: fee('r'),
})} FROM ${audited(range)} AS r
LEFT JOIN (
  SELECT r.report_id, count(*) AS years, avg((${isFar(fee('past'), OWN_POWERS)})::INTEGER) AS far,
    quantile_disc(${fee('past')}, 0.5) AS fee
  FROM report AS r JOIN report AS past ON past.body_id = r.body_id AND past.year <> r.year
  WHERE r.current AND r.report_id BETWEEN ${range.from} AND ${range.to} AND ${fee('r')} > 0
    AND past.current AND ${fee('past')} > 0
  GROUP BY r.report_id
) AS own ON own.report_id = r.report_id
LEFT JOIN (
  SELECT kind, level, year, median(${sql.id(FEES)}) AS fee FROM ${peers(range)} WHERE ${sql.id(FEES)} > 0
  GROUP BY kind, level, year HAVING count(*) >= ${FEWEST_PEERS}
) AS others ON others.kind = r.kind AND others.level = r.level AND others.year = r.year
WHERE ${fee('r')} > 0`;

const in2019 = new Set(FORM_CELLS['2019'].map(({ id }) => id));
const IN_BOTH = MEASURES.filter(({ id }) => in2019.has(id)).map(({ id }) => sql.id(id));
/** Whether a report gives nothing but zeros; NULL where it leaves open what another could have. */
const IS_ZERO: Sql = sql`CASE WHEN greatest(${sql.join(MEASURES.map(({ id }) => sql.id(id)))}) > 0 THEN FALSE
  WHEN (${sql.join(IN_BOTH, sql` + `)}) IS NOT NULL THEN TRUE END`;

const zeros = (range: ReportRange): Sql => sql`SELECT ${placeColumns({
  report_id: sql`z.report_id`,
  rule: sql`${Y_ZERO.id}`,
  holds: sql`CASE WHEN z.zeros IS NULL THEN NULL WHEN NOT z.zeros THEN TRUE
    WHEN usual.peers >= ${FEWEST_PEERS} THEN usual.busy < 0.5e0 END`,
})} FROM (
  SELECT report_id, body_id, year, kind, level, is_zero AND before AND before_that AS zeros FROM (
    SELECT *, lag(is_zero) OVER w AS before, lag(is_zero, 2) OVER w AS before_that, lag(year, 2) OVER w AS third
    FROM (
      SELECT report.report_id, report.body_id, report.year, body.kind, body.level, ${IS_ZERO} AS is_zero
      FROM report JOIN body USING (body_id)
      WHERE report.current AND body_id IN (SELECT body_id FROM report WHERE ${isAudited(range)})
    ) WINDOW w AS (PARTITION BY body_id ORDER BY year)
  ) WHERE third = year - 2 AND year > 2020 AND report_id BETWEEN ${range.from} AND ${range.to}
) AS z LEFT JOIN (
  SELECT kind, level, year, count(*) AS peers, avg((NOT is_zero)::INTEGER) AS busy
  FROM (SELECT kind, level, year, ${IS_ZERO} AS is_zero FROM ${peers(range)}) WHERE is_zero IS NOT NULL
  GROUP BY kind, level, year
) AS usual ON usual.kind = z.kind AND usual.level = z.level AND usual.year = z.year`;

const JUMPING = [
  'new_total',
  'licensing_decisions',
  'penalty_decisions',
  'coercion_decisions',
  FEES,
  'normative_docs_in_force',
  'review_total',
  'suit_direct_total',
];

const jumps = (range: ReportRange): Sql => sql`SELECT ${placeColumns({
  report_id: sql`report_id`,
  rule: sql`${Y_JUMP.id}`,
  at: sql`cell`,
  place: sql`place`,
  holds: sql`abs(log_value - middle) <= ${MOST_DEVIATIONS} * deviation`,
  expected: sql`exp(middle) - 1`,
  actual: sql`value`,
})} FROM (
  SELECT *, median(abs(log_value - middle)) OVER g AS deviation FROM (
    SELECT *, median(log_value) OVER g AS middle, count(*) OVER g AS peers FROM (
      SELECT *, ln(1 + value) AS log_value FROM (
        SELECT report_id, kind, level, year, unnest([${sql.join(
          JUMPING.map((id, index) => sql`{'cell': ${id}, 'place': ${index}, 'value': ${sql.id(id)}::DOUBLE}`),
        )}], recursive := true) FROM ${peers(range)}
      ) WHERE value >= 0
    ) WINDOW g AS (PARTITION BY kind, level, year, cell)
  ) WINDOW g AS (PARTITION BY kind, level, year, cell)
) WHERE peers >= ${FEWEST_PEERS} AND deviation > 0 AND report_id BETWEEN ${range.from} AND ${range.to}`;

/** Whether fees may be in another unit than the form’s. */
export const UNIT_FAMILY = rowFamily([T2_UNIT], units, [cellsOf([FEES])]);

/** What stands out beside bodies of the same kind and level. */
export const PEER_FAMILY = rowFamily(
  [Y_ZERO, Y_JUMP],
  (range) => sql`${zeros(range)} UNION ALL ${jumps(range)}`,
  JUMPING.map((id) => cellsOf([id])),
);
