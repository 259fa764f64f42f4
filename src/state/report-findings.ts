import { FAMILIES, RULES } from '../audit/families.ts';
import type { Finding } from '../audit/finding.ts';
import { askFindings } from '../audit/report-findings.ts';
import type { BodyYear } from '../store/body-years.ts';
import type { OpenedDataset } from './opened-dataset.ts';

/** Every place of a report where a rule of the audit fails, in the order of the rules and the form. */
export async function openReportFindings(
  { database }: Pick<OpenedDataset, 'database'>,
  { reportId }: Pick<BodyYear, 'reportId'>,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const rules = RULES.map(({ id }) => id);
  const found = await askFindings(database, FAMILIES, { from: reportId, to: reportId }, rules, signal);
  return found.filter(({ outcome }) => outcome === 'fails');
}

/** The findings that name a cell of the report of a year, by the cell's id. */
export function findingsByCell(findings: readonly Finding[], year: number): ReadonlyMap<string, readonly Finding[]> {
  const byCell = new Map<string, Finding[]>();
  for (const finding of findings)
    for (const cell of finding.cells) {
      if (cell.year !== year) continue;
      const named = byCell.get(cell.id) ?? [];
      if (named.length === 0) byCell.set(cell.id, named);
      if (!named.includes(finding)) named.push(finding);
    }
  return byCell;
}
