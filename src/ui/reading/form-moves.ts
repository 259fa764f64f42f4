import type { PrintedTable } from '../../form/printed-form.ts';

/** Keys that move from cell to cell of the form. */
const KEYS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'] as const;

/** A key that moves from cell to cell of the form. */
export type MoveKey = (typeof KEYS)[number];

/** Whether a key moves from cell to cell. */
export const isMoveKey = (key: string): key is MoveKey => (KEYS as readonly string[]).includes(key);

interface Place {
  readonly id: string;
  readonly column: number;
}

/** Rows of figures of printed tables from top to bottom, each figure with its column counted from the right edge. */
export function figureRows(tables: readonly PrintedTable[]): readonly (readonly Place[])[] {
  return tables.flatMap(({ rows }) =>
    rows.flatMap((row) => {
      const places: Place[] = [];
      let column = 0;
      for (const cell of row) {
        if (cell.kind !== 'figure') continue;
        places.push({ id: cell.id, column });
        column += cell.columns;
      }
      return places.length === 0 ? [] : [places];
    }),
  );
}

/** The cell that a key leads to from another one; the same one at an edge. */
export function moveFrom(rows: readonly (readonly Place[])[], id: string, key: MoveKey): string {
  const at = rows.findIndex((row) => row.some((place) => place.id === id));
  const row = rows[at];
  if (!row) return rows[0]?.[0]?.id ?? id;
  const index = row.findIndex((place) => place.id === id);
  const { column } = row[index]!;
  const nearest = (other: readonly Place[] | undefined) =>
    other ? [...other].sort((a, b) => Math.abs(a.column - column) - Math.abs(b.column - column))[0]!.id : id;
  switch (key) {
    case 'ArrowLeft':
      return row[index - 1]?.id ?? rows[at - 1]?.at(-1)?.id ?? id;
    case 'ArrowRight':
      return row[index + 1]?.id ?? rows[at + 1]?.[0]?.id ?? id;
    case 'ArrowUp':
      return nearest(rows[at - 1]);
    case 'ArrowDown':
      return nearest(rows[at + 1]);
    case 'Home':
      return row[0]!.id;
    case 'End':
      return row.at(-1)!.id;
  }
}
