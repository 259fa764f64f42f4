import type { ApplicantColumn } from '../form/applicants.ts';
import { formCell } from '../form/cells.ts';
import type { Edition } from '../form/edition.ts';
import { SUM_RULES, type SumRule } from '../form/sums.ts';
import { valueFor } from './binding.ts';
import type { Piece } from './pieces.ts';
import type { NamedRow } from './request-rows.ts';

/** A row of table 3 with its cells in columns; null where count and place do not settle them. */
export interface BoundRow extends NamedRow {
  readonly cells: readonly { readonly column: ApplicantColumn; readonly piece: Piece }[] | null;
  /** Columns whose cells were driven over the table's edge. */
  readonly cut: readonly ApplicantColumn[];
}

/** Whether a sum of the form holds; null where one of its cells has no figure. */
function holds(rule: SumRule, values: ReadonlyMap<string, number>): boolean | null {
  const sum = (ids: readonly string[]) => ids.reduce((total, id) => total + (values.get(id) ?? NaN), 0);
  const difference = sum(rule.left) - sum(rule.right);
  return Number.isNaN(difference) ? null : difference === 0;
}

const idIn = (row: BoundRow, column: ApplicantColumn): string => `${row.key}_${column}`;

/** A row with a place that is empty or holds words may have lost a cell and be padded: only its count says which column is which. */
function hasHoles(row: BoundRow): boolean {
  const filled = (row.cells ?? []).map(({ piece }) => piece.figure.kind === 'number');
  return filled.includes(false) && filled.includes(true);
}

const isTold = ({ by, key }: BoundRow): boolean =>
  by === 'place' || (by === 'displaced-label' && TOLD_BY_SUMS.includes(key));
/** The one row that the sum of all outcomes tells from its neighbour, whatever their order. */
const TOLD_BY_SUMS = ['handled', 'carried_out'];

/**
 * The rows whose binding the form's arithmetic does not bear out. A row told by its place alone, or whose last cells
 * were driven over the edge, needs every figure to be part of a column's sum that holds; a row with holes must be part of
 * no sum that fails; a label out of its order is believed only where sums can tell it from the others.
 */
export function doubtfulRows(rows: readonly BoundRow[], edition: Edition): ReadonlySet<BoundRow> {
  const displaced = rows.filter((row) => row.by === 'displaced-label' && !isTold(row));
  const weak = rows.filter((row) => isTold(row) || row.cut.length > 0 || hasHoles(row));
  if (weak.length === 0) return new Set(displaced);
  const values = new Map<string, number>();
  for (const row of rows) {
    for (const { column, piece } of row.cells ?? []) {
      const cell = formCell(idIn(row, column));
      const value = cell ? valueFor(piece.figure, cell) : null;
      if (typeof value === 'number') values.set(idIn(row, column), value);
    }
  }
  const failing = new Set<string>();
  const confirmed = new Set<string>();
  for (const rule of SUM_RULES[edition]) {
    const outcome = holds(rule, values);
    const ids = [...rule.left, ...rule.right];
    if (outcome === false) ids.forEach((id) => failing.add(id));
    if (outcome === true && rule.rule !== 'T3-ROW') ids.forEach((id) => confirmed.add(id));
  }
  const isDoubtful = (row: BoundRow): boolean => {
    const ids = (row.cells ?? []).map(({ column }) => idIn(row, column)).filter((id) => values.has(id));
    const needsSums = isTold(row) || row.cut.length > 0;
    return ids.some((id) => failing.has(id)) || (needsSums && !ids.every((id) => confirmed.has(id)));
  };
  return new Set([...displaced, ...weak.filter(isDoubtful)]);
}
