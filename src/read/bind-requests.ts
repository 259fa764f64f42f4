import type { ApplicantColumn } from '../form/applicants.ts';
import type { Edition } from '../form/edition.ts';
import { APPLICANT_COLUMNS } from '../form/applicants.ts';
import { readApplicantHeader, type ApplicantHeader } from './applicant-header.ts';
import { bound, unbound, type Binding } from './binding.ts';
import { doubtfulRows, type BoundRow } from './doubtful-rows.ts';
import type { Piece } from './pieces.ts';
import { nameRequestRows, rowEdition, splitPrintings, type NamedRow } from './request-rows.ts';
import type { TableRow } from './table-rows.ts';
import type { RequestRowFound } from './table-scan.ts';
import { alignmentOf, isUnmistakableRow, takeValues, type Alignment } from './take-values.ts';

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
  readonly notes: readonly RequestsNote[];
}

const ALL_COLUMNS = APPLICANT_COLUMNS.map((column) => column.key);
const FULL_ROWS_OF_A_TABLE = 3;

const figureOf = (piece: Piece): number | null => (piece.figure.kind === 'number' ? piece.figure.value : null);

/** A stream row that swallowed the rows after it, whose labels are lost, is as long as all of them together. */
function unfold(found: RequestRowFound, count: number): RequestRowFound[] {
  const { values, mode } = found.row;
  if (mode !== 'stream' || values.length <= count || values.length % count !== 0) return [found];
  return Array.from({ length: values.length / count }, (_, index) => ({
    ...found,
    ...(index === 0 ? {} : { key: null, group: null, foreign: false, remains: [] }),
    row: {
      ...found.row,
      labels: index === 0 ? found.row.labels : [],
      values: values.slice(index * count, (index + 1) * count),
    },
  }));
}

/** Every row with a figure in each of the seven columns has its total right: a damaged header's columns are the form's. */
function rowSumsHold(rows: readonly RequestRowFound[], alignment: Alignment): boolean {
  return rows.every(({ row }) => {
    const values = takeValues(row, ALL_COLUMNS.length, alignment)?.values.map(figureOf);
    if (!values || values.length < ALL_COLUMNS.length || values.includes(null)) return true;
    const total = values.at(-1)!;
    return values.slice(0, -1).reduce<number>((sum, value) => sum + value!, 0) === total;
  });
}

function bindRow(row: NamedRow, header: ApplicantHeader, usable: boolean, alignment: Alignment): BoundRow {
  const columns = header.sound ? header.columns : ALL_COLUMNS;
  // Under a damaged header only a row filled from end to end shows that it has every column.
  const isSettled = header.sound || isUnmistakableRow(row.found.row, columns.length);
  const taken = usable && isSettled ? takeValues(row.found.row, columns.length, alignment) : null;
  if (!taken) return { ...row, cells: null, cut: [] };
  return {
    ...row,
    cells: taken.values.map((piece, index) => ({ column: columns[index]!, piece })),
    cut: taken.cutOff > 0 ? columns.slice(-taken.cutOff) : [],
  };
}

function rowBindings(row: BoundRow, header: ApplicantHeader, doubtful: boolean): Binding[] {
  const columns = header.sound ? header.columns : ALL_COLUMNS;
  const id = (column: ApplicantColumn) => `${row.key}_${column}`;
  if (row.found.row.values.length === 0) return columns.map((column) => unbound(id(column), 'blank'));
  if (!row.cells || doubtful) return columns.map((column) => unbound(id(column), 'ambiguous'));
  return [
    ...row.cells.map(({ column, piece }) => bound(id(column), piece)),
    ...row.cut.map((column) => unbound(id(column), 'cut-off')),
  ];
}

const OVERFULL_ROWS = 2;

/** Cells from a row's first filled one to its last. */
function filledWidth({ values }: TableRow): number {
  const filled = values.map((piece) => piece.figure.kind !== 'blank');
  return filled.includes(true) ? filled.lastIndexOf(true) - filled.indexOf(true) + 1 : 0;
}

/** The columns of a printing; rows wider than the header show that a column lost its name. */
function headerOf(printing: readonly RequestRowFound[]): ApplicantHeader {
  const header = readApplicantHeader(printing.find((row) => row.header.length > 0)?.header ?? []);
  const count = header.columns.length;
  const overfull = printing.filter(({ row }) => {
    const width = filledWidth(row);
    // A row of one cell a line may have swallowed whole rows whose labels are lost.
    return width > count && (row.mode !== 'stream' || width % count !== 0);
  });
  return overfull.length >= OVERFULL_ROWS ? { ...header, sound: false } : header;
}

function bindPrinting(printing: readonly RequestRowFound[], publication: Edition | null): RequestsBound {
  const header = headerOf(printing);
  const count = header.sound ? header.columns.length : ALL_COLUMNS.length;
  const rows = printing.flatMap((found) => unfold(found, count));
  const alignment = alignmentOf(
    rows.map(({ row }) => ({ row, count })),
    count,
  );
  const usable = header.sound || rowSumsHold(rows, alignment);
  const edition = rowEdition(rows, publication);
  const named = nameRequestRows(rows, edition, (row) => takeValues(row.row, count, alignment)?.cutOff === 0);
  const boundRows = named.rows.map((row) => bindRow(row, header, usable, alignment));
  const doubtful = doubtfulRows(boundRows, edition ?? '2021');
  // Rows told by their place stand or fall together: one stray among them moves all the others.
  const misplaced = [...doubtful].some((row) => row.tentative);
  const notes: RequestsNote[] = [
    ...(header.sound
      ? []
      : [{ kind: 'header-damaged' as const, detail: header.columns.join(' '), at: printing[0]?.row ?? null }]),
    ...boundRows
      .filter((row) => row.cut.length > 0)
      .map((row) => ({ kind: 'row-overflow' as const, detail: row.key, at: row.found.row })),
    ...boundRows
      .filter((row) => row.tentative)
      .map((row) => ({ kind: 'row-unlabelled' as const, detail: row.key, at: row.found.row })),
    ...named.extra.map((found) => ({
      kind: 'extra-row' as const,
      detail: found.remains.join(' ') || (found.group ?? ''),
      at: found.row,
    })),
    ...displacedGroups(named.rows),
  ];
  const absent = header.sound ? ALL_COLUMNS.filter((column) => !header.columns.includes(column)) : [];
  return {
    bindings: [
      ...boundRows.flatMap((row) => rowBindings(row, header, doubtful.has(row) || (misplaced && row.tentative))),
      ...named.unsettled.flatMap((key) => ALL_COLUMNS.map((column) => unbound(`${key}_${column}`, 'ambiguous'))),
    ],
    edition,
    absentColumns: new Set(absent),
    rows: new Set([...boundRows.map((row) => row.key), ...named.unsettled]),
    notes: [...notes, ...absent.map((column) => ({ kind: 'column-missing' as const, detail: column, at: null }))],
  };
}

/** Group labels that stand on another row than their group's first. */
function displacedGroups(rows: readonly NamedRow[]): RequestsNote[] {
  return rows.flatMap(({ key, found }) => {
    if (found.row.mode === 'stream') return [];
    const group = found.row.labels.flatMap((piece) => piece.labels).find((label) => label.kind === 'request-group');
    if (!group || key === 'other_all' || !key.startsWith(group.key)) return [];
    const first = rows.find((row) => row.key.startsWith(`${group.key}_`))?.key;
    return key === first ? [] : [{ kind: 'label-shifted' as const, detail: `${group.key} ${key}`, at: found.row }];
  });
}

/** Where the table's rows stand in lines or cells of their own, words and numbers around them are no rows. */
function withoutStrays(found: readonly RequestRowFound[]): readonly RequestRowFound[] {
  const built = found.filter((row) => row.row.mode !== 'stream');
  const full = built.filter((row) => row.row.values.length >= ALL_COLUMNS.length - 1);
  return full.length >= FULL_ROWS_OF_A_TABLE ? built : found;
}

/** Binds table 3: rows by label, figures by header and count; several printings speak of the same cells. */
export function bindRequests(found: readonly RequestRowFound[], publication: Edition | null): RequestsBound {
  const printings = splitPrintings(withoutStrays(found))
    .filter((printing) => printing.some((row) => row.key !== null))
    .map((printing) => bindPrinting(printing, publication));
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
    notes: [
      ...printings.flatMap((printing) => printing.notes),
      ...(printings.length > 1 ? [{ kind: 'second-table' as const, detail: String(printings.length), at: null }] : []),
    ],
  };
}
