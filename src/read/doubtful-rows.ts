import type { ApplicantColumn } from '../form/applicants.ts';
import type { Edition } from '../form/edition.ts';
import type { Piece } from './pieces.ts';
import { cellId, checkSums } from './printed-sums.ts';
import type { NamedRow } from './request-rows.ts';

/** A row of table 3 with its cells in columns; null where count and place do not settle them. */
export interface BoundRow extends NamedRow {
  readonly cells: readonly { readonly column: ApplicantColumn; readonly piece: Piece }[] | null;
  /** Columns whose cells were driven over the table's edge. */
  readonly cut: readonly ApplicantColumn[];
}

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
  const { values, failing, confirmed } = checkSums(rows, edition);
  const isDoubtful = (row: BoundRow): boolean => {
    const ids = (row.cells ?? []).map(({ column }) => cellId(row, column)).filter((id) => values.has(id));
    const needsSums = isTold(row) || row.cut.length > 0;
    return ids.some((id) => failing.has(id)) || (needsSums && !ids.every((id) => confirmed.has(id)));
  };
  return new Set([...displaced, ...weak.filter(isDoubtful)]);
}
