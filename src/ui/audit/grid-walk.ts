/** A place in a grid: row and column, from 0. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/**
 * The place that an arrow key, Home or End leads to among those that can be stood on: along a row to the next one, across rows
 * to the nearest column of the next row that has any; null where there is none, or for another key.
 */
export function placeAfter(places: readonly GridPlace[], from: GridPlace, key: string): GridPlace | null {
  const inRow = places.filter(({ row }) => row === from.row).sort((one, other) => one.column - other.column);
  switch (key) {
    case 'ArrowRight':
      return inRow.find(({ column }) => column > from.column) ?? null;
    case 'ArrowLeft':
      return inRow.findLast(({ column }) => column < from.column) ?? null;
    case 'Home':
      return inRow[0] ?? null;
    case 'End':
      return inRow.at(-1) ?? null;
    case 'ArrowDown':
    case 'ArrowUp': {
      const step = key === 'ArrowDown' ? 1 : -1;
      const distance = ({ row, column }: GridPlace) =>
        [(row - from.row) * step, Math.abs(column - from.column)] as const;
      const beyond = places.filter((place) => distance(place)[0] > 0);
      beyond.sort((one, other) => distance(one)[0] - distance(other)[0] || distance(one)[1] - distance(other)[1]);
      return beyond[0] ?? null;
    }
    default:
      return null;
  }
}
