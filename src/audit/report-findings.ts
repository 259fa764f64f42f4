import type { Database } from '../store/database.ts';
import { explainFindings } from './explained-findings.ts';
import { sortFindings } from './finding-order.ts';
import { findingsQuery, type Finding } from './finding.ts';
import { nameLackingCells } from './missing-cells.ts';
import type { Family, ReportRange } from './rule.ts';
import { nameDrift } from './stock-drift.ts';

/**
 * Findings of these reports with what the audit knows beside them: why cells are missing, how far documents in force have
 * drifted, what could explain a sum. In the order of reports, rules and the form.
 */
export async function completeFindings(
  database: Database,
  found: readonly Finding[],
  range: ReportRange,
  signal?: AbortSignal,
): Promise<Finding[]> {
  const named = await nameLackingCells(database, found, range, signal);
  const drifting = await nameDrift(database, named, signal);
  return sortFindings(await explainFindings(database, drifting, signal));
}

/** Every place of these reports where one of the rules, all of these families, fails or cannot be checked, completely told. */
export async function askFindings(
  database: Database,
  families: readonly Family[],
  range: ReportRange,
  rules: readonly string[],
  signal?: AbortSignal,
): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const family of families)
    for (const finding of await database.ask(findingsQuery(family, range, rules), signal)) found.push(finding);
  return completeFindings(database, found, range, signal);
}
