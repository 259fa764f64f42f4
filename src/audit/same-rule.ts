import { FORM_CELLS, MEASURES } from '../form/cells.ts';
import { sql, type Sql } from '../store/sql.ts';
import type { Check } from './check.ts';
import { added, figure, HAS_FORM, HAS_PAST } from './report-rows.ts';
import type { Rule } from './rule.ts';

/** Whether a report repeats last year's figures. */
export const Y_SAME: Rule = {
  id: 'Y-SAME',
  severity: 'hint',
  zh: '不应与上年各项数字完全相同',
  en: 'the figures are not all those of last year',
  basisZh: '照抄上年报告是被公开批评过的错误',
  basisEn: 'copying last year’s report has been criticised in public',
  exceptionsZh: '全部为零的单位；业务极少的单位',
  exceptionsEn: 'a body that reports only zeros, or has very few cases',
};

const ids = MEASURES.map(({ id }) => id);
const in2019 = new Set(FORM_CELLS['2019'].map(({ id }) => id));
const inBoth = ids.filter((id) => in2019.has(id));
const figures = (yearsBack: 0 | 1): Sql => sql`(${sql.join(ids.map((id) => figure(id, yearsBack)))})`;
const differs = sql.join(
  ids.map((id) => sql`${figure(id)} <> ${figure(id, 1)}`),
  sql` OR `,
);

// Cells that change from year to year in most bodies: where they do, the others need not be looked at.
const LIVELY = ['handled_total', 'licensing_decisions', 'penalty_decisions', 'normative_docs_in_force'];
const differsSoon = sql.join(
  LIVELY.map((id) => sql`coalesce(${figure(id)} <> ${figure(id, 1)}, FALSE)`),
  sql` OR `,
);

/** A gap in the same cell of both reports is no difference; a list of a few figures is no copy of a report. */
export const SAME_CHECK: Check = {
  rule: Y_SAME.id,
  at: '',
  cells: [],
  applies: sql`(${HAS_FORM} AND r.year > 2019 AND ${HAS_PAST} AND l.report_id IS NOT NULL
    AND r.edition IS NOT DISTINCT FROM l.edition AND coalesce(greatest(${sql.join(ids.map((id) => figure(id)))}) > 0, FALSE))`,
  holds: sql`CASE WHEN ${differsSoon} THEN TRUE WHEN ${figures(0)} IS DISTINCT FROM ${figures(1)} THEN (${differs})
    WHEN r.entered = 'figures' AND ${added(inBoth)} IS NULL THEN NULL ELSE FALSE END`,
};
