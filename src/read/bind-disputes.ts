import { DISPUTE_BLOCKS, DISPUTE_COLUMNS, type DisputeBlock, type DisputeColumn } from '../form/disputes.ts';
import { bound, unbound, type Binding } from './binding.ts';
import { foldLabel } from './normalise.ts';
import type { Piece } from './pieces.ts';
import type { DisputeRowFound } from './table-scan.ts';
import { takeValues, UNALIGNED } from './take-values.ts';

const BLOCKS = DISPUTE_BLOCKS.map((block) => block.key);
const COLUMNS = DISPUTE_COLUMNS.map((column) => column.key);
const ALL_IDS = BLOCKS.flatMap((block) => COLUMNS.map((column) => `${block}_${column}`));

function columnOf({ labels }: Piece): DisputeColumn | null {
  for (const label of labels) if (label.kind === 'dispute-column') return label.key;
  return null;
}

function blockOf({ labels }: Piece): DisputeBlock | null {
  for (const label of labels) if (label.kind === 'dispute-block' && label.key !== 'suits') return label.key;
  return null;
}

const isWhole = (cells: readonly string[]): boolean =>
  cells.length > 0 && cells.length % COLUMNS.length === 0 && new Set(cells).size === cells.length;

/** The cells that a header names over the very columns of the figures; null where the document has no such columns. */
function cellsByPlace({ header, row }: DisputeRowFound): string[] | null {
  if (row.mode !== 'grid') return null;
  const columns = new Map<number, DisputeColumn[]>();
  const blocks: { readonly block: DisputeBlock; readonly at: number }[] = [];
  for (const piece of header) {
    const column = columnOf(piece);
    const block = blockOf(piece);
    if (column) columns.set(piece.at, [...(columns.get(piece.at) ?? []), column]);
    if (block) blocks.push({ block, at: piece.at });
  }
  blocks.sort((a, b) => b.at - a.at);
  const cells = row.values.map(({ at }) => {
    const own = columns.get(at) ?? [];
    const under = blocks.find((other) => other.at <= at);
    return own.length === 1 && under ? `${under.block}_${own[0]!}` : null;
  });
  const named = cells.filter((cell) => cell !== null);
  return named.length === cells.length && columns.size === named.length && isWhole(named) ? named : null;
}

/**
 * The cells that a header names, in the order of its figures; null where it does not name whole blocks in the form's
 * order, with the columns of each in the same order: one lost and one doubled are as many as before.
 */
function cellsByOrder(found: DisputeRowFound): string[] | null {
  const columns = found.header.flatMap((piece) => columnOf(piece) ?? []);
  const named = found.header.flatMap((piece) => blockOf(piece) ?? []);
  const blocks = found.block ? [found.block] : named;
  const isInOrder = blocks.every((block, index) => BLOCKS.indexOf(block) > BLOCKS.indexOf(blocks[index - 1]!));
  const isAlike = columns.every((column, at) => column === columns[at % COLUMNS.length]);
  if (!isInOrder || !isAlike || columns.length !== blocks.length * COLUMNS.length) return null;
  const cells = columns.map((column, index) => `${blocks[Math.floor(index / COLUMNS.length)]!}_${column}`);
  return isWhole(cells) ? cells : null;
}

const RESULTS_IN_ORDER = ['维持', '纠正', '审结'];

const CANONICAL: readonly DisputeColumn[] = BLOCKS.flatMap(() => COLUMNS);

/** Whether the columns that a header still names stand in the form's own order. */
function isInFormOrder(header: readonly Piece[]): boolean {
  let from = 0;
  return header
    .flatMap((piece) => columnOf(piece) ?? [])
    .every((column) => {
      const at = CANONICAL.indexOf(column, from);
      from = at + 1;
      return at !== -1;
    });
}

/** Whether what is left of a header's words names every result of every block, in the form's own order; sums tell the totals. */
function hasAllRemnants({ header, words }: DisputeRowFound): boolean {
  const results = words.flatMap((word) => foldLabel(word).match(/维持|纠正|审结/g) ?? []);
  const inOrder = results.every((word, at) => word === RESULTS_IN_ORDER[at % RESULTS_IN_ORDER.length]);
  return inOrder && results.length >= BLOCKS.length * RESULTS_IN_ORDER.length && isInFormOrder(header);
}

/** Whether the total of a block is the sum of its four results; null where one of the five is no figure. */
function addsUp(block: readonly Piece[]): boolean | null {
  const figures = block.map(({ figure }) => (figure.kind === 'number' ? figure.value : NaN));
  const total = figures.pop()!;
  const sum = figures.reduce((a, b) => a + b, 0);
  return Number.isNaN(sum - total) ? null : sum === total;
}

const isFilled = ({ figure }: Piece): boolean => figure.kind !== 'blank';
/** Words among figures, or two figures run together. */
const isSpoilt = ({ figure }: Piece): boolean => figure.kind === 'text';

/**
 * Which blocks of a row are read. A whole row under a whole header is read as printed; a blank at either end may be
 * padding for a cell that got lost, and must leave no sum failing; beside a spoilt cell a block must add up, and under the
 * remnants of a header every one must.
 */
function blocksRead(found: DisputeRowFound, isNamed: boolean, blocks: readonly (readonly Piece[])[]): boolean[] {
  const sums = blocks.map(addsUp);
  const values = blocks.flat();
  if (!isNamed) return sums.map(() => hasAllRemnants(found) && sums.every((holds) => holds === true));
  if (values.some(isSpoilt)) return sums.map((holds) => holds === true);
  const isSure = isFilled(values[0]!) && isFilled(values.at(-1)!);
  return sums.map(() => isSure || !sums.includes(false));
}

/** Binds table 4: by its header and count; fifteen figures under a broken header only where every block adds up. */
export function bindDisputes(found: readonly DisputeRowFound[]): readonly Binding[] {
  return found.flatMap((row) => {
    const named = cellsByPlace(row) ?? cellsByOrder(row);
    const cells = named ?? ALL_IDS;
    const taken = takeValues(row.row, cells.length, UNALIGNED);
    if (!taken || taken.cutOff > 0) return cells.map((id) => unbound(id, 'ambiguous'));
    const { values } = taken;
    const blocks = Array.from({ length: cells.length / COLUMNS.length }, (_, index) =>
      values.slice(index * COLUMNS.length, (index + 1) * COLUMNS.length),
    );
    const isRead = blocksRead(row, named !== null, blocks);
    return cells.map((id, index) =>
      isRead[Math.floor(index / COLUMNS.length)] ? bound(id, values[index]!) : unbound(id, 'ambiguous'),
    );
  });
}
