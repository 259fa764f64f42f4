import type { FilingRow } from '../../compare/filing.ts';

/** How many bodies have filed in a year. */
export interface CoverageRow {
  readonly year: number;
  /** Bodies that the registry says should report. */
  readonly due: number;
  /** Bodies with a report, asked for or not. */
  readonly filed: number;
  /** Bodies that should report and have none. */
  readonly missing: number;
}

/** A row a year, in ascending order. */
export function coverageRows(filing: readonly FilingRow[]): readonly CoverageRow[] {
  const rows = new Map<number, { year: number; due: number; filed: number; missing: number }>();
  for (const { group, state, bodies, due } of filing) {
    const year = Number(group);
    const row = rows.get(year) ?? { year, due: 0, filed: 0, missing: 0 };
    row.due += due;
    row[state === 'missing' ? 'missing' : 'filed'] += bodies;
    rows.set(year, row);
  }
  return [...rows.values()].sort((one, other) => one.year - other.year);
}
