import { APPLICANT_COLUMNS, type ApplicantColumn } from '../form/applicants.ts';
import { columnOf, readApplicantHeader, type ApplicantHeader, type HeaderFound } from './applicant-header.ts';
import { mostCommon } from './most-common.ts';
import { foldLabel } from './normalise.ts';
import type { Piece } from './pieces.ts';
import type { TableRow } from './table-rows.ts';
import type { RequestRowFound } from './table-scan.ts';
import { takeValues, unmistakableRun, type Alignment } from './take-values.ts';

/** The header of a printing of table 3, held against the places of the figures under it. */
export interface RequestHeader extends ApplicantHeader {
  /** False where the document has cells, and the outermost names do not stand as far apart as the outermost figures. */
  readonly isOver: boolean;
}

const WIDTH_OF_THE_FORM = APPLICANT_COLUMNS.length;
const OVERFULL_ROWS = 2;

const isFilled = ({ figure }: Piece): boolean => figure.kind !== 'blank';

/** Cells from a row's first filled one to its last. */
function filledWidth({ values }: TableRow): number {
  const first = values.findIndex(isFilled);
  return first === -1 ? 0 : values.findLastIndex(isFilled) - first + 1;
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

/** Whether natural persons and the total, as the header has them, stand as far apart as a row's first and last figure. */
function spansFigures({ pieces }: HeaderFound, places: readonly number[] | null): boolean {
  const at = (column: ApplicantColumn) => pieces.find(({ raw }) => columnOf(foldLabel(raw)) === column)?.at;
  const [natural, total] = [at('natural'), at('total')];
  if (places === null || natural === undefined || total === undefined) return true;
  return Math.abs(total - natural) === places.at(-1)! - places[0]!;
}

/** The columns of a printing of table 3; rows wider than the header show that a column lost its name. */
export function requestColumns(printing: readonly RequestRowFound[]): RequestHeader {
  const found = (printing.find(({ header }) => header.pieces.length > 0) ?? printing[0])!.header;
  const rows = printing.map(({ row }) => row);
  const width = mostCommon(rows.map(filledWidth).filter((count) => count > 2)) ?? WIDTH_OF_THE_FORM;
  const places = placesOf(rows, width);
  const header = readApplicantHeader(found, width, places);
  const inCells = rows.filter(({ mode }) => mode === 'grid');
  const isOver = spansFigures(found, inCells.length === rows.length ? places : placesOf(inCells, width));
  const count = header.columns.length;
  const overfull = rows.filter((row) => {
    const filled = filledWidth(row);
    // A row of one cell a line may have swallowed whole rows whose labels are lost.
    return filled > count && (row.mode !== 'stream' || filled % count !== 0);
  });
  if (header.state !== 'named' || overfull.length < OVERFULL_ROWS) return { ...header, isOver };
  const unnamed = Array.from({ length: Math.max(width, count) - 1 }, () => null);
  return { columns: [...unnamed, 'total'], state: 'broken', isOver };
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
