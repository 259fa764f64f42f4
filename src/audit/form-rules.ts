import { APPLICANT_COLUMNS } from '../form/applicants.ts';
import { REQUEST_ROWS } from '../form/requests.ts';
import { SUM_RULES, type SumRule } from '../form/sums.ts';
import { sql, type Sql } from '../store/sql.ts';
import { cellsOf, cellsWhere, type Check } from './check.ts';
import { added, figure, GIVES_ONE_ROW, HAS_FORM, isOfOneRow, isOfThreeRows } from './report-rows.ts';
import type { Rule } from './rule.ts';

const ARITHMETIC = {
  severity: 'must' as const,
  basisZh: '表格自身的合计',
  basisEn: 'the totals of the form’s own tables',
  exceptionsZh: '',
  exceptionsEn: '',
};

/** What the arithmetic of the form promises, without exception. */
export const FORM_RULES: readonly Rule[] = [
  {
    ...ARITHMETIC,
    id: 'T3-COL',
    zh: '每一列：本年新收加上年结转，等于办理总计加结转下年度',
    en: 'in each column new and carried in are as many as handled and carried out',
    basisZh: '表三左上角所印勾稽关系',
    basisEn: 'the note printed in the corner of table 3',
  },
  {
    ...ARITHMETIC,
    id: 'T3-SUM',
    zh: '每一列：办理总计等于各项办理结果之和',
    en: 'in each column handled is the sum of its outcomes',
  },
  {
    ...ARITHMETIC,
    id: 'T3-ROW',
    zh: '每一行：总计等于各类申请人之和',
    en: 'in each row the total is the sum of the kinds of applicant',
  },
  {
    ...ARITHMETIC,
    id: 'T4-SUM',
    zh: '每一栏：总计等于维持、纠正、其他结果、尚未审结之和',
    en: 'in each block the total is the sum of its results',
  },
  {
    ...ARITHMETIC,
    id: 'T3-EMPTY',
    zh: '一列新收与上年结转均为零的，各项办理结果也为零',
    en: 'a column without new and carried-in requests has no outcome',
    basisZh: '没有申请就没有办理结果',
    basisEn: 'nothing can come of no request',
  },
];

function sumCheck({ rule, at, left, right }: SumRule, applies: Sql): Check {
  // Both sides of T3-COL are sums; elsewhere the left side is the printed total.
  const [expected, actual] = rule === 'T3-COL' ? [added(left), added(right)] : [added(right), added(left)];
  return { rule, at, cells: cellsOf([...left, ...right]), applies, expected, actual };
}

const keyOf = ({ rule, at, left, right }: SumRule) => [rule, at, ...left, ...right].join(' ');
const keys = { '2019': new Set(SUM_RULES['2019'].map(keyOf)), '2021': new Set(SUM_RULES['2021'].map(keyOf)) };
const WITH_ONE_ROW = sql`(${HAS_FORM} AND ${GIVES_ONE_ROW})`;
const WITH_THREE_ROWS = sql`(${HAS_FORM} AND NOT ${GIVES_ONE_ROW})`;

/** The sums of both editions; where they differ, a report is held to the sums of the rows it has. */
const SUM_CHECKS: readonly Check[] = [
  ...SUM_RULES['2021'].map((sum) => sumCheck(sum, keys['2019'].has(keyOf(sum)) ? HAS_FORM : WITH_THREE_ROWS)),
  ...SUM_RULES['2019'].filter((sum) => !keys['2021'].has(keyOf(sum))).map((sum) => sumCheck(sum, WITH_ONE_ROW)),
];

const OUTCOMES = REQUEST_ROWS.filter(({ role }) => role === 'outcome').map(({ key }) => key);

/** A report gives one row 其他处理 or three: what it does not give is no gap. */
function asGiven(id: string): Sql {
  if (isOfOneRow(id)) return sql`CASE WHEN ${GIVES_ONE_ROW} THEN ${figure(id)} ELSE 0 END`;
  return isOfThreeRows(id) ? sql`CASE WHEN ${GIVES_ONE_ROW} THEN 0 ELSE ${figure(id)} END` : figure(id);
}

function emptyColumn(column: string): Check {
  const received = ['new', 'carried_in'].map((row) => `${row}_${column}`);
  const outcomes = OUTCOMES.map((row) => `${row}_${column}`);
  const nothing = sql.join(
    outcomes.map((id) => sql`${asGiven(id)} = 0`),
    sql` AND `,
  );
  return {
    rule: 'T3-EMPTY',
    at: column,
    cells: cellsOf([...received, ...outcomes]),
    applies: sql`(${HAS_FORM} AND ${sql.join(
      received.map((id) => sql`coalesce(${figure(id)}, 0) = 0`),
      sql` AND `,
    )})`,
    holds: sql`CASE WHEN ${added(received)} IS NULL THEN NULL ELSE ${nothing} END`,
    expected: sql`0`,
    actual: sql`CASE WHEN (${nothing}) IS NOT NULL THEN ${sql.join(
      outcomes.map((id) => sql`coalesce(${figure(id)}, 0)`),
      sql` + `,
    )} END`,
    wrong: cellsWhere(outcomes, (value) => sql`${value} <> 0`),
  };
}

/** Every place where the form's own arithmetic is checked. */
export const FORM_CHECKS: readonly Check[] = [...SUM_CHECKS, ...APPLICANT_COLUMNS.map(({ key }) => emptyColumn(key))];
