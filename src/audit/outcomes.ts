import type { Database, Question } from '../store/database.ts';
import { decodeText } from '../store/decode.ts';
import { sql } from '../store/sql.ts';
import { FAMILIES } from './families.ts';
import type { Family, ReportRange } from './rule.ts';

/** How a rule stands with a report. */
export const OUTCOMES = ['fails', 'cannot-check', 'holds', 'not-applicable'] as const;

/** One of the ways in which a rule stands with a report. */
export type RuleOutcome = (typeof OUTCOMES)[number];

/** How one rule stands with the reports of a range. */
export interface OutcomesOfRule {
  readonly rule: string;
  /** Number of the first report of the range. */
  readonly from: number;
  /** A digit a report number in ascending order: the place of its outcome in `OUTCOMES`. */
  readonly digits: string;
}

/** How does each rule of a family stand with each of these reports? A row a rule; a rule applies to current reports only. */
export const outcomesQuery = (family: Family, range: ReportRange): Question<OutcomesOfRule> => ({
  // A text for each rule, and not a row for each report: a dataset has as many answers as reports times rules.
  statement: sql`SELECT rules.rule::VARCHAR AS rule, string_agg(
  CASE WHEN verdict.report_id IS NULL THEN '3' WHEN verdict.holds IS NULL THEN '1' WHEN verdict.holds THEN '2' ELSE '0' END,
  '' ORDER BY reports.report_id)::VARCHAR AS digits
FROM (SELECT unnest([${sql.join(family.rules.map(({ id }) => sql`${id}`))}]) AS rule) AS rules
CROSS JOIN (SELECT unnest(range(${range.from}, ${range.to + 1})) AS report_id) AS reports
LEFT JOIN (${family.verdicts(family.checked(range))}) AS verdict ON verdict.rule = rules.rule AND verdict.report_id = reports.report_id
GROUP BY rules.rule ORDER BY rules.rule`,
  decode: (row) => ({ rule: decodeText(row, 'rule'), from: range.from, digits: decodeText(row, 'digits') }),
});

/** A part of an audit: how some rules stand with some reports. */
export interface OutcomesPiece {
  readonly outcomes: readonly OutcomesOfRule[];
  /** How much of the audit is done, from 0 to 1. */
  readonly share: number;
}

/** So many reports at a time: a text of an answer stays small, and an audit can be given up soon. */
const REPORTS_AT_ONCE = 20_000;

/** How does every rule stand with every report up to this number? Piece by piece; rejects with the signal's reason. */
export async function* askOutcomes(
  database: Database,
  lastReport: number,
  signal: AbortSignal,
): AsyncGenerator<OutcomesPiece> {
  const pieces = Math.ceil(lastReport / REPORTS_AT_ONCE);
  for (let piece = 0; piece < pieces; piece += 1) {
    const from = piece * REPORTS_AT_ONCE + 1;
    const range = { from, to: Math.min(from + REPORTS_AT_ONCE - 1, lastReport) };
    for (const [index, family] of FAMILIES.entries()) {
      const outcomes = await database.ask(outcomesQuery(family, range), signal);
      yield { outcomes, share: (piece + (index + 1) / FAMILIES.length) / pieces };
    }
  }
}
