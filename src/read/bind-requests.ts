import { APPLICANT_COLUMNS, type ApplicantColumn } from '../form/applicants.ts';
import { requestCellId } from '../form/cells.ts';
import type { Edition } from '../form/edition.ts';
import type { OutcomeGroup } from '../form/requests.ts';
import type { ApplicantHeader } from './applicant-header.ts';
import { bound, unbound, type Binding } from './binding.ts';
import { doubtedCells } from './doubted-cells.ts';
import { isFigure, type Piece } from './pieces.ts';
import type { BoundRow } from './printed-sums.ts';
import { areColumnsBorneOut, requestColumns } from './request-columns.ts';
import { nameRequestRows, rowEdition, type NamedRow } from './request-rows.ts';
import { haveConflict, splitPrintings } from './row-order.ts';
import { figuresIn, type TableRow } from './table-rows.ts';
import type { RequestRowFound } from './table-scan.ts';
import { alignmentOf, isFramed, takeValues, unmistakableRun, type Alignment } from './take-values.ts';

/** Something about table 3's build that a reader of the report may want to know. */
export interface RequestsNote {
  readonly kind:
    | 'label-shifted'
    | 'row-overflow'
    | 'column-missing'
    | 'row-unlabelled'
    | 'header-damaged'
    | 'extra-row'
    | 'second-table';
  readonly detail: string;
  readonly at: TableRow | null;
}

/** Cells of table 3 as bound, the columns its headers name, and what was odd about it. */
export interface RequestsBound {
  readonly bindings: readonly Binding[];
  readonly edition: Edition | null;
  /** Columns of the form that no header names, though the header is sound. */
  readonly absentColumns: ReadonlySet<ApplicantColumn>;
  readonly rows: ReadonlySet<string>;
  /** Whether the table is printed more than once, with other figures for the same rows. */
  readonly isConflicting: boolean;
  readonly notes: readonly RequestsNote[];
}

const ALL_COLUMNS = APPLICANT_COLUMNS.map((column) => column.key);
const FULL_ROWS_OF_A_TABLE = 3;

/**
 * A stream row that swallowed the rows after it, whose labels are lost, is as long as all of them together; blanks between
 * them are padding, blanks inside one leave open where it ends.
 */
function unfold(found: RequestRowFound, count: number): RequestRowFound[] {
  const { values, mode } = found.row;
  const filled = values.flatMap(({ figure }, at) => (figure.kind === 'blank' ? [] : [at]));
  if (mode !== 'stream' || filled.length <= count || filled.length % count !== 0) return [found];
  const starts = filled.filter((_, index) => index % count === 0);
  if (starts.some((start, index) => filled[(index + 1) * count - 1] !== start + count - 1)) return [found];
  return starts.map((start, index) => ({
    ...found,
    ...(index === 0 ? {} : { key: null, group: null, foreign: false, remains: [] }),
    row: { ...found.row, labels: index === 0 ? found.row.labels : [], values: values.slice(start, start + count) },
  }));
}

function bindRow(row: NamedRow, header: ApplicantHeader, usable: boolean, alignment: Alignment): BoundRow {
  const { columns } = header;
  const found = row.found.row;
  // Under a damaged header, or beside no full rows, only a row filled from end to end shows that it has every column.
  const isSettled =
    (header.state !== 'broken' && isFramed(found, alignment)) || unmistakableRun(found, columns.length) !== null;
  const taken = usable && isSettled ? takeValues(found, columns.length, alignment) : null;
  if (!taken) return { ...row, cells: null, cut: [] };
  const cells: { readonly column: ApplicantColumn; readonly piece: Piece }[] = [];
  for (const [index, piece] of taken.values.entries()) {
    const column = columns[index];
    if (column) cells.push({ column, piece });
  }
  return {
    ...row,
    cells,
    cut: taken.cutOff > 0 ? columns.slice(-taken.cutOff).filter((column) => column !== null) : [],
  };
}

function rowBindings(row: BoundRow, header: ApplicantHeader, doubted: ReadonlySet<string>): Binding[] {
  const id = (column: ApplicantColumn) => requestCellId(row.key, column);
  const columns = header.state === 'named' ? header.columns.filter((column) => column !== null) : ALL_COLUMNS;
  if (row.found.row.values.length === 0) return columns.map((column) => unbound(id(column), 'blank'));
  if (!row.cells) return columns.map((column) => unbound(id(column), 'ambiguous'));
  const settled = new Set<ApplicantColumn>([...row.cells.map(({ column }) => column), ...row.cut]);
  return [
    ...row.cells.map(({ column, piece }) =>
      doubted.has(id(column)) ? unbound(id(column), 'ambiguous') : bound(id(column), piece),
    ),
    ...row.cut.map((column) => unbound(id(column), 'cut-off')),
    ...columns.filter((column) => !settled.has(column)).map((column) => unbound(id(column), 'ambiguous')),
  ];
}

function bindPrinting(
  printing: readonly RequestRowFound[],
  publication: Edition | null,
): Omit<RequestsBound, 'isConflicting'> {
  const header = requestColumns(printing);
  const count = header.columns.length;
  const rows = printing.flatMap((found) => unfold(found, count));
  const alignment = alignmentOf(
    rows.map(({ row }) => ({ row, count })),
    count,
  );
  const usable = areColumnsBorneOut(
    header,
    rows.map(({ row }) => row),
    alignment,
  );
  const edition = rowEdition(rows, publication);
  const named = nameRequestRows(rows, edition, count, (row) => takeValues(row.row, count, alignment)?.cutOff === 0);
  const boundRows = named.rows.map((row) => bindRow(row, header, usable, alignment));
  const doubted = doubtedCells(boundRows, header, named, edition ?? '2021');
  const notes: RequestsNote[] = [
    ...(header.state === 'named'
      ? []
      : [
          {
            kind: 'header-damaged' as const,
            detail: header.columns.map((column) => column ?? '?').join(' '),
            at: printing[0]?.row ?? null,
          },
        ]),
    ...boundRows
      .filter((row) => row.cut.length > 0)
      .map((row) => ({ kind: 'row-overflow' as const, detail: row.key, at: row.found.row })),
    ...boundRows
      .filter((row) => row.by === 'place')
      .map((row) => ({ kind: 'row-unlabelled' as const, detail: row.key, at: row.found.row })),
    ...named.extra.map((found) => ({
      kind: 'extra-row' as const,
      detail: found.remains.join(' ') || (found.group ?? ''),
      at: found.row,
    })),
    ...displacedGroups(named.rows),
  ];
  const absent = header.state === 'named' ? ALL_COLUMNS.filter((column) => !header.columns.includes(column)) : [];
  return {
    bindings: [
      ...boundRows.flatMap((row) => rowBindings(row, header, doubted)),
      ...named.unsettled.flatMap((key) =>
        ALL_COLUMNS.map((column) => unbound(requestCellId(key, column), 'ambiguous')),
      ),
    ],
    edition,
    absentColumns: new Set(absent),
    rows: new Set([...boundRows.map((row) => row.key), ...named.unsettled]),
    notes: [...notes, ...absent.map((column) => ({ kind: 'column-missing' as const, detail: column, at: null }))],
  };
}

function groupNamed({ labels }: TableRow): OutcomeGroup | null {
  for (const piece of labels) for (const label of piece.labels) if (label.kind === 'request-group') return label.key;
  return null;
}

/** Group labels that stand on another row than their group's first. */
function displacedGroups(rows: readonly NamedRow[]): RequestsNote[] {
  return rows.flatMap(({ key, found }) => {
    if (found.row.mode === 'stream') return [];
    const group = groupNamed(found.row);
    if (!group || key === 'other_all' || !key.startsWith(group)) return [];
    const first = rows.find((row) => row.key.startsWith(`${group}_`))?.key;
    return key === first ? [] : [{ kind: 'label-shifted' as const, detail: `${group} ${key}`, at: found.row }];
  });
}

/** Where the table's rows stand in lines or cells of their own, words and numbers around them are no rows. */
function withoutStrays(found: readonly RequestRowFound[]): readonly RequestRowFound[] {
  const built = found.filter((row) => row.row.mode !== 'stream');
  const full = built.filter((row) => row.row.values.length >= ALL_COLUMNS.length - 1);
  return full.length >= FULL_ROWS_OF_A_TABLE ? built : found;
}

/** Binds table 3: rows by label, figures by header and count; several printings speak of the same cells. */
export function bindRequests(rows: readonly RequestRowFound[], publication: Edition | null): RequestsBound {
  const found = splitPrintings(withoutStrays(rows), {
    keyOf: ({ key }) => key,
    figuresOf: ({ row }) => figuresIn(row),
    mayRepeat: 'other_all',
  }).filter((printing) => printing.some((row) => row.key !== null));
  const printings = found.map((printing) => bindPrinting(printing, publication));
  const editions = printings.map((printing) => printing.edition).filter((edition) => edition !== null);
  const [first] = printings;
  const absent = first
    ? [...first.absentColumns].filter((column) => printings.every((printing) => printing.absentColumns.has(column)))
    : [];
  return {
    bindings: printings.flatMap((printing) => printing.bindings),
    edition: editions[0] ?? null,
    absentColumns: new Set(absent),
    rows: new Set(printings.flatMap((printing) => [...printing.rows])),
    isConflicting: haveConflict(found, ({ key, row }) => (row.values.some(isFigure) ? key : null)),
    notes: [
      ...printings.flatMap((printing) => printing.notes),
      ...(printings.length > 1 ? [{ kind: 'second-table' as const, detail: String(printings.length), at: null }] : []),
    ],
  };
}
