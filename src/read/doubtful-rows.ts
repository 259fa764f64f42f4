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

/** A row whose first or last column is blank may have lost a cell and be padded: only its count says which column is which. */
function isPadded(row: BoundRow): boolean {
  const blank = (row.cells ?? []).map(({ piece }) => piece.figure.kind === 'blank');
  return (blank[0] === true || blank.at(-1) === true) && blank.includes(false);
}

const idIn = (row: BoundRow, column: ApplicantColumn): string => `${row.key}_${column}`;

/**
 * The rows whose binding the form's arithmetic does not bear out: told by place or count alone and part of a sum that
 * fails; or cut off, and not every figure part of a column's sum that holds.
 */
export function doubtfulRows(rows: readonly BoundRow[], edition: Edition): ReadonlySet<BoundRow> {
  const weak = rows.filter((row) => row.tentative || row.cut.length > 0 || isPadded(row));
  if (weak.length === 0) return new Set();
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
  return new Set(
    weak.filter((row) => {
      const ids = (row.cells ?? []).map(({ column }) => idIn(row, column)).filter((id) => values.has(id));
      return ids.some((id) => failing.has(id)) || (row.cut.length > 0 && !ids.every((id) => confirmed.has(id)));
    }),
  );
}
