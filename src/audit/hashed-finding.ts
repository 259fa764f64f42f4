import type { Database } from '../store/database.ts';
import type { Finding } from './finding.ts';
import { openFindingFigures } from './finding-figures.ts';
import { valueHash } from './value-hash.ts';

/** A finding with the hash of the values that it rests on. */
export interface HashedFinding {
  readonly finding: Finding;
  readonly hash: string;
}

// Few enough for one statement that names them.
const REPORTS_AT_ONCE = 1_000;

/** Gives findings the hashes of the values that they rest on, in their order. */
export async function hashFindings(
  database: Database,
  findings: readonly Finding[],
  signal?: AbortSignal,
): Promise<HashedFinding[]> {
  const reports = [...new Set(findings.map(({ reportId }) => reportId))];
  const hashes = new Map<Finding, string>();
  for (let at = 0; at < reports.length; at += REPORTS_AT_ONCE) {
    const some = new Set(reports.slice(at, at + REPORTS_AT_ONCE));
    const own = findings.filter(({ reportId }) => some.has(reportId));
    const figures = await openFindingFigures(database, own, signal);
    for (const finding of own) {
      hashes.set(
        finding,
        valueHash(finding, (cell) => {
          const { value, reason } = figures.figureOf(finding, cell);
          return value ?? reason!;
        }),
      );
    }
  }
  return findings.map((finding) => ({ finding, hash: hashes.get(finding)! }));
}
