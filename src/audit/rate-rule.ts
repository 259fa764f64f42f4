import { sql, type Sql } from '../store/sql.ts';
import { cellsOf } from './check.ts';
import { placeColumns, rowFamily } from './place-rows.ts';
import { added, figureRows, HAS_FORM } from './report-rows.ts';
import type { Rule } from './rule.ts';

const X_RATE: Rule = {
  id: 'X-RATE',
  severity: 'hint',
  zh: '文字所述比率与按表计算的一致；称全部办结的，不应有结转',
  en: 'a rate stated in the prose is what the table gives; where everything is said to be answered, nothing is carried out',
  basisZh: '同一份报告的文字与表三',
  basisEn: 'one report, in words and in table 3',
  exceptionsZh: '口径另有说明；“按时”办结率不含尚在期限内的申请',
  exceptionsEn:
    'the report counts otherwise and says so; a rate of those answered in time leaves out those still running',
};

interface StatedRate {
  readonly key: string;
  readonly words: readonly string[];
  readonly numerator: readonly string[];
  readonly denominator: readonly string[];
}

const RECEIVED = ['new_total', 'carried_in_total'];
const RATES: readonly StatedRate[] = [
  {
    key: 'clearance_rate',
    words: ['办结率', '答复率', '回复率', '办复率'],
    numerator: ['handled_total'],
    denominator: RECEIVED,
  },
  {
    key: 'disclosure_rate',
    words: ['公开率'],
    numerator: ['granted_total', 'partial_total'],
    denominator: ['handled_total'],
  },
  { key: 'carry_over_rate', words: ['结转率'], numerator: ['carried_out_total'], denominator: RECEIVED },
];

const WORDS = RATES.flatMap(({ words }) => words).join('|');
const STATED = `(${WORDS})[^。；，,\\n0-9]{0,8}[0-9.]+[%％]`;
const PIECE = `[^。；\\n]*${STATED}`;
// Rates of what was answered in time, of last year, and of matters that are no requests.
const OTHER_RATE =
  '按时|按期|及时|时限|期限|规定时|上年|去年|同比|满意|建议|提案|信访|热线|留言|投诉|主动公开|不予公开率|政务公开';

const byWord = (value: (rate: StatedRate, index: number) => Sql): Sql =>
  sql`CASE s.word ${sql.join(
    RATES.flatMap((rate, index) => rate.words.map((word) => sql`WHEN ${word} THEN ${value(rate, index)}`)),
    sql` `,
  )} END`;

const percent = ({ numerator, denominator }: StatedRate): Sql =>
  sql`(100e0 * ${added(numerator)} / nullif(${added(denominator)}, 0))`;

/** As exact as it is stated; 100 % is stated of everything, and of nothing less. */
const isStated = (rate: StatedRate): Sql => sql`(abs(s.stated - ${percent(rate)}) <= s.tolerance
  AND (s.stated < 100 OR ${percent(rate)} >= 100))`;

/** Whether percentages in the prose are those that the table gives. */
export const RATE_FAMILY = rowFamily(
  [X_RATE],
  (range) => sql`SELECT ${placeColumns({
    report_id: sql`r.report_id`,
    rule: sql`${X_RATE.id}`,
    at: byWord(({ key }) => sql`${key}`),
    place: byWord((_, index) => sql`${index}`),
    holds: byWord(isStated),
    expected: byWord(percent),
    actual: sql`s.stated`,
    said: sql`s.piece`,
  })}
FROM ${figureRows(range)} JOIN (
  SELECT report_id, piece, regexp_extract(piece, ${`${STATED}$`}, 1) AS word,
    regexp_extract(piece, '([0-9.]+)[%％]$', 1)::DOUBLE AS stated,
    CASE WHEN regexp_matches(piece, '\\.[0-9]{2,}[%％]$') THEN 0.011e0
      WHEN regexp_matches(piece, '\\.[0-9][%％]$') THEN 0.06e0 ELSE 0.6e0 END AS tolerance
  FROM (
    SELECT report_id, section, unnest(regexp_extract_all(text, ${PIECE})) AS piece
    FROM passage WHERE report_id BETWEEN ${range.from} AND ${range.to} AND section <> 5
  ) WHERE (section = 3 OR contains(piece, '申请')) AND NOT regexp_matches(piece, ${OTHER_RATE})
    AND regexp_matches(piece, '[^0-9.][0-9]+(\\.[0-9]+)?[%％]$')
) AS s ON s.report_id = r.report_id
WHERE ${HAS_FORM} AND coalesce(${byWord(({ denominator }) => sql`${added(denominator)} > 0`)}, TRUE)`,
  RATES.map(({ numerator, denominator }) => cellsOf([...numerator, ...denominator])),
);
