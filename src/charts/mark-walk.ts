/** Where a mark stands in the order of the keyboard: its line (a row, a series) and its place in it (a year, a part). */
export interface MarkPlace {
  readonly line: number;
  readonly place: number;
}

const nearest = (marks: readonly MarkPlace[], line: number, place: number): number => {
  let best = -1;
  marks.forEach((mark, index) => {
    if (mark.line !== line) return;
    if (best < 0 || Math.abs(mark.place - place) < Math.abs(marks[best]!.place - place)) best = index;
  });
  return best;
};

/**
 * Index of the mark that a key leads to from the mark at `from`, or null where the key leads nowhere: left and right
 * go through all marks in order, up and down to the nearest place of the line above or below.
 */
export function markAfter(marks: readonly MarkPlace[], from: number, key: string): number | null {
  const here = marks[from];
  if (!here) return null;
  if (key === 'Home') return 0;
  if (key === 'End') return marks.length - 1;
  if (key === 'ArrowRight') return Math.min(from + 1, marks.length - 1);
  if (key === 'ArrowLeft') return Math.max(from - 1, 0);
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  const step = key === 'ArrowDown' ? 1 : -1;
  const lines = [...new Set(marks.map(({ line }) => line))].sort((a, b) => a - b);
  const line = lines[lines.indexOf(here.line) + step];
  return line === undefined ? from : nearest(marks, line, here.place);
}
