import { DISPUTE_BLOCKS, DISPUTE_COLUMNS, type DisputeBlock, type DisputeColumn } from '../form/disputes.ts';
import { bound, unbound, type Binding } from './binding.ts';
import type { Piece } from './pieces.ts';
import type { DisputeRowFound } from './table-scan.ts';
import { takeValues, UNALIGNED } from './take-values.ts';

const BLOCKS = DISPUTE_BLOCKS.map((block) => block.key);
const COLUMNS = DISPUTE_COLUMNS.map((column) => column.key);
const ids = (block: DisputeBlock, columns: readonly DisputeColumn[]) => columns.map((column) => `${block}_${column}`);
const ALL_IDS = BLOCKS.flatMap((block) => ids(block, COLUMNS));

function columnsOf(header: readonly Piece[]): DisputeColumn[] {
  return header.flatMap((piece) =>
    piece.labels.flatMap((label) => (label.kind === 'dispute-column' ? [label.key] : [])),
  );
}

function blocksOf(header: readonly Piece[]): DisputeBlock[] {
  return header.flatMap((piece) =>
    piece.labels.flatMap((label) => (label.kind === 'dispute-block' && label.key !== 'suits' ? [label.key] : [])),
  );
}

/** The cells that a header names, in the order of its figures; null where the header does not name whole blocks. */
function namedCells(found: DisputeRowFound): string[] | null {
  const columns = columnsOf(found.header);
  const named = blocksOf(found.header);
  const blocks = found.block ? [found.block] : named.length === 0 && columns.length === ALL_IDS.length ? BLOCKS : named;
  if (blocks.length === 0 || columns.length !== blocks.length * COLUMNS.length) return null;
  const chunks = blocks.map((_, index) => columns.slice(index * COLUMNS.length, (index + 1) * COLUMNS.length));
  const whole =
    chunks.every((chunk) => new Set(chunk).size === COLUMNS.length) && new Set(blocks).size === blocks.length;
  return whole ? chunks.flatMap((chunk, index) => ids(blocks[index]!, chunk)) : null;
}

const CANONICAL = BLOCKS.flatMap(() => COLUMNS);

/** Whether what is left of a header stands in the form's own order, so that the figures may too. */
function isInFormOrder(header: readonly Piece[]): boolean {
  let from = 0;
  return columnsOf(header).every((column) => {
    const at = CANONICAL.indexOf(column, from);
    from = at + 1;
    return at !== -1;
  });
}

/** Whether no block's total differs from its four results, as far as all five are figures. */
function blocksAddUp(values: readonly Piece[]): boolean {
  return BLOCKS.every((_, index) => {
    const figures = values
      .slice(index * COLUMNS.length, (index + 1) * COLUMNS.length)
      .map(({ figure }) => (figure.kind === 'number' ? figure.value : NaN));
    const total = figures.pop()!;
    const sum = figures.reduce((a, b) => a + b, 0);
    return Number.isNaN(sum) || Number.isNaN(total) || sum === total;
  });
}

/** Whether header and count settle the figures: a blank at either end may be padding for a cell that got lost. */
function isSure(named: readonly string[] | null, values: readonly Piece[]): boolean {
  return named !== null && values[0]!.figure.kind !== 'blank' && values.at(-1)!.figure.kind !== 'blank';
}

/** Binds table 4: by its header and count; fifteen figures under a broken header only where every block adds up. */
export function bindDisputes(found: readonly DisputeRowFound[]): readonly Binding[] {
  return found.flatMap((row) => {
    const named = namedCells(row);
    const taken = takeValues(row.row, named?.length ?? ALL_IDS.length, UNALIGNED);
    const settled =
      taken !== null &&
      taken.cutOff === 0 &&
      (isSure(named, taken.values) || (isInFormOrder(row.header) && blocksAddUp(taken.values)));
    const cells = named ?? ALL_IDS;
    return cells.map((id, index) => (settled ? bound(id, taken.values[index]!) : unbound(id, 'ambiguous')));
  });
}
