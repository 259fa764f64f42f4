import { formCell, type FormCell } from '../form/cells.ts';
import type { Figure } from './figure.ts';
import type { Piece } from './pieces.ts';
import type { Cell, Gap, GapReason } from './report.ts';

/** What one place in the document says of one cell of the form: the characters there, or why there are none. */
export interface Binding {
  readonly id: string;
  readonly piece: Piece | null;
  /** Set where the place does not settle the cell, whatever stands there. */
  readonly reason: GapReason | null;
}

/** A binding of a cell to the characters of a piece. */
export const bound = (id: string, piece: Piece): Binding => ({ id, piece, reason: null });
/** A binding that says only why the cell has no figure. */
export const unbound = (id: string, reason: GapReason, piece: Piece | null = null): Binding => ({ id, piece, reason });

const WAN = 10_000;
const exact = (value: number): number => Number(value.toFixed(6));

function amount(figure: Extract<Figure, { kind: 'number' }>, cell: FormCell): number | GapReason {
  if (figure.value < 0) return 'not-a-number';
  if (figure.unit === cell.unit || figure.value === 0) return figure.value;
  if (figure.unit === '万元') return exact(figure.value * WAN);
  if (figure.unit === '元') return exact(figure.value / WAN);
  if (figure.unit !== '') return 'not-a-number';
  // The form prints 万元 beside the fee; it prints no unit beside the procurement amount.
  return cell.unit === '万元' ? figure.value : 'ambiguous';
}

/** The number that a figure gives for a cell of the form, in the cell's unit, or the reason why it gives none. */
export function valueFor(figure: Figure, cell: FormCell): number | GapReason {
  if (figure.kind === 'blank') return 'blank';
  if (figure.kind !== 'number') return 'not-a-number';
  if (cell.unit === '万元' || cell.unit === '元') return amount(figure, cell);
  if (figure.unit.endsWith('元') || !Number.isInteger(figure.value)) return 'not-a-number';
  return figure.value < 0 && !cell.signed ? 'not-a-number' : figure.value;
}

const GAP_ORDER: readonly GapReason[] = [
  'ambiguous',
  'not-a-number',
  'cut-off',
  'blank',
  'column-absent',
  'row-absent',
  'table-absent',
];

function gapOf(id: string, bindings: readonly Binding[], reasons: readonly GapReason[]): Gap {
  const reason = GAP_ORDER.find((candidate) => reasons.includes(candidate))!;
  const place = bindings.find((binding, index) => binding.piece !== null && reasons[index] === reason)?.piece ?? null;
  return { id, reason, raw: place?.raw ?? null, span: place?.span ?? null };
}

/** What a document says of a cell that only one of its places speaks of. */
function settleOne(cell: FormCell, { piece, reason }: Binding): Cell | Gap {
  const read = reason ?? valueFor(piece!.figure, cell);
  if (typeof read === 'number') return { id: cell.id, value: read, raw: piece!.raw, span: piece!.span };
  return { id: cell.id, reason: read, raw: piece?.raw ?? null, span: piece?.span ?? null };
}

/**
 * Settles what a document says of one cell from every place that speaks of it: one figure, or several that agree, make a
 * cell; figures that disagree, or a place that is not settled itself, make it `ambiguous`; otherwise the gap with the strongest reason.
 */
export function settle(id: string, bindings: readonly Binding[]): Cell | Gap {
  const cell = formCell(id)!;
  const [only] = bindings;
  if (bindings.length === 1 && only) return settleOne(cell, only);
  const read = bindings.map(({ piece, reason }) => reason ?? valueFor(piece!.figure, cell));
  const values = new Set(read.filter((value) => typeof value === 'number'));
  const first = read.findIndex((value) => typeof value === 'number');
  if (values.size === 1 && !read.includes('ambiguous')) {
    const { raw, span } = bindings[first]!.piece!;
    return { id, value: read[first] as number, raw, span };
  }
  if (values.size > 0)
    return { id, reason: 'ambiguous', raw: bindings[first]!.piece!.raw, span: bindings[first]!.piece!.span };
  return gapOf(id, bindings, read as GapReason[]);
}

const numbersIn = (id: string, bindings: readonly Binding[]): number[] =>
  bindings.flatMap(({ piece, reason }) => {
    const value = reason ?? valueFor(piece!.figure, formCell(id)!);
    return typeof value === 'number' ? [value] : [];
  });

/**
 * Distrusts tables that are printed twice with different figures: a figure that only one of the printings gives is
 * ambiguous there, since nothing tells whose it is.
 */
export function distrustConflicts(
  byId: ReadonlyMap<string, readonly Binding[]>,
  printedTwice: ReadonlySet<2 | 3 | 4>,
): ReadonlyMap<string, readonly Binding[]> {
  const inConflict = new Set(printedTwice);
  for (const [id, bindings] of byId) {
    if (bindings.length > 1 && new Set(numbersIn(id, bindings)).size > 1) inConflict.add(formCell(id)!.table);
  }
  if (inConflict.size === 0) return byId;
  const trusted = new Map<string, readonly Binding[]>();
  for (const [id, bindings] of byId) {
    const isAlone = inConflict.has(formCell(id)!.table) && numbersIn(id, bindings).length === 1;
    trusted.set(
      id,
      isAlone ? [unbound(id, 'ambiguous', bindings.find(({ piece }) => piece !== null)?.piece)] : bindings,
    );
  }
  return trusted;
}
