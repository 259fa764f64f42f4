import { DISPUTE_COLUMNS } from '../form/disputes.ts';
import { REQUEST_ROWS } from '../form/requests.ts';
import { DEADLINES } from '../store/deadline.ts';
import { sql, type Sql } from '../store/sql.ts';
import { cellsOf, cellsOfPast, cellsWhere, type Check } from './check.ts';
import { added, figure, GIVES_ONE_ROW, HAS_FORM, HAS_PAST, HAS_PAST_OF_2021, IS_2021 } from './report-rows.ts';
import type { Rule } from './rule.ts';

/** What should hold among a report's figures beyond the form's own arithmetic, and its date. */
export const FIGURE_RULES: readonly Rule[] = [
  {
    id: 'T2-STOCK',
    severity: 'expect',
    zh: '现行有效件数不少于本年制发减本年废止；本年废止不多于上年现行有效加本年制发',
    en: 'in force are at least those issued and not repealed; repealed are at most last year’s and those issued',
    basisZh: '表二第二十条第（一）项',
    basisEn: 'table 2, art. 20(1)',
    exceptionsZh: '当年制发、当年到期失效；机构改革移交',
    exceptionsEn: 'documents that were issued and expired within the year; documents that came with a reorganisation',
  },
  {
    id: 'T2-RULES',
    severity: 'expect',
    zh: '只有国务院部门和省、设区的市、自治州的人民政府可以有规章',
    en: 'only departments of the State Council and governments of provinces, prefectures and districted cities have rules',
    basisZh: '《立法法》第九十一条、第九十三条',
    basisEn: 'Legislation Law arts. 91 and 93',
    exceptionsZh: '区县政府年报汇总了上级规章；将起草的规章计入',
    exceptionsEn: 'rules of the government above, or drafted for it, were counted',
  },
  {
    id: 'T3-CARRY',
    severity: 'hint',
    zh: '结转下年度不超过全年应办申请的 16%',
    en: 'no more than 16 % of the requests on hand are carried out',
    basisZh: '条例第三十三条：20 个工作日，可延长 20 个工作日，全年约 250 个工作日',
    basisEn: 'OGI Regulations art. 33: 20 working days and 20 more, of about 250 a year',
    exceptionsZh: '申请很少；年末集中收到；补正、征求意见的时间不计入期限',
    exceptionsEn: 'few requests; many at the end of the year; time for corrections and consultation does not count',
  },
  {
    id: 'T3-CATCHALL',
    severity: 'hint',
    zh: '其他处理中的“其他”不超过办理总计的 10%，也不是最多的一项',
    en: 'the row 3.其他 holds no more than 10 % of the handled, and is not the largest outcome',
    basisZh: '兜底项不应成为主要结果',
    basisEn: 'a catch-all should not be the main outcome',
    exceptionsZh: '申请人主动撤回较多；申请很少',
    exceptionsEn: 'many applicants withdrew; few requests',
  },
  {
    id: 'T3-NOTHELD',
    severity: 'hint',
    zh: '本机关不掌握占办理总计之比较上年上升不超过 20 个百分点',
    en: 'the share of “not held” among the handled does not rise by more than 20 points',
    basisZh: '同一单位的逐年比较',
    basisEn: 'one body from year to year',
    exceptionsZh: '申请很少；同一申请人反复申请',
    exceptionsEn: 'few requests; one applicant with many requests',
  },
  {
    id: 'X-SUIT',
    severity: 'hint',
    zh: '复议后起诉不多于本年与上年审结的行政复议',
    en: 'suits after reconsideration are no more than the reconsiderations concluded this year and last',
    basisZh: '先有复议结果，才有复议后起诉',
    basisEn: 'such a suit follows a reconsideration',
    exceptionsZh: '一件复议引起数件诉讼；更早年度的复议',
    exceptionsEn: 'several suits after one reconsideration; reconsiderations of earlier years',
  },
  {
    id: 'D-PUB',
    severity: 'expect',
    zh: '部门应于次年 1 月 31 日前、人民政府应于次年 3 月 31 日前公布，且不早于次年 1 月 1 日',
    en: 'published by 31 January (departments) or 31 March (governments) of the next year, and not before 1 January',
    basisZh: '条例第四十九条',
    basisEn: 'OGI Regulations art. 49',
    exceptionsZh: '页面日期是重新发布或迁移的日期',
    exceptionsEn: 'the page’s date is that of a new release or a move of the site',
  },
];

const stockChecks = (row: string): Check[] => {
  const [issued, repealed, inForce] = [`${row}_issued`, `${row}_repealed`, `${row}_in_force`];
  const kept = sql`(${figure(issued)} - ${figure(repealed)})`;
  const most = sql`(${figure(inForce, 1)} + ${figure(issued)})`;
  return [
    {
      rule: 'T2-STOCK',
      at: row,
      cells: cellsOf([inForce, issued, repealed]),
      applies: IS_2021,
      holds: sql`${figure(inForce)} >= ${kept}`,
      expected: kept,
      actual: figure(inForce),
    },
    {
      rule: 'T2-STOCK',
      at: repealed,
      cells: [...cellsOf([repealed, issued]), ...cellsOfPast([inForce])],
      applies: HAS_PAST_OF_2021,
      holds: sql`${figure(repealed)} <= ${most}`,
      expected: most,
      actual: figure(repealed),
    },
  ];
};

const RULES_CELLS = ['rules_issued', 'rules_repealed', 'rules_in_force'];
// A government's report may come out under the name of its office.
const MAY_MAKE_RULES = sql`(coalesce(b.level = 'national', FALSE)
  OR coalesce(b.level IN ('province', 'city') AND b.kind IN ('government', 'govOffice'), FALSE))`;

const rulesCheck: Check = {
  rule: 'T2-RULES',
  at: '',
  cells: cellsOf(RULES_CELLS),
  applies: sql`(${IS_2021} AND NOT ${MAY_MAKE_RULES})`,
  // Whose rules they are cannot be told of a body whose level is unknown.
  holds: sql`((${sql.join(
    RULES_CELLS.map((id) => sql`${figure(id)} = 0`),
    sql` AND `,
  )}) OR CASE WHEN b.level IS NULL THEN NULL ELSE FALSE END)`,
  expected: sql`0`,
  actual: sql`greatest(${sql.join(RULES_CELLS.map((id) => figure(id)))})`,
  wrong: cellsWhere(RULES_CELLS, (value) => sql`${value} > 0`),
};

const maySome = (value: Sql): Sql => sql`coalesce(${value} > 0, TRUE)`;
const RECEIVED = ['new_total', 'carried_in_total'];
const MOST_CARRIED_PERCENT = 16;

const carryCheck: Check = {
  rule: 'T3-CARRY',
  at: '',
  cells: cellsOf(['carried_out_total', ...RECEIVED]),
  applies: sql`(${HAS_FORM} AND ${maySome(added(RECEIVED))})`,
  holds: sql`${figure('carried_out_total')} * 100 <= ${added(RECEIVED)} * ${MOST_CARRIED_PERCENT}`,
  expected: sql`${MOST_CARRIED_PERCENT / 100}`,
  actual: sql`${figure('carried_out_total')} / ${added(RECEIVED)}`,
};

const OTHER = figure('other_other_total');
const HANDLED = figure('handled_total');
const OUTCOMES = REQUEST_ROWS.filter(({ role, editions }) => role === 'outcome' && editions.includes('2021'))
  .map(({ key }) => `${key}_total`)
  .filter((id) => id !== 'other_other_total');

const catchAllCheck: Check = {
  rule: 'T3-CATCHALL',
  at: '',
  cells: cellsOf(['other_other_total', 'handled_total']),
  applies: sql`(${IS_2021} AND NOT ${GIVES_ONE_ROW} AND ${maySome(HANDLED)})`,
  holds: sql`(${OTHER} * 10 <= ${HANDLED} AND NOT (${OTHER} > 0 AND ${sql.join(
    OUTCOMES.map((id) => sql`${OTHER} >= ${figure(id)}`),
    sql` AND `,
  )}))`,
  expected: sql`${1 / 10}`,
  actual: sql`${OTHER} / ${HANDLED}`,
};

const shareNotHeld = (yearsBack: 0 | 1): Sql =>
  sql`(${figure('unable_not_held_total', yearsBack)} / ${figure('handled_total', yearsBack)})`;
const NOT_HELD = ['unable_not_held_total', 'handled_total'];

const notHeldCheck: Check = {
  rule: 'T3-NOTHELD',
  at: '',
  cells: [...cellsOf(NOT_HELD), ...cellsOfPast(NOT_HELD)],
  applies: sql`(${HAS_FORM} AND r.year > 2019 AND ${HAS_PAST} AND ${maySome(HANDLED)}
    AND ${maySome(figure('handled_total', 1))})`,
  holds: sql`${shareNotHeld(0)} - ${shareNotHeld(1)} <= ${1 / 5}`,
  expected: shareNotHeld(1),
  actual: shareNotHeld(0),
};

const CONCLUDED = DISPUTE_COLUMNS.filter(({ key }) => key !== 'pending' && key !== 'total').map(
  ({ key }) => `review_${key}`,
);
const SUITS = 'suit_after_review_total';

const suitCheck: Check = {
  rule: 'X-SUIT',
  at: '',
  cells: [...cellsOf([SUITS, ...CONCLUDED]), ...cellsOfPast(CONCLUDED)],
  applies: HAS_FORM,
  holds: sql`(${figure(SUITS)} <= ${added(CONCLUDED)}
    OR ${figure(SUITS)} <= ${added(CONCLUDED)} + ${added(CONCLUDED, 1)})`,
  expected: sql`${added(CONCLUDED)} + ${added(CONCLUDED, 1)}`,
  actual: figure(SUITS),
};

const nextYear = (monthDay: string): Sql => sql`((r.year + 1)::VARCHAR || ${`-${monthDay}`})::DATE`;
const FIRST_DAY = nextYear('01-01');
const LAST_DAY = sql`CASE b.deadline ${sql.join(
  DEADLINES.flatMap(({ key, monthDay }) => (monthDay === null ? [] : [sql`WHEN ${key} THEN ${nextYear(monthDay)}`])),
  sql` `,
)} END`;

const publicationCheck: Check = {
  rule: 'D-PUB',
  at: '',
  cells: [],
  applies: sql`(${HAS_FORM} AND (b.deadline <> 'none' OR coalesce(r.published < ${FIRST_DAY}, FALSE)))`,
  holds: sql`(r.published >= ${FIRST_DAY} AND r.published <= coalesce(${LAST_DAY}, r.published))`,
  due: sql`CASE WHEN r.published < ${FIRST_DAY} THEN ${FIRST_DAY} ELSE ${LAST_DAY} END`,
  said: sql`r.published`,
};

/** Every place where those are checked. */
export const FIGURE_CHECKS: readonly Check[] = [
  ...['rules', 'normative_docs'].flatMap(stockChecks),
  rulesCheck,
  carryCheck,
  catchAllCheck,
  notHeldCheck,
  suitCheck,
  publicationCheck,
];
