import type { Database } from '../store/database.ts';
import type { Finding } from './finding.ts';
import { hashFindings } from './hashed-finding.ts';
import type { ReviewLedger } from './review-ledger.ts';
import type { Review } from './review.ts';

/** Those of the findings that a reviewer has dismissed over the values they have, with what was said. */
export async function dismissedAmong(
  database: Database,
  findings: readonly Finding[],
  ledger: Pick<ReviewLedger, 'at'>,
  signal?: AbortSignal,
): Promise<ReadonlyMap<Finding, Review>> {
  // Few are, and only these need their values.
  const reviewed = findings.filter((finding) => ledger.at(finding).some(({ verdict }) => verdict === 'dismissed'));
  const dismissed = new Map<Finding, Review>();
  for (const { finding, hash } of await hashFindings(database, reviewed, signal)) {
    const review = ledger.at(finding).find((one) => one.hash === hash);
    if (review?.verdict === 'dismissed') dismissed.set(finding, review);
  }
  return dismissed;
}
