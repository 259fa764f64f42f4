import { ContentHash } from '../store/content-hash.ts';
import type { Finding, LackingCell, NamedCell } from './finding.ts';

/** What stands in a cell that a finding names: its figure, or why there is none. */
export type NamedValue = number | LackingCell['reason'];

// Two engines may add the same figures up in another order, which shows in the last digits alone.
const DIGITS = 12;
const numberText = (value: number | null): string | null =>
  value === null ? null : String(Number(value.toPrecision(DIGITS)));

/**
 * Hash of everything that a finding rests on: the figure or the reason of the gap of each cell it names, and what is due and
 * said. It is the same wherever and whenever the same values are audited, and another one once any of them is.
 */
export function valueHash(finding: Finding, valueOf: (cell: NamedCell) => NamedValue): string {
  const { outcome, year, cells, expected, actual, due, said } = finding;
  const hash = new ContentHash().add(outcome);
  const values = cells.map((cell) => {
    const value = valueOf(cell);
    return [`${year - cell.year} ${cell.id}`, typeof value === 'number' ? numberText(value) : value] as const;
  });
  // Not in the order of the form: another edition may print the same cells otherwise.
  for (const [cell, value] of values.sort(([one], [other]) => (one < other ? -1 : 1))) hash.add(cell).add(value);
  return hash.add(numberText(expected)).add(numberText(actual)).add(due).add(said).hex();
}
