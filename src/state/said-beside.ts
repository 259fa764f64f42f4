import type { KeptCorrection, KeptIdentity } from '../host/kept-report.ts';
import { NO_IDENTITY } from '../host/kept-report.ts';
import type { Correction } from '../read/correction.ts';
import type { Report } from '../read/report.ts';

/** What the reader was told before goes before what a file brings along: somebody typed it here. */
export const joinIdentities = (known: KeptIdentity, brought: KeptIdentity): KeptIdentity =>
  known === NO_IDENTITY ? brought : { ...known, source: known.source ?? brought.source ?? null };

/** Corrections known and brought along, one a cell: the one made last counts. Each with the figure as it is read now. */
export function joinCorrections(
  known: readonly Correction[],
  brought: readonly Correction[],
  report: Report | null,
): KeptCorrection[] {
  const byCell = new Map<string, Correction>();
  for (const correction of [...brought, ...known]) {
    const before = byCell.get(correction.cell);
    if (!before || Date.parse(before.madeAt) <= Date.parse(correction.madeAt)) byCell.set(correction.cell, correction);
  }
  const figures = new Map(report?.cells.map(({ id, value }) => [id, value]));
  return [...byCell.values()].map((correction) => {
    const read = figures.get(correction.cell) ?? null;
    return { ...correction, before: correction.before === undefined ? read : correction.before, read };
  });
}
