import type { ApplicantColumn } from '../form/applicants.ts';
import { formCell, requestCellId } from '../form/cells.ts';
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

/** What the form's sums say of a printing of table 3 as it is bound. */
export interface PrintedSums {
  /** Figures by the cell that they are bound to. */
  readonly values: ReadonlyMap<string, number>;
  /** Cells of sums that do not hold. */
  readonly failing: ReadonlySet<string>;
  /** Cells of sums over rows that hold. */
  readonly confirmed: ReadonlySet<string>;
  /** Rows whose figures add up to their total, as far as the printing has columns. */
  readonly rowsThatAddUp: ReadonlySet<string>;
  /** Columns whose outcomes add up to those handled. */
  readonly columnsThatAddUp: ReadonlySet<string>;
}

/** Id of a row's cell in a column. */
export const cellId = ({ key }: BoundRow, column: ApplicantColumn): string => requestCellId(key, column);

/** Whether a sum of the form holds; null where one of its cells has no figure. */
function holds(rule: SumRule, values: ReadonlyMap<string, number>): boolean | null {
  const sum = (ids: readonly string[]) => ids.reduce((total, id) => total + (values.get(id) ?? NaN), 0);
  const difference = sum(rule.left) - sum(rule.right);
  return Number.isNaN(difference) ? null : difference === 0;
}

/** Families of sums with a total alone on their left. */
const TOTALS: readonly string[] = ['T3-ROW', 'T3-SUM'];

/** Whether the parts that are known are more than their total already, which no missing figure could mend. */
function exceeds({ left, right }: SumRule, values: ReadonlyMap<string, number>): boolean {
  const total = values.get(left[0]!);
  return total !== undefined && right.reduce((sum, id) => sum + (values.get(id) ?? 0), 0) > total;
}

/** Whether the figures of a row add up to its total; an empty place counts for nothing. */
function addsUp(row: BoundRow, values: ReadonlyMap<string, number>): boolean {
  const figures = (row.cells ?? []).map(({ column }) => ({ column, value: values.get(cellId(row, column)) }));
  const total = figures.find(({ column }) => column === 'total')?.value;
  const parts = figures.filter(({ column }) => column !== 'total');
  return total !== undefined && parts.reduce((sum, { value = 0 }) => sum + value, 0) === total;
}

/** Holds the figures of a printing, where they are bound, against every sum of the form. */
export function checkSums(rows: readonly BoundRow[], edition: Edition): PrintedSums {
  const values = new Map<string, number>();
  for (const row of rows) {
    for (const { column, piece } of row.cells ?? []) {
      const cell = formCell(cellId(row, column));
      const value = cell ? valueFor(piece.figure, cell) : null;
      if (typeof value === 'number') values.set(cellId(row, column), value);
    }
  }
  const failing = new Set<string>();
  const confirmed = new Set<string>();
  const columnsThatAddUp = new Set<string>();
  // A single 其他处理 stands for the three rows of 2021 in the sums as well.
  for (const rule of SUM_RULES[rows.some(({ key }) => key === 'other_all') ? '2019' : edition]) {
    const outcome = holds(rule, values);
    const ids = [...rule.left, ...rule.right];
    if (outcome === false || (TOTALS.includes(rule.rule) && exceeds(rule, values)))
      ids.forEach((id) => failing.add(id));
    if (outcome !== true) continue;
    if (rule.rule === 'T3-SUM') columnsThatAddUp.add(rule.at);
    if (rule.rule !== 'T3-ROW') ids.forEach((id) => confirmed.add(id));
  }
  const rowsThatAddUp = new Set(rows.filter((row) => addsUp(row, values)).map(({ key }) => key));
  return { values, failing, confirmed, rowsThatAddUp, columnsThatAddUp };
}
