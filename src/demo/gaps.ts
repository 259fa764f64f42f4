import { APPLICANT_COLUMNS } from '../form/applicants.ts';
import type { Edition } from '../form/edition.ts';
import type { GapReason } from '../read/report.ts';
import type { Random } from './random.ts';
import { EDITION_POSITIONS, SHEET_CELLS, type Sheet } from './sheet.ts';

/** Why a figure is missing from a made-up report, and what stands in its place, if there is such a place. */
export interface PlannedGap {
  readonly reason: GapReason;
  readonly raw: string | null;
}

/** The figures that a report does not give, by their place in the sheet. */
export type PlannedGaps = ReadonlyMap<number, PlannedGap>;

/** A report that gives every figure. */
export const NO_GAPS: PlannedGaps = new Map();

interface Scene {
  readonly sheet: Sheet;
  readonly cells: readonly number[];
  readonly random: Random;
}

const fill = (positions: readonly number[], gap: PlannedGap): PlannedGaps =>
  new Map(positions.map((position) => [position, gap]));

const inTable = (table: 2 | 3 | 4) => (position: number) => SHEET_CELLS[position]!.table === table;

const someBlank = ({ sheet, cells, random }: Scene): PlannedGaps => {
  const empty = cells.filter((position) => sheet[position] === 0);
  return fill(random.shuffle(empty).slice(0, random.integer(1, 9)), { reason: 'blank', raw: '' });
};

const slashes = ({ sheet, cells }: Scene): PlannedGaps =>
  fill(
    cells.filter((position) => SHEET_CELLS[position]!.row === 'rules' && sheet[position] === 0),
    { reason: 'not-a-number', raw: '/' },
  );

const columnAbsent = ({ sheet, cells, random }: Scene): PlannedGaps => {
  const columns = APPLICANT_COLUMNS.slice(1, -1).map(({ key }) =>
    cells.filter((position) => inTable(3)(position) && SHEET_CELLS[position]!.column === key),
  );
  const unused = columns.filter((column) => column.every((position) => sheet[position] === 0));
  return unused.length === 0 ? NO_GAPS : fill(random.pick(unused), { reason: 'column-absent', raw: null });
};

const CUT_OFF_ROWS = ['denied_third_party', 'unable_not_held', 'not_processed_petition', 'other_no_correction'];

const totalsCutOff = ({ cells }: Scene): PlannedGaps =>
  fill(
    cells.filter((position) => {
      const { row, column } = SHEET_CELLS[position]!;
      return column === 'total' && CUT_OFF_ROWS.includes(row);
    }),
    { reason: 'cut-off', raw: null },
  );

const rowAbsent = ({ cells, random }: Scene): PlannedGaps => {
  const rows = ['carried_in', 'denied_registry_query', 'not_processed_publication', 'carried_out'];
  const row = random.pick(rows);
  return fill(
    cells.filter((position) => SHEET_CELLS[position]!.row === row),
    { reason: 'row-absent', raw: null },
  );
};

const tableAbsent = ({ cells }: Scene): PlannedGaps =>
  fill(cells.filter(inTable(4)), { reason: 'table-absent', raw: null });

const ambiguous = ({ sheet, cells, random }: Scene): PlannedGaps => {
  const position = random.pick(cells.filter(inTable(3)));
  return fill([position], { reason: 'ambiguous', raw: `${sheet[position]!} ${random.integer(0, 9)}` });
};

const WAYS: readonly { readonly weight: number; readonly plan: (scene: Scene) => PlannedGaps }[] = [
  { weight: 40, plan: someBlank },
  { weight: 15, plan: slashes },
  { weight: 16, plan: columnAbsent },
  { weight: 10, plan: totalsCutOff },
  { weight: 6, plan: rowAbsent },
  { weight: 6, plan: tableAbsent },
  { weight: 7, plan: ambiguous },
];
const WEIGHTS = WAYS.map(({ weight }) => weight);

/** Plans gaps of one of the sorts that published reports show: blanks, `/`, a lost column, row or table, cut-off totals. */
export function planGaps(sheet: Sheet, edition: Edition, random: Random): PlannedGaps {
  let gaps = NO_GAPS;
  random.multinomial(1, WEIGHTS, (way) => {
    gaps = WAYS[way]!.plan({ sheet, cells: EDITION_POSITIONS[edition], random });
  });
  return gaps;
}
