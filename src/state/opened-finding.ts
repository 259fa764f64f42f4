import { FAMILIES } from '../audit/families.ts';
import { type HashedFinding, hashFindings } from '../audit/hashed-finding.ts';
import type { Finding } from '../audit/finding.ts';
import { askFindings } from '../audit/report-findings.ts';
import { type BodyRecord, openBodyRecord } from './body-record.ts';
import type { OpenedDataset } from './opened-dataset.ts';

/** A report held against a rule. */
export interface FindingAsk {
  readonly rule: string;
  /** Key of the body. */
  readonly body: string;
  readonly year: number;
}

/** What a rule finds in a report, with the body's reports. */
export interface OpenedFinding {
  readonly record: BodyRecord;
  /** Every place of the report where the rule fails or cannot be checked, in the order of the form. */
  readonly findings: readonly Finding[];
  /** The same with the hashes of the values they rest on, which their reviews are known by. */
  readonly hashed: readonly HashedFinding[];
}

/** Holds one report against one rule; null where there is no such rule, body or report. */
export async function openFinding(
  dataset: Pick<OpenedDataset, 'database' | 'facts'>,
  { rule, body, year }: FindingAsk,
  signal: AbortSignal,
): Promise<OpenedFinding | null> {
  const { database } = dataset;
  const family = FAMILIES.find(({ rules }) => rules.some(({ id }) => id === rule));
  const record = await openBodyRecord(dataset, body, signal);
  const report = record?.years.find((filed) => filed.year === year);
  if (!family || !record || !report) return null;
  const range = { from: report.reportId, to: report.reportId };
  const findings = await askFindings(database, [family], range, [rule], signal);
  return { record, findings, hashed: await hashFindings(database, findings, signal) };
}
