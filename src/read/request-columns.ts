import { APPLICANT_COLUMNS } from '../form/applicants.ts';
import { readApplicantHeader, type ApplicantHeader } from './applicant-header.ts';
import type { TableRow } from './table-rows.ts';
import type { RequestRowFound } from './table-scan.ts';
import { takeValues, unmistakableRun, type Alignment } from './take-values.ts';

const WIDTH_OF_THE_FORM = APPLICANT_COLUMNS.length;
const OVERFULL_ROWS = 2;

/** Cells from a row's first filled one to its last. */
function filledWidth({ values }: TableRow): number {
  const filled = values.map((piece) => piece.figure.kind !== 'blank');
  return filled.includes(true) ? filled.lastIndexOf(true) - filled.indexOf(true) + 1 : 0;
}

function mostCommon<Value>(values: readonly Value[]): Value | null {
  const tally = new Map<Value, number>();
  for (const value of values) tally.set(value, (tally.get(value) ?? 0) + 1);
  return [...tally].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** The columns in which the figures of most rows stand; null where the document has no columns. */
function placesOf(rows: readonly TableRow[], width: number): readonly number[] | null {
  const places = rows.flatMap((row) => {
    const run = row.mode === 'stream' ? null : unmistakableRun(row, width);
    return run ? [run.map((piece) => piece.at).join(' ')] : [];
  });
  const usual = mostCommon(places);
  return usual === null || usual === '' ? null : usual.split(' ').map(Number);
}

/** The columns of a printing of table 3; rows wider than the header show that a column lost its name. */
export function requestColumns(printing: readonly RequestRowFound[]): ApplicantHeader {
  const found = (printing.find(({ header }) => header.pieces.length > 0) ?? printing[0])!.header;
  const rows = printing.map(({ row }) => row);
  const width = mostCommon(rows.map(filledWidth).filter((count) => count > 2)) ?? WIDTH_OF_THE_FORM;
  const header = readApplicantHeader(found, width, placesOf(rows, width));
  const count = header.columns.length;
  const overfull = rows.filter((row) => {
    const filled = filledWidth(row);
    // A row of one cell a line may have swallowed whole rows whose labels are lost.
    return filled > count && (row.mode !== 'stream' || filled % count !== 0);
  });
  if (header.state !== 'named' || overfull.length < OVERFULL_ROWS) return header;
  const unnamed = Array.from({ length: Math.max(width, count) - 1 }, () => null);
  return { columns: [...unnamed, 'total'], state: 'broken' };
}

/**
 * Whether the rows bear out which column is the total, where the header is damaged or has it in an unusual place: every
 * row with a figure in each column adds up, and in one at least no other column could be the total.
 */
export function areColumnsBorneOut(
  { columns, state }: ApplicantHeader,
  rows: readonly TableRow[],
  alignment: Alignment,
): boolean {
  if (state === 'named' && columns.at(-1) === 'total') return true;
  const total = columns.indexOf('total');
  const full = rows.flatMap((row) => {
    const taken = takeValues(row, columns.length, alignment)?.values ?? [];
    const values = taken.flatMap(({ figure }) => (figure.kind === 'number' ? [figure.value] : []));
    return values.length === columns.length ? [values] : [];
  });
  const isTold = full.some((values) => values.every((value, at) => at === total || value < values[total]!));
  const addsUp = full.every((values) => values.reduce((sum, value) => sum + value, 0) === 2 * values[total]!);
  return addsUp && (isTold || state === 'remnants');
}
