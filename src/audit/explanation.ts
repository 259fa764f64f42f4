import { APPLICANT_COLUMNS } from '../form/applicants.ts';
import { edited, holdsThroughout, smallestEdits } from './mend.ts';
import { slipOfDigits, type Edit, type Slip } from './slips.ts';
import { checkSum, sumsOf, type CheckedSum, type ReportFigures } from './sum-constraints.ts';

/** What could explain why sums of a report fail: shown beside them, never applied. */
export interface Explanation {
  /** Cells that would have to be others. */
  readonly edits: readonly Edit[];
  /** How that may have come about; null where no slip is likely. */
  readonly slip: Slip | null;
  /** Whether every sum would hold then; otherwise it explains a row and a column that cross. */
  readonly isComplete: boolean;
}

const COLUMNS = APPLICANT_COLUMNS.map(({ key }) => key);
const TOTAL = COLUMNS.length - 1;
const MOST = 4;

const brokenSums = (figures: ReportFigures): CheckedSum[] =>
  sumsOf(figures).flatMap((sum) => {
    const checked = checkSum(figures, sum);
    return checked && checked.difference !== 0 ? [checked] : [];
  });

/** The figures of a row of table 3 moved as a slip moves them, by what it is called. */
function movedRows(values: readonly number[]): { slip: Slip; row: number[] }[] {
  const moved: { slip: Slip; row: number[] }[] = [];
  const parts = values.slice(0, TOTAL);
  for (let at = 0; at < TOTAL; at += 1) {
    // 1 2 0 0 0 3 was 12 0 0 0 3 in one column less: two digits of one figure stand in two columns.
    const joined = Number(`${values[at]!}${values[at + 1]!}`);
    if (values[at]! > 0 && values[at + 1]! < 10)
      moved.push({ slip: 'split-digits', row: [...values.slice(0, at), joined, ...values.slice(at + 2), 0] });
    // One column left out: all that follow it stand one too far to the left, the total too.
    const rest = parts.slice(0, at);
    const behind = values.slice(at, TOTAL);
    if (values[TOTAL] === 0) moved.push({ slip: 'lost-column', row: [...rest, 0, ...behind] });
  }
  return moved;
}

function movedRow(figures: ReportFigures, row: string): Explanation[] {
  const cells = COLUMNS.map((column) => `${row}_${column}`);
  const values = cells.map((cell) => figures.get(cell)!);
  return movedRows(values).flatMap(({ slip, row: moved }) => {
    // The joined figure leaves a place at the end, where the total of the row stands again.
    if (slip === 'split-digits') moved[TOTAL] = moved.slice(0, TOTAL).reduce((sum, value) => sum + value, 0);
    const edits = cells.flatMap((cell, index) =>
      values[index] === moved[index] ? [] : [{ cell, from: values[index]!, to: moved[index]! }],
    );
    return edits.length > 0 && holdsThroughout(edited(figures, edits)) ? [{ edits, slip, isComplete: true }] : [];
  });
}

/** A figure that stands in the column beside its own. */
function isShifted(edits: readonly Edit[]): boolean {
  const [a, b] = edits;
  if (edits.length !== 2 || a!.from !== b!.to || a!.to !== b!.from) return false;
  const places = edits.map(({ cell }) => {
    const column = COLUMNS.findIndex((key) => cell.endsWith(`_${key}`));
    return { column, row: cell.slice(0, cell.length - (COLUMNS[column]?.length ?? 0)) };
  });
  return places[0]!.row === places[1]!.row && Math.abs(places[0]!.column - places[1]!.column) === 1;
}

function slipOf(edits: readonly Edit[]): Slip | null {
  if (isShifted(edits)) return 'shifted-column';
  const slips = edits.map(slipOfDigits);
  return slips.every((slip) => slip === slips[0]) ? slips[0]! : null;
}

/** The parity argument: one wrong cell breaks its row and its column by the same difference. */
function crossings(broken: readonly CheckedSum[], figures: ReportFigures): Explanation[] {
  const rows = broken.filter(({ sum }) => sum.rule === 'T3-ROW');
  const columns = broken.filter(({ sum }) => sum.rule === 'T3-SUM');
  return rows.flatMap((row) =>
    columns.flatMap((column): Explanation[] => {
      const cell = `${row.sum.at}_${column.sum.at}`;
      if (row.difference !== column.difference || !row.sum.right.includes(cell)) return [];
      const from = figures.get(cell)!;
      const edit = { cell, from, to: from + row.difference };
      return edit.to < 0 ? [] : [{ edits: [edit], slip: slipOfDigits(edit), isComplete: false }];
    }),
  );
}

const weight = ({ edits, slip }: Explanation) =>
  (slip === null ? 1e15 : 0) + edits.reduce((sum, { from, to }) => sum + Math.abs(to - from), 0);

/**
 * What could explain the failed sums of a report, the likeliest first and a few at most: the smallest changes with which every
 * sum holds, rows whose figures moved, and where there are neither the cells at which broken rows and columns cross.
 */
export function explainSums(figures: ReportFigures): Explanation[] {
  const broken = brokenSums(figures);
  if (broken.length === 0) return [];
  const smallest = smallestEdits(figures).map((edits): Explanation => ({
    edits,
    slip: slipOf(edits),
    isComplete: true,
  }));
  const rows = [...new Set(broken.filter(({ sum }) => sum.rule === 'T3-ROW').map(({ sum }) => sum.at))];
  const complete = [...smallest, ...rows.flatMap((row) => movedRow(figures, row))];
  const told = new Map(
    (complete.length > 0 ? complete : crossings(broken, figures)).map((explanation) => [
      explanation.edits.map(({ cell, to }) => `${cell}=${to}`).join(' '),
      explanation,
    ]),
  );
  return [...told.values()].sort((a, b) => weight(a) - weight(b)).slice(0, MOST);
}
