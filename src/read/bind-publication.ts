import { formCell } from '../form/cells.ts';
import type { Edition } from '../form/edition.ts';
import { PUBLICATION_BLOCKS } from '../form/publication.ts';
import { bound, unbound, valueFor, type Binding } from './binding.ts';
import { doubtedPublication, type PublicationRow } from './doubted-publication.ts';
import { foldLabel } from './normalise.ts';
import { isFigure, type Piece } from './pieces.ts';
import { columnKeys, EDITION_BLOCKS, hasRow, publicationCell, wordingsOf } from './publication-names.ts';
import { haveConflict, splitPrintings } from './row-order.ts';
import { figuresIn } from './table-rows.ts';
import type { PublicationRowFound } from './table-scan.ts';
import { alignmentOf, takeValues, type Alignment } from './take-values.ts';

/** Cells of table 2 as bound, and the edition whose header stands above them. */
export interface PublicationBound {
  readonly bindings: readonly Binding[];
  readonly edition: Edition | null;
  /** Folded labels of the rows that were found. */
  readonly rows: ReadonlySet<string>;
  /** Whether the table is printed more than once, with other figures for the same rows. */
  readonly isConflicting: boolean;
}

/** Puts the form's own keys in place of header cells that lost half their words, where only one block of the form fits. */
function completeColumns(name: string, columns: readonly string[]): readonly string[] {
  if (!columns.includes('?')) return columns;
  const fits = EDITION_BLOCKS.map(({ block }) => block)
    .filter(
      (block) => hasRow(block, name) && block.columns.length === columns.length && columns.some((key) => key !== '?'),
    )
    .map(columnKeys)
    .filter((keys) => keys.every((key, index) => columns[index] === '?' || columns[index] === key));
  return fits.length === 1 ? fits[0]! : columns;
}

const isBlank = ({ figure }: Piece): boolean => figure.kind === 'blank';

/** The cells of a row, one a column; a row with blanks among them must stand just under its header's columns. */
function cellsOf({ row, header }: PublicationRowFound, count: number, alignment: Alignment): readonly Piece[] | null {
  const taken = takeValues(row, count, alignment);
  if (!taken || taken.cutOff > 0) return null;
  const { values } = taken;
  if (!row.values.some(isBlank) || values.every(isBlank)) return values;
  // In one cell a line a blank leaves a bar, as a merged cell does.
  if (row.mode === 'stream') return values.some(isBlank) ? null : values;
  const isUnder = header !== null && values[0]!.at === header.first;
  return isUnder && (count === 1 || row.values.at(-1)!.at === header.end) ? values : null;
}

const idsOf = (name: string): string[] =>
  EDITION_BLOCKS.flatMap(({ block }) =>
    hasRow(block, name) ? columnKeys(block).flatMap((key) => publicationCell(name, key) ?? []) : [],
  );

/** Whether a figure may stand in a cell: a count is whole, and below zero only where the form has decreases. */
function mayHold(id: string | undefined, { figure }: Piece): boolean {
  const cell = id === undefined ? undefined : formCell(id);
  return !cell || figure.kind !== 'number' || valueFor(figure, cell) !== 'not-a-number';
}

interface Placed extends PublicationRow {
  readonly ids: readonly (string | undefined)[];
  readonly cells: readonly Piece[] | null;
}

function place(found: PublicationRowFound, name: string | null, alignment: Alignment): Placed {
  const columns = name === null ? found.columns : completeColumns(name, found.columns);
  const ids = columns.map((key) => (name === null ? undefined : publicationCell(name, key)));
  const cells = columns.length === 0 || found.foreign ? null : cellsOf(found, columns.length, alignment);
  const fits = cells?.every((piece, index) => mayHold(ids[index], piece)) ?? false;
  return { name, columns, fits, found, ids, cells };
}

function bindRow({ name, found, ids, cells }: Placed, doubted: boolean): Binding[] {
  if (name === null) return [];
  const known = (ids.length === 0 ? idsOf(name) : ids).filter((id) => id !== undefined);
  if (found.row.values.length === 0) return known.map((id) => unbound(id, 'blank'));
  if (!cells || doubted) return known.map((id) => unbound(id, 'ambiguous'));
  return ids.flatMap((id, index) => (id === undefined ? [] : [bound(id, cells[index]!)]));
}

/** Names lost labels of a block where its unlabelled rows between labelled neighbours are as many as the rows missing there. */
function namesIn(rows: readonly PublicationRowFound[], met: ReadonlySet<string | null>): (string | null)[] {
  const names = rows.map(({ name }) => name);
  if (!rows.some((found) => found.name === null && !found.foreign)) return names;
  const columns = rows[0]!.columns.join(' ');
  const blocks = EDITION_BLOCKS.map(({ block }) => block).filter(
    (block) => columnKeys(block).join(' ') === columns && names.every((name) => name === null || hasRow(block, name)),
  );
  const [block] = blocks;
  if (blocks.length !== 1 || !block || rows.length !== block.rows.length) return names;
  const inPlace = rows.every((found, index) => {
    const wordings = wordingsOf(block.rows[index]!);
    if (found.name !== null) return wordings.includes(found.name);
    return !found.foreign && !wordings.some((wording) => met.has(wording));
  });
  return inPlace ? block.rows.map((row) => foldLabel(row.zh)) : names;
}

/** Columns of table 2 that one edition has and the other has not. */
function columnsOnlyIn(edition: Edition, other: Edition): ReadonlySet<string> {
  const others = new Set(PUBLICATION_BLOCKS[other].flatMap(columnKeys));
  return new Set(PUBLICATION_BLOCKS[edition].flatMap(columnKeys).filter((key) => !others.has(key)));
}
const ONLY_2021 = columnsOnlyIn('2021', '2019');
const ONLY_2019 = columnsOnlyIn('2019', '2021');

function editionOf(found: readonly PublicationRowFound[]): Edition | null {
  const count = (keys: ReadonlySet<string>) =>
    found.reduce((sum, { columns }) => sum + columns.filter((key) => keys.has(key)).length, 0);
  const new2021 = count(ONLY_2021);
  const old2019 = count(ONLY_2019);
  if (new2021 === old2019) return null;
  return new2021 > old2019 ? '2021' : '2019';
}

/** The rows in the order found, each with the name that its label or its place in its block gives. */
function nameRows(found: readonly PublicationRowFound[]): { found: PublicationRowFound; name: string | null }[] {
  const met = new Set(found.map(({ name }) => name));
  const blocks = new Map<number, PublicationRowFound[]>();
  for (const row of found) blocks.set(row.block, [...(blocks.get(row.block) ?? []), row]);
  return [...blocks.values()].flatMap((rows) => {
    const names = namesIn(rows, met);
    return rows.map((row, index) => ({ found: row, name: names[index]! }));
  });
}

/** Binds the rows of table 2: each by its label, each figure by the header of its block and its count. */
export function bindPublication(found: readonly PublicationRowFound[]): PublicationBound {
  const rows = found.map(({ row, columns }) => ({ row, count: columns.length }));
  const alignments = new Map<number, Alignment>();
  const alignmentFor = (columns: number): Alignment => {
    const known = alignments.get(columns) ?? alignmentOf(rows, columns);
    alignments.set(columns, known);
    return known;
  };
  const edition = editionOf(found);
  const placed = nameRows(found).map((row) => place(row.found, row.name, alignmentFor(row.found.columns.length)));
  const printings = splitPrintings(placed, { keyOf: ({ name }) => name, figuresOf: (row) => figuresIn(row.found.row) });
  const doubted = new Set(printings.flatMap((printing) => [...doubtedPublication(printing, edition)]));
  return {
    bindings: placed.flatMap((row) => bindRow(row, doubted.has(row))),
    edition,
    rows: new Set(placed.flatMap(({ name }) => name ?? [])),
    isConflicting: haveConflict(printings, ({ name, found: { row } }) => (row.values.some(isFigure) ? name : null)),
  };
}
