import type { SumRule } from '../form/sums.ts';
import type { Edit } from './slips.ts';
import { checkSum, hasNoOutcomeOfNothing, sumsOf, type ReportFigures } from './sum-constraints.ts';

interface Place {
  readonly constraint: number;
  /** 1 on the left side of the sum, −1 on the right. */
  readonly sign: 1 | -1;
}

/** A report's sums as differences, with the cells that move them. */
class Differences {
  readonly figures: ReportFigures;
  readonly #sums: readonly SumRule[];
  readonly #places = new Map<string, Place[]>();
  readonly start: readonly number[];

  constructor(figures: ReportFigures) {
    this.figures = figures;
    const checked = sumsOf(figures).flatMap((sum) => checkSum(figures, sum) ?? []);
    this.#sums = checked.map(({ sum }) => sum);
    this.start = checked.map(({ difference }) => difference);
    this.#sums.forEach(({ left, right }, constraint) => {
      for (const [ids, sign] of [
        [left, 1],
        [right, -1],
      ] as const) {
        for (const id of ids) this.#places.set(id, [...(this.#places.get(id) ?? []), { constraint, sign }]);
      }
    });
  }

  cellsOf(constraint: number): readonly string[] {
    return [...this.#sums[constraint]!.left, ...this.#sums[constraint]!.right];
  }

  placesOf(cell: string): readonly Place[] {
    return this.#places.get(cell)!;
  }

  /** The differences after a cell has changed. */
  after(differences: readonly number[], cell: string, change: number): number[] {
    const next = [...differences];
    for (const { constraint, sign } of this.placesOf(cell)) next[constraint]! += sign * change;
    return next;
  }

  /** The cell's figure after a change; null where that is no count. */
  edit(cell: string, change: number): Edit | null {
    const from = this.figures.get(cell)!;
    const to = from + change;
    return change !== 0 && to >= 0 && Number.isSafeInteger(to) ? { cell, from, to } : null;
  }
}

const firstBroken = (differences: readonly number[]) => differences.findIndex((difference) => difference !== 0);

/** Every change of one cell that settles all differences: the cell must stand in each broken sum and in no other. */
function oneEdit(sums: Differences, differences: readonly number[]): Edit[] {
  const broken = firstBroken(differences);
  if (broken < 0) return [];
  return sums.cellsOf(broken).flatMap((cell) => {
    const { sign } = sums.placesOf(cell).find(({ constraint }) => constraint === broken)!;
    const change = -sign * differences[broken]!;
    if (firstBroken(sums.after(differences, cell, change)) >= 0) return [];
    return sums.edit(cell, change) ?? [];
  });
}

/** Every pair of changes that settles all differences: one settles a sum that it stands in, the other the rest. */
function twoEdits(sums: Differences, differences: readonly number[]): Edit[][] {
  const broken = firstBroken(differences);
  const found = new Map<string, Edit[]>();
  for (const cell of sums.cellsOf(broken)) {
    const changes = new Set(sums.placesOf(cell).map(({ constraint, sign }) => -sign * differences[constraint]!));
    for (const change of changes) {
      const first = sums.edit(cell, change);
      if (!first) continue;
      for (const second of oneEdit(sums, sums.after(differences, cell, change))) {
        if (second.cell === cell) continue;
        const edits = [first, second].sort((a, b) => (a.cell < b.cell ? -1 : 1));
        found.set(edits.map((edit) => `${edit.cell}=${edit.to}`).join(' '), edits);
      }
    }
  }
  return [...found.values()];
}

/** Figures with some cells changed. */
export function edited(figures: ReportFigures, edits: readonly Edit[]): ReportFigures {
  const next = new Map(figures);
  for (const { cell, to } of edits) next.set(cell, to);
  return next;
}

/** Whether every sum of a report that can be checked holds. */
export const holdsThroughout = (figures: ReportFigures): boolean =>
  sumsOf(figures).every((sum) => (checkSum(figures, sum)?.difference ?? 0) === 0) && hasNoOutcomeOfNothing(figures);

/**
 * The changes of one cell, or of two where no one is enough, with which every sum of the report would hold; none where nothing
 * is broken or more is. Found from the differences alone: no value is tried.
 */
export function smallestEdits(figures: ReportFigures): Edit[][] {
  const sums = new Differences(figures);
  if (firstBroken(sums.start) < 0) return [];
  const keepsRest = (edits: readonly Edit[]) => hasNoOutcomeOfNothing(edited(figures, edits));
  const single = oneEdit(sums, sums.start)
    .map((edit) => [edit])
    .filter(keepsRest);
  return single.length > 0 ? single : twoEdits(sums, sums.start).filter(keepsRest);
}
