import { sql, type Sql } from '../store/sql.ts';
import { figure, reportRows } from './report-rows.ts';
import type { CellRead, Family, Rule } from './rule.ts';

/**
 * One place where a rule is checked in every report, as expressions over a row of `reportRows`. It holds where `holds` is
 * true, or where that is left out, where the two numbers are equal; NULL where a gap keeps it from being checked. `applies`
 * is never NULL.
 */
export interface Check {
  readonly rule: string;
  readonly at: string;
  readonly cells: readonly CellRead[];
  readonly applies: Sql;
  readonly holds?: Sql;
  readonly expected?: Sql;
  readonly actual?: Sql;
  readonly due?: Sql;
  readonly said?: Sql;
  /** Which of the cells are wrong where it fails, ids with a comma between; all of them where it does not say. */
  readonly wrong?: Sql;
}

/** Cells of the audited report. */
export const cellsOf = (ids: readonly string[]): CellRead[] => ids.map((id) => ({ id, yearsBack: 0 }));

/** Cells of the report of the year before. */
export const cellsOfPast = (ids: readonly string[]): CellRead[] => ids.map((id) => ({ id, yearsBack: 1 }));

/** The cells of the audited report for which a condition is true, by id with a comma between. */
export const cellsWhere = (ids: readonly string[], condition: (value: Sql) => Sql): Sql =>
  sql`concat_ws(',', ${sql.join(ids.map((id) => sql`CASE WHEN ${condition(figure(id))} THEN ${id} END`))})`;

const NOTHING = sql`NULL`;

const holding = ({ holds, expected = NOTHING, actual = NOTHING }: Check): Sql => holds ?? sql`${expected} = ${actual}`;

/** Whether all of the checks hold, as far as they apply; one condition for those that apply to the same reports. */
function all(checks: readonly Check[]): Sql {
  const groups = new Map<string, Check[]>();
  for (const check of checks) groups.set(check.applies.text, [...(groups.get(check.applies.text) ?? []), check]);
  const held = [...groups.values()].map((group) => {
    const together = sql.join(
      group.map((check) => sql`(${holding(check)})`),
      sql` AND `,
    );
    return sql`CASE WHEN ${group[0]!.applies} THEN ${together} ELSE TRUE END`;
  });
  return sql.join(held, sql` AND `);
}

function placeStruct(check: Check, place: number): Sql {
  const { rule, at, applies, holds, expected = NOTHING, actual = NOTHING } = check;
  return sql`{'rule': ${rule}, 'at': ${at}, 'place': ${place}, 'applies': ${applies},
    'compares': ${holds === undefined}, 'holds': (${holds ?? NOTHING})::BOOLEAN,
    'expected': (${expected})::DOUBLE, 'actual': (${actual})::DOUBLE, 'due': (${check.due ?? NOTHING})::VARCHAR,
    'said': (${check.said ?? NOTHING})::VARCHAR, 'cells': (${check.wrong ?? NOTHING})::VARCHAR}`;
}

/** A family of checks that each look at one report's figures, beside those of the year before: one pass for all of them. */
export function checkFamily(rules: readonly Rule[], checks: readonly Check[]): Family {
  const verdict = (rule: Rule): Sql => {
    const own = checks.filter((check) => check.rule === rule.id);
    const applies = sql.join(
      own.map((check) => check.applies),
      sql` OR `,
    );
    return sql`{'rule': ${rule.id}, 'applies': ${applies}, 'holds': ${all(own)}}`;
  };
  return {
    rules,
    places: checks.map(({ cells }) => cells),
    // Most reports are sound: only the others are taken apart.
    checked: (range) => sql`(
  SELECT r.report_id, [${sql.join(rules.map(verdict))}] AS verdicts,
    CASE WHEN (${all(checks)}) IS DISTINCT FROM TRUE THEN [${sql.join(checks.map(placeStruct))}] END AS places
  FROM ${reportRows(range)}
)`,
    verdicts: (checked) => sql`SELECT report_id, v.rule AS rule, v.holds AS holds
FROM (SELECT report_id, unnest(verdicts) AS v FROM ${checked}) WHERE v.applies`,
    open: (checked) => sql`SELECT report_id, p.rule AS rule, p."at" AS "at", p.place AS place, holds,
  p.expected AS expected, p.actual AS actual, p.due AS due, p.said AS said,
  CASE WHEN NOT holds THEN p.cells END AS cells, NULL::INTEGER AS span_start, NULL::INTEGER AS span_end
FROM (
  SELECT report_id, p, CASE WHEN p.compares THEN p.expected = p.actual ELSE p.holds END AS holds
  FROM (SELECT report_id, unnest(places) AS p FROM ${checked} WHERE places IS NOT NULL) WHERE p.applies
) WHERE holds IS DISTINCT FROM TRUE`,
  };
}
