import type { Question } from '../store/database.ts';
import { decodeNullableNumber } from '../store/decode.ts';
import { sql } from '../store/sql.ts';
import { decodeFinding, findingRows, type Finding } from './finding.ts';
import type { Family, ReportRange } from './rule.ts';
import { decodeTally, tallyRows, type RuleTally } from './tally.ts';

/** One row of a family's audit: a place where a rule does not hold, or how the reports stand with a rule. */
export type AuditRow = { readonly finding: Finding } | { readonly tally: RuleTally };

/**
 * Where in these reports does one of the rules, all of the family, fail or could not be checked, and how many reports keep
 * each of them? Findings in the order of reports, then a tally for each rule that applies to any.
 */
export const familyAuditQuery = (family: Family, range: ReportRange, rules: readonly string[]): Question<AuditRow> => ({
  // The reports are gone through once: both answers come from what was made of them.
  statement: sql`WITH checked AS MATERIALIZED (SELECT * FROM ${family.checked(range)})
${findingRows(family.open(sql`checked`), rules)}
UNION ALL BY NAME
${tallyRows(family.verdicts(sql`checked`), rules)}
ORDER BY report_id NULLS LAST, rule, "at"`,
  decode: (row) =>
    decodeNullableNumber(row, 'report_id') === null
      ? { tally: decodeTally(row) }
      : { finding: decodeFinding(row, family) },
});
