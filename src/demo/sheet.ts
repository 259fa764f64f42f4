import { APPLICANT_COLUMNS } from '../form/applicants.ts';
import { CELLS_ONLY_2019, FORM_CELLS, MEASURES, type FormCell } from '../form/cells.ts';
import type { Edition } from '../form/edition.ts';
import { REQUEST_ROWS, ROWS_OF_OTHER } from '../form/requests.ts';

/**
 * One body's true figures of one year, for both editions of the form at once: a number a cell, in the order of
 * `SHEET_CELLS`. Money is in whole yuan, so that sums over bodies are exact.
 */
export type Sheet = Float64Array;

/** The cells of a sheet: the 200 measures, then the cells that only the 2019 form has. */
export const SHEET_CELLS: readonly FormCell[] = [...MEASURES, ...CELLS_ONLY_2019];

const positions = new Map(SHEET_CELLS.map((cell, position) => [cell.id, position]));

/** The place of a cell in a sheet. */
export function positionOf(id: string): number {
  const position = positions.get(id);
  if (position === undefined) throw new RangeError(`no edition of the form has a cell ${id}`);
  return position;
}

/** Places of an edition's cells in the form's order. */
export const EDITION_POSITIONS: Record<Edition, readonly number[]> = {
  '2019': FORM_CELLS['2019'].map(({ id }) => positionOf(id)),
  '2021': FORM_CELLS['2021'].map(({ id }) => positionOf(id)),
};

/** A sheet on which nothing happened. */
export const emptySheet = (): Sheet => new Float64Array(SHEET_CELLS.length);

/** Adds another body's figures to a sheet. */
export function addSheet(sum: Sheet, other: Sheet): void {
  for (let position = 0; position < sum.length; position++) sum[position]! += other[position]!;
}

const YUAN_A_WAN = 10_000;
const FEES = positionOf('admin_fees_wan');

/** The figure as the form asks for it: fees in 万元, everything else as it stands on the sheet. */
export const figureOf = (sheet: Sheet, position: number): number =>
  position === FEES ? sheet[position]! / YUAN_A_WAN : sheet[position]!;

/** Number of kinds of applicant: the columns of table 3 before its total. */
export const APPLICANTS = APPLICANT_COLUMNS.length - 1;

/** Where a row of table 3 begins; its columns follow in the form's order, the total last. */
export const requestRow = (key: string): number => positionOf(`${key}_${APPLICANT_COLUMNS[0].key}`);

/** Rows of table 3 that say what became of requests, as the 2021 form counts them. */
export const OUTCOME_KEYS: readonly string[] = REQUEST_ROWS.filter(
  (row) => row.role === 'outcome' && row.editions.includes('2021'),
).map((row) => row.key);

const OUTCOME_STARTS = OUTCOME_KEYS.map(requestRow);
const OTHER_STARTS = ROWS_OF_OTHER.map(requestRow);
const OTHER_ALL = requestRow('other_all');
const HANDLED = requestRow('handled');
const ROW_STARTS = REQUEST_ROWS.map((row) => requestRow(row.key));
const BLOCK_STARTS = ['review', 'suit_direct', 'suit_after_review'].map((block) => positionOf(`${block}_upheld`));

/** Fills in every sum of tables 3 and 4 from the single cells, for both editions. */
export function completeSums(sheet: Sheet): void {
  for (let column = 0; column < APPLICANTS; column++) {
    let handled = 0;
    for (const start of OUTCOME_STARTS) handled += sheet[start + column]!;
    sheet[HANDLED + column] = handled;
    let other = 0;
    for (const start of OTHER_STARTS) other += sheet[start + column]!;
    sheet[OTHER_ALL + column] = other;
  }
  for (const start of ROW_STARTS) {
    let total = 0;
    for (let column = 0; column < APPLICANTS; column++) total += sheet[start + column]!;
    sheet[start + APPLICANTS] = total;
  }
  for (const start of BLOCK_STARTS) {
    sheet[start + 4] = sheet[start]! + sheet[start + 1]! + sheet[start + 2]! + sheet[start + 3]!;
  }
}
