import { APPLICANT_COLUMNS, type ApplicantColumn } from '../form/applicants.ts';
import type { Edition } from '../form/edition.ts';
import { REQUEST_ROWS, ROWS_OF_OTHER } from '../form/requests.ts';
import { cellId, checkSums, type BoundRow, type PrintedSums } from './printed-sums.ts';
import type { RequestHeader } from './request-columns.ts';
import type { NamedRows } from './request-rows.ts';

/** What a printing of table 3 lost on its way, as far as it shows. */
interface Losses {
  /** The header lacks a column, or names of columns. */
  readonly column: boolean;
  /** The names that are left do not stand over the figures. */
  readonly place: boolean;
  /** A row or a label is lost, displaced or one too many. */
  readonly row: boolean;
  /** The figures of a row are not as many as its columns. */
  readonly figure: boolean;
  /** Rows whose next row of the form is lost. */
  readonly rowsBeforeLost: ReadonlySet<string>;
}

/** The rows of the form that this printing should have; a single 其他处理 stands for the three of 2021. */
function rowsDue(present: ReadonlySet<string>, edition: Edition): string[] {
  const isSingle = edition === '2019' || present.has('other_all');
  return REQUEST_ROWS.filter(({ key, editions }) => {
    if (key === 'other_all') return isSingle;
    return editions.includes(edition) && !(isSingle && ROWS_OF_OTHER.includes(key));
  }).map(({ key }) => key);
}

function lossesOf(rows: readonly BoundRow[], header: RequestHeader, named: NamedRows, edition: Edition): Losses {
  const present = new Set(rows.map(({ key }) => key));
  const due = rowsDue(present, edition);
  const lost = due.filter((key) => !present.has(key));
  const gone = lost.filter((key) => !named.unsettled.includes(key));
  // Behind the last row of a table that breaks off nothing stands that could have flowed into it.
  const last = rows.at(-1)?.key;
  const isOdd = rows.some(({ by, cut }) => by !== 'label' || cut.length > 0);
  return {
    column: header.state !== 'named' || APPLICANT_COLUMNS.some(({ key }) => !header.columns.includes(key)),
    place: !header.isOver,
    row: lost.length + named.unsettled.length + named.extra.length > 0 || named.hasStrays || isOdd,
    figure: rows.some(({ cells }) => cells === null),
    rowsBeforeLost: new Set(due.filter((key, index) => key !== last && gone.includes(due[index + 1] ?? ''))),
  };
}

/** The one row that the sum of all outcomes tells from its neighbour, whatever their order. */
const TOLD_BY_SUMS = ['handled', 'carried_out'];
const isMisplaced = ({ by, key }: BoundRow): boolean => by === 'displaced-label' && !TOLD_BY_SUMS.includes(key);

/** Whether only columns that add up can tell where a row's figures belong. */
const needsColumns = (row: BoundRow, losses: Losses): boolean =>
  // A row told by its place moves with every stray row before it.
  row.by !== 'label' ||
  // A label that drove the last figures over the edge may have driven others.
  row.cut.length > 0 ||
  // What is lost may have begun inside this row: its label then stands beside the end of the next.
  losses.rowsBeforeLost.has(row.key) ||
  // Two figures that ran together leave one place too few for the others.
  (losses.row && (row.cells ?? []).some(({ piece }) => piece.figure.kind === 'text'));

const filledCells = (row: BoundRow, { values }: PrintedSums): string[] =>
  (row.cells ?? []).map(({ column }) => cellId(row, column)).filter((id) => values.has(id));

/** A row with a place that is empty or holds words may have lost a figure and be padded. */
const hasHoles = (row: BoundRow, filled: readonly string[]): boolean =>
  filled.length > 0 && filled.length < (row.cells ?? []).length;

/** The cells of a row that are doubted in a table that lost none of its columns. */
function doubtedIn(row: BoundRow, losses: Losses, sums: PrintedSums): readonly string[] {
  const filled = filledCells(row, sums);
  const isFailing = filled.some((id) => sums.failing.has(id));
  if (isMisplaced(row) || (hasHoles(row, filled) && isFailing)) return filled;
  if (needsColumns(row, losses)) return isFailing || !filled.every((id) => sums.confirmed.has(id)) ? filled : [];
  // Sums that fail in a table that is whole are the publisher's; beside a loss they may be figures of other cells.
  const needsSum = losses.row || (losses.figure && !hasHoles(row, filled));
  if (!needsSum || sums.rowsThatAddUp.has(row.key)) return [];
  return filled.filter((id) => sums.failing.has(id) || !sums.confirmed.has(id));
}

/** The cells of a row that are doubted under a header that lacks a column: each figure may belong to a neighbour's. */
function doubtedUnderLostColumn(row: BoundRow, losses: Losses, sums: PrintedSums): readonly string[] {
  const filled = filledCells(row, sums);
  if (losses.place || sums.failing.size > 0) return filled;
  if (!losses.row) return isMisplaced(row) ? filled : [];
  const isHeld = (column: ApplicantColumn) => sums.columnsThatAddUp.has(column);
  const columns = (row.cells ?? [])
    .map(({ column }) => column)
    .filter((column) => sums.values.has(cellId(row, column)));
  const isTotalTold = columns.every((column) => column === 'total' || isHeld(column));
  const isTold = (column: ApplicantColumn) => isHeld(column) || (column === 'total' && isTotalTold);
  const doubted = isMisplaced(row) ? columns : columns.filter((column) => !isTold(column));
  return doubted.map((column) => cellId(row, column));
}

const NONE: ReadonlySet<string> = new Set();

/** A row with a plain count in each of its places. */
const isWhole = ({ cells }: BoundRow): boolean =>
  (cells ?? []).every(
    ({ piece: { figure } }) =>
      figure.kind === 'number' && figure.unit === '' && figure.value >= 0 && Number.isInteger(figure.value),
  );

/**
 * Cells of a printing of table 3 whose place is not certain. What is whole is read as printed, whether its sums hold or
 * not; where something was lost, each figure needs evidence beside its label and header: its row or its column adds up.
 */
export function doubtedCells(
  rows: readonly BoundRow[],
  header: RequestHeader,
  named: NamedRows,
  edition: Edition,
): ReadonlySet<string> {
  const losses = lossesOf(rows, header, named, edition);
  if (!losses.column && !losses.row && !losses.figure && rows.every(isWhole)) return NONE;
  const sums = checkSums(rows, edition);
  const doubtedOf = losses.column ? doubtedUnderLostColumn : doubtedIn;
  const doubted = rows.map((row) => ({ row, ids: doubtedOf(row, losses, sums) }));
  // Rows told by their place stand or fall together: one stray among them moves all the others.
  const isAnyMoved = doubted.some(({ row, ids }) => row.by === 'place' && ids.length > 0);
  return new Set(doubted.flatMap(({ row, ids }) => (isAnyMoved && row.by === 'place' ? filledCells(row, sums) : ids)));
}
