import type { RawRow } from '../store/database.ts';
import { decodeNumber, decodeText } from '../store/decode.ts';
import { sql, type Sql } from '../store/sql.ts';

/** How many reports keep a rule, break it, or leave it open; it does not apply to the others. */
export interface RuleTally {
  readonly rule: string;
  readonly holds: number;
  readonly fails: number;
  readonly cannotCheck: number;
}

/** A row for each of the rules that applies to any report, out of a family's verdicts. */
export const tallyRows = (verdicts: Sql, rules: readonly string[]): Sql => sql`SELECT rule::VARCHAR AS rule,
  count(*) FILTER (holds)::INTEGER AS holding, count(*) FILTER (NOT holds)::INTEGER AS failing,
  count(*) FILTER (holds IS NULL)::INTEGER AS unchecked
FROM (${verdicts}) WHERE rule IN ${rules} GROUP BY rule`;

/** A tally out of a row of `tallyRows`. */
export const decodeTally = (row: RawRow): RuleTally => ({
  rule: decodeText(row, 'rule'),
  holds: decodeNumber(row, 'holding'),
  fails: decodeNumber(row, 'failing'),
  cannotCheck: decodeNumber(row, 'unchecked'),
});
