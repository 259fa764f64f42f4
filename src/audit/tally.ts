import type { Question } from '../store/database.ts';
import { decodeNumber, decodeText } from '../store/decode.ts';
import { sql } from '../store/sql.ts';
import type { Family, ReportRange } from './rule.ts';

/** How many reports keep a rule, break it, or leave it open; it does not apply to the others. */
export interface RuleTally {
  readonly rule: string;
  readonly holds: number;
  readonly fails: number;
  readonly cannotCheck: number;
}

/** How do these reports stand with the rules of a family? A row for each rule that applies to any of them. */
export const tallyQuery = (family: Family, range: ReportRange, rules: readonly string[]): Question<RuleTally> => ({
  statement: sql`SELECT rule::VARCHAR AS rule, count(*) FILTER (holds)::INTEGER AS holds,
  count(*) FILTER (NOT holds)::INTEGER AS fails, count(*) FILTER (holds IS NULL)::INTEGER AS cannot_check
FROM (${family.verdicts(range)}) WHERE rule IN ${rules} GROUP BY rule ORDER BY rule`,
  decode: (row) => ({
    rule: decodeText(row, 'rule'),
    holds: decodeNumber(row, 'holds'),
    fails: decodeNumber(row, 'fails'),
    cannotCheck: decodeNumber(row, 'cannot_check'),
  }),
});
