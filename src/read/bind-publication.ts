import type { Edition } from '../form/edition.ts';
import { PUBLICATION_BLOCKS, type PublicationBlock } from '../form/publication.ts';
import { bound, unbound, type Binding } from './binding.ts';
import { formLabels } from './form-label.ts';
import { foldLabel } from './normalise.ts';
import type { Piece } from './pieces.ts';
import { alignmentOf, takeValues, type Alignment } from './take-values.ts';
import { orderOf, splitPrintings } from './row-order.ts';
import { figuresIn } from './table-rows.ts';
import type { PublicationRowFound } from './table-scan.ts';

/** Cells of table 2 as bound, and the edition whose header stands above them. */
export interface PublicationBound {
  readonly bindings: readonly Binding[];
  readonly edition: Edition | null;
  /** Folded labels of the rows that were found. */
  readonly rows: ReadonlySet<string>;
}

const EDITION_BLOCKS = (['2021', '2019'] as const).flatMap((edition) =>
  PUBLICATION_BLOCKS[edition].map((block) => ({ edition, block })),
);
const keysOf = (block: PublicationBlock): string[] => block.columns.map((column) => column.key);

const cellIds = new Map<string, string>();
for (const { block } of EDITION_BLOCKS) {
  for (const row of block.rows) {
    for (const name of [row.zh, ...(row.published ?? [])]) {
      row.cells.forEach((cell, index) => cellIds.set(`${foldLabel(name)} ${block.columns[index]!.key}`, cell.id));
    }
  }
}

/** The name under which the scan of tables finds a row of this label, whichever edition words it so. */
function nameOf(row: PublicationBlock['rows'][number]): string {
  const label = formLabels(row.zh).find((candidate) => candidate.kind === 'publication-row');
  return label?.kind === 'publication-row' ? label.name : foldLabel(row.zh);
}

const wordings = ({ zh, published = [] }: PublicationBlock['rows'][number]): string[] =>
  [zh, ...published].map(foldLabel);
const blockNames = new Map(EDITION_BLOCKS.map(({ block }) => [block, new Set(block.rows.flatMap(wordings))]));
const nameMatches = (block: PublicationBlock, name: string): boolean => blockNames.get(block)!.has(name);

/** Puts the form's own keys in place of header cells that lost half their words, where only one block of the form fits. */
function completeColumns(name: string, columns: readonly string[]): readonly string[] {
  if (!columns.includes('?')) return columns;
  const fits = EDITION_BLOCKS.map(({ block }) => block)
    .filter(
      (block) =>
        nameMatches(block, name) && block.columns.length === columns.length && columns.some((key) => key !== '?'),
    )
    .map(keysOf)
    .filter((keys) => keys.every((key, index) => columns[index] === '?' || columns[index] === key));
  return fits.length === 1 ? fits[0]! : columns;
}

/** Cells of the row; padding between figures is dropped where what remains is one figure a column. */
function cellsOf(found: PublicationRowFound, count: number, alignment: Alignment): readonly Piece[] | null {
  const taken = takeValues(found.row, count, alignment);
  if (taken) return taken.values;
  const filled = found.row.values.filter((piece) => piece.figure.kind !== 'blank');
  // A blank before the figures may be the first of them.
  return filled.length === count && filled[0] === found.row.values[0] ? filled : null;
}

function idsOf(name: string): string[] {
  return EDITION_BLOCKS.flatMap(({ block }) =>
    nameMatches(block, name) ? keysOf(block).flatMap((key) => cellIds.get(`${name} ${key}`) ?? []) : [],
  );
}

/** Blocks with a row of more figures than the header has columns: a column lost its name. */
function overfullBlocks(found: readonly PublicationRowFound[]): ReadonlySet<number> {
  const isOverfull = ({ row, columns }: PublicationRowFound) =>
    columns.length > 0 && row.values.filter((piece) => piece.figure.kind !== 'blank').length > columns.length;
  return new Set(found.filter(isOverfull).map(({ block }) => block));
}

function bindRow(name: string, found: PublicationRowFound, alignment: Alignment | null): Binding[] {
  const columns = completeColumns(name, found.columns);
  const ids = columns.map((key) => cellIds.get(`${name} ${key}`));
  if (found.row.values.length === 0 && ids.length === 0) return idsOf(name).map((id) => unbound(id, 'blank'));
  if (found.row.values.length === 0) return ids.flatMap((id) => (id === undefined ? [] : [unbound(id, 'blank')]));
  const cells = ids.length === 0 || found.foreign || !alignment ? null : cellsOf(found, ids.length, alignment);
  if (!cells)
    return (ids.length === 0 ? idsOf(name) : ids).flatMap((id) => (id === undefined ? [] : [unbound(id, 'ambiguous')]));
  return ids.flatMap((id, index) => (id === undefined ? [] : [bound(id, cells[index]!)]));
}

/** Names lost labels of a block where its unlabelled rows between labelled neighbours are as many as the rows missing there. */
function nameRows(rows: readonly PublicationRowFound[]): { name: string; found: PublicationRowFound }[] {
  const named = rows.flatMap((found) => (found.name === null ? [] : [{ name: found.name, found }]));
  const unnamed = rows.filter((found) => found.name === null && !found.foreign);
  if (unnamed.length === 0) return named;
  const columns = rows[0]!.columns.join(' ');
  const blocks = EDITION_BLOCKS.map(({ block }) => block).filter(
    (block) => keysOf(block).join(' ') === columns && named.every(({ name }) => nameMatches(block, name)),
  );
  const [block] = blocks;
  if (blocks.length !== 1 || !block || rows.length !== block.rows.length) return named;
  const inPlace = rows.every((found, index) => {
    const row = block.rows[index]!;
    return found.name === null ? !found.foreign : wordings(row).includes(found.name);
  });
  return inPlace ? rows.map((found, index) => ({ name: foldLabel(block.rows[index]!.zh), found })) : named;
}

/** Columns of table 2 that one edition has and the other has not. */
function columnsOnlyIn(edition: Edition, other: Edition): ReadonlySet<string> {
  const others = new Set(PUBLICATION_BLOCKS[other].flatMap(keysOf));
  return new Set(PUBLICATION_BLOCKS[edition].flatMap(keysOf).filter((key) => !others.has(key)));
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

const ROW_ORDER: Record<Edition, readonly string[]> = {
  '2019': PUBLICATION_BLOCKS['2019'].flatMap(({ rows }) => rows.map((row) => nameOf(row))),
  '2021': PUBLICATION_BLOCKS['2021'].flatMap(({ rows }) => rows.map((row) => nameOf(row))),
};

const isFilled = (piece: Piece): boolean => piece.figure.kind !== 'blank';

/** Rows whose label stands out of the form's order, or may have slipped from a neighbouring row. */
function misplacedRows(printing: readonly PublicationRowFound[], edition: Edition | null): PublicationRowFound[] {
  const form = ROW_ORDER[edition ?? '2021'];
  const rowsOf = ({ row, columns }: PublicationRowFound) =>
    Math.ceil(row.values.filter(isFilled).length / Math.max(1, columns.length));
  const { displaced, slipped } = orderOf(
    printing.map((found) => ({ key: found.name, rows: rowsOf(found) })),
    form,
    (name) => form.indexOf(name),
  );
  // A block under a header of its own may stand anywhere.
  const isToldByHeader = ({ columns }: PublicationRowFound) =>
    PUBLICATION_BLOCKS[edition ?? '2021'].filter((block) => keysOf(block).join(' ') === columns.join(' ')).length === 1;
  return printing.filter((found, index) => (displaced.has(index) && !isToldByHeader(found)) || slipped.has(index));
}

/** Binds the rows of table 2: each by its label, each figure by the header of its block and its count. */
export function bindPublication(found: readonly PublicationRowFound[]): PublicationBound {
  const blocks = new Map<number, PublicationRowFound[]>();
  for (const row of found) blocks.set(row.block, [...(blocks.get(row.block) ?? []), row]);
  const named = [...blocks.values()].flatMap(nameRows);
  const edition = editionOf(found);
  const printings = splitPrintings(found, { keyOf: ({ name }) => name, figuresOf: ({ row }) => figuresIn(row) });
  const misplaced = new Set(printings.flatMap((rows) => misplacedRows(rows, edition)));
  const overfull = overfullBlocks(found);
  const rows = found.map(({ row, columns }) => ({ row, count: columns.length }));
  const alignments = new Map<number, Alignment>();
  const alignmentFor = (columns: number): Alignment => {
    const known = alignments.get(columns) ?? alignmentOf(rows, columns);
    alignments.set(columns, known);
    return known;
  };
  return {
    bindings: named.flatMap(({ name, found: row }) =>
      bindRow(name, row, overfull.has(row.block) || misplaced.has(row) ? null : alignmentFor(row.columns.length)),
    ),
    edition,
    rows: new Set(named.map(({ name }) => name)),
  };
}

const rowNames = new Map<string, Set<string>>();
for (const row of EDITION_BLOCKS.flatMap(({ block }) => block.rows)) {
  for (const { id } of row.cells) rowNames.set(id, new Set([...(rowNames.get(id) ?? []), ...wordings(row)]));
}

/** The folded labels under which a row of table 2 that holds this cell may be found. */
export const publicationRowNames = (id: string): ReadonlySet<string> => rowNames.get(id) ?? new Set();
