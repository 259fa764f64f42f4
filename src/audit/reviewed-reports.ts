import { REGION } from '../store/body-search.ts';
import type { Database, Question } from '../store/database.ts';
import { decodeNumber, decodeText } from '../store/decode.ts';
import { sql } from '../store/sql.ts';
import { FAMILIES } from './families.ts';
import { hashFindings } from './hashed-finding.ts';
import { askFindings } from './report-findings.ts';
import type { ReviewPlace } from './review.ts';
import type { ReviewedFinding, ReviewLedger } from './review-ledger.ts';
import type { ReportRange } from './rule.ts';

/** Few enough for one statement that names them. */
const NAMED_AT_ONCE = 1_000;
/** Reports that lie so close together are asked at once, with those between them. */
const NEAR = 200;

/** A current report by its number and its body's names. */
export interface NamedReport {
  readonly reportId: number;
  /** `region/name/year`. */
  readonly name: string;
}

/** The report of a finding or review by names, which outlive a dataset: `region/name/year`. */
export const reportName = ({ region, body, year }: Pick<ReviewPlace, 'region' | 'body' | 'year'>): string =>
  `${region}/${body}/${year}`;

/** Which current reports have one of these names? In the order of their numbers. */
export const reportsNamedQuery = (names: readonly string[]): Question<NamedReport> => ({
  statement: sql`SELECT report_id::INTEGER AS report_id, name::VARCHAR AS name FROM (
  SELECT report.report_id, concat(${REGION}, '/', body.name, '/', report.year) AS name
  FROM report JOIN body USING (body_id) WHERE report.current
) WHERE name IN ${names} ORDER BY report_id`,
  decode: (row) => ({ reportId: decodeNumber(row, 'report_id'), name: decodeText(row, 'name') }),
});

/** Ranges that hold all of these numbers, in ascending order, and not much more. */
export function rangesOf(numbers: readonly number[]): readonly ReportRange[] {
  const ranges: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && number - last.to <= NEAR) last.to = number;
    else ranges.push({ from: number, to: number });
  }
  return ranges;
}

/** What a rule finds in the reports of which something was said under it, with how each finding stands. */
export async function askReviewedFindings(
  database: Database,
  rule: string,
  ledger: ReviewLedger,
  signal?: AbortSignal,
): Promise<readonly ReviewedFinding[]> {
  const family = FAMILIES.find(({ rules }) => rules.some(({ id }) => id === rule));
  const names = new Set<string>();
  for (const review of ledger.reviews()) if (review.rule === rule) names.add(reportName(review));
  if (!family || names.size === 0) return [];
  const ids: number[] = [];
  const named = [...names];
  for (let at = 0; at < named.length; at += NAMED_AT_ONCE)
    for (const { reportId } of await database.ask(reportsNamedQuery(named.slice(at, at + NAMED_AT_ONCE)), signal))
      ids.push(reportId);
  ids.sort((one, other) => one - other);
  const wanted = new Set(ids);
  const standings: ReviewedFinding[] = [];
  for (const range of rangesOf(ids)) {
    const found = await askFindings(database, [family], range, [rule], signal);
    const own = found.filter(({ reportId }) => wanted.has(reportId));
    standings.push(...ledger.standings(await hashFindings(database, own, signal)));
  }
  return standings;
}
