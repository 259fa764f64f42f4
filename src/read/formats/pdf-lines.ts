import { centreY, isWide, type Box, type Run } from './pdf-runs.ts';

/** Runs on one height, from left to right. */
export interface VisualLine extends Box {
  readonly runs: readonly Run[];
  /** Height of its highest characters. */
  readonly size: number;
}

const lineOf = (runs: readonly Run[]): VisualLine => {
  const sorted = [...runs].sort((a, b) => a.left - b.left);
  return {
    runs: sorted,
    left: sorted[0]!.left,
    right: sorted.reduce((most, run) => Math.max(most, run.right), -Infinity),
    top: sorted.reduce((least, run) => Math.min(least, run.top), Infinity),
    bottom: sorted.reduce((most, run) => Math.max(most, run.bottom), -Infinity),
    size: sorted.reduce((most, run) => Math.max(most, run.size), 0),
  };
};

/** Sorts level runs into lines: runs whose middles lie on the height of the line's first run belong to it. */
export function visualLines(runs: readonly Run[]): VisualLine[] {
  const lines: Run[][] = [];
  for (const run of [...runs].sort((a, b) => centreY(a) - centreY(b))) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (first && centreY(run) - centreY(first) < Math.min(first.size, run.size) / 2) line.push(run);
    else lines.push([run]);
  }
  return lines.map(lineOf);
}

// Runs this far apart, in heights of a character, are different cells; closer ones are words of one.
const CELL_GAP = 1.4;
const WORD_GAP = 0.3;
const RAISED = 0.75;
// Digits of one figure do not stand on one another.
const OVERPRINT = -0.3;
const FIGURE_END = /[\d０-９]$/;
const FIGURE_START = /^[\d０-９.．]/;

/** The text of a line, with a tab where its runs stand as far apart as cells do. */
export function lineText({ runs }: Pick<VisualLine, 'runs'>, between = '\t'): string {
  let text = '';
  let before: Run | null = null;
  for (const run of runs) {
    if (before !== null) {
      const gap = (run.left - before.right) / Math.max(run.size, before.size);
      const isLower = Math.min(run.size, before.size) < RAISED * Math.max(run.size, before.size);
      // A raised footnote number, or a figure printed over another, must not become more digits of the figure before it.
      const isForeign = FIGURE_END.test(text) && FIGURE_START.test(run.text) && (isLower || gap < OVERPRINT);
      if (gap > CELL_GAP) text += between;
      else if (gap > WORD_GAP || isForeign) text += ' ';
    }
    text += run.text;
    if (before === null || run.right > before.right) before = run;
  }
  return text;
}

/** Two pieces of text that were broken apart at the end of a line: Chinese has no space there. */
export const joinBroken = (before: string, after: string): string =>
  before === '' || isWide(before.at(-1)!) || isWide(after[0]!) ? before + after : `${before} ${after}`;
