import { CELLS_ONLY_2019, formCell, MEASURES, type FormCell } from '../form/cells.ts';
import type { ListTrouble } from './list-trouble.ts';

/** A label without its number, punctuation and blanks, as names of columns are compared. */
export const foldedName = (label: string): string =>
  label
    .normalize('NFKC')
    .replace(/^\(?[一二三四五六七]+[)、]/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** 不予公开 1.属于国家秘密 → 属于国家秘密: the row's label without its group's. */
const ownLabel = (zh: string): string => zh.replace(/^（[三四五六]）\S+ \d\./, '');

let labels: Map<string, FormCell | null> | null = null;

function labelled(): Map<string, FormCell | null> {
  if (labels) return labels;
  labels = new Map();
  const learn = (label: string, cell: FormCell) => {
    const known = labels!.get(foldedName(label));
    // A wording that could be two cells is none.
    labels!.set(foldedName(label), known === undefined || known?.id === cell.id ? cell : null);
  };
  for (const cells of [MEASURES, CELLS_ONLY_2019]) {
    const columnsOf = (row: string) => cells.filter((cell) => cell.row === row).length;
    for (const cell of cells) {
      const wordings = [cell.zh + cell.columnZh, ownLabel(cell.zh) + cell.columnZh, cell.en];
      for (const wording of new Set(wordings))
        if (!labels.has(foldedName(wording)) || cells === MEASURES) learn(wording, cell);
      if (columnsOf(cell.row) === 1) learn(cell.zh, cell);
    }
  }
  return labels;
}

/** The cell of the form that an id or a label (row and column, as the form prints them, in Chinese or English) names. */
export function namedCell(name: string): FormCell | null {
  return formCell(name.trim()) ?? labelled().get(foldedName(name)) ?? null;
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
