import { FORM_CELLS, formCell } from '../form/cells.ts';
import { CLAIM_TOPICS } from '../read/claim-topics.ts';
import { sql, type Sql } from '../store/sql.ts';
import { placeColumns, rowFamily } from './place-rows.ts';
import { added, figure, figureRows, GIVES_ONE_ROW, HAS_FORM, IS_2021, isOfThreeRows } from './report-rows.ts';
import { cellsOf } from './check.ts';
import type { Rule } from './rule.ts';

const X_PROSE: Rule = {
  id: 'X-PROSE',
  severity: 'expect',
  zh: '文字所述数字与表格一致',
  en: 'a figure stated in the prose is that of the table',
  basisZh: '同一份报告的文字与表格；“受理”“收到”可含或不含上年结转',
  basisEn: 'one report, in words and in tables; 受理 and 收到 may mean with or without those carried in',
  exceptionsZh: '文字所述只是其中一部分，或口径另有说明',
  exceptionsEn: 'the sentence speaks of a part, or counts otherwise and says so',
};

const in2019 = new Set(FORM_CELLS['2019'].map(({ id }) => id));
const TOPICS = CLAIM_TOPICS.filter(({ measures }) => measures.length > 0);
const MOST_DECIMALS = 4;

/** A report that gives 其他处理 in one row states it there. */
function meant(ids: readonly string[]): Sql {
  if (!ids.some(isOfThreeRows)) return added(ids);
  return sql`(CASE WHEN ${GIVES_ONE_ROW} THEN ${figure('other_all_total')} ELSE ${added(ids)} END)`;
}

/** Amounts are told in round numbers. */
const isStated = (ids: readonly string[]): Sql =>
  ids.some((id) => formCell(id)?.type === 'decimal')
    ? sql`(${sql.join(
        [
          meant(ids),
          ...Array.from({ length: MOST_DECIMALS + 1 }, (_, decimals) => sql`round(${meant(ids)}, ${decimals})`),
        ].map((value) => sql`claim.value = ${value}`),
        sql` OR `,
      )})`
    : sql`claim.value = ${meant(ids)}`;

const byTopic = (value: (topic: (typeof TOPICS)[number], index: number) => Sql): Sql =>
  sql`CASE claim.topic ${sql.join(
    TOPICS.map((topic, index) => sql`WHEN ${topic.key} THEN ${value(topic, index)}`),
    sql` `,
  )} END`;

const ONLY_2021 = TOPICS.filter(({ measures }) =>
  measures.some((ids) => ids.some((id) => !in2019.has(id) && !isOfThreeRows(id))),
).map(({ key }) => key);

/** Whether what the prose claims stands in the tables, in one of the senses that the words can have. */
export const PROSE_FAMILY = rowFamily(
  [X_PROSE],
  (range) => sql`SELECT ${placeColumns({
    report_id: sql`r.report_id`,
    rule: sql`${X_PROSE.id}`,
    at: sql`claim.topic`,
    place: byTopic((_, index) => sql`${index}`),
    holds: byTopic(({ measures }) => sql.join(measures.map(isStated), sql` OR `)),
    expected: byTopic(({ measures }) => meant(measures[0]!)),
    actual: sql`claim.value`,
    said: sql`claim.sentence`,
    span_start: sql`claim.span_start`,
    span_end: sql`claim.span_end`,
  })}
FROM ${figureRows(range)} JOIN claim ON claim.report_id = r.report_id
WHERE ${HAS_FORM} AND claim.topic IN ${TOPICS.map(({ key }) => key)}
  AND (${IS_2021} OR claim.topic NOT IN ${ONLY_2021})`,
  TOPICS.map(({ measures }) => cellsOf([...new Set(measures.flat())])),
);
