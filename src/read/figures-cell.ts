import { CELLS_ONLY_2019, formCell, MEASURES, type FormCell } from '../form/cells.ts';
import { cellsByWording, foldedName } from './cell-wordings.ts';
import type { ListTrouble } from './list-trouble.ts';

/** The cell of the form that an id or a label (row and column, as the form prints them, in Chinese or English) names. */
export function namedCell(name: string): FormCell | null {
  return formCell(name.trim()) ?? cellsByWording().get(foldedName(name)) ?? null;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      next.push(Math.min(row[j]! + (a[i] === b[j] ? 0 : 1), row[j + 1]! + 1, next[j]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

/** Id of the cell whose id or Chinese label is nearest to an unknown name; null where none is near. */
export function nearestCell(name: string): string | null {
  const wanted = name.trim().slice(0, 80);
  let best: { id: string; distance: number } | null = null;
  for (const { id, zh, columnZh } of [...MEASURES, ...CELLS_ONLY_2019]) {
    for (const candidate of [id, zh + columnZh]) {
      const far = distance(wanted, candidate);
      if (far <= Math.max(wanted.length, candidate.length) / 2 && far < (best?.distance ?? Infinity))
        best = { id, distance: far };
    }
  }
  return best?.id ?? null;
}

/** The trouble with a name that is no cell of the form, with the nearest one. */
export const unknownCell = (name: string): ListTrouble => ({ what: 'unknown-cell', name, nearest: nearestCell(name) });
