import { APPLICANT_COLUMNS, type ApplicantColumn } from './applicants.ts';
import { DISPUTE_BLOCKS, DISPUTE_COLUMNS, SUITS_HEADING } from './disputes.ts';
import type { Edition } from './edition.ts';
import { PUBLICATION_BLOCKS } from './publication.ts';
import { OUTCOME_GROUPS, REQUEST_ROWS, type RequestRow } from './requests.ts';

/** One numeric cell of an edition of the form. */
export interface FormCell {
  /** Id, the same in both editions where both ask the same thing. */
  readonly id: string;
  readonly table: 2 | 3 | 4;
  /** Item of article 20 that a block of table 2 rests on, otherwise empty. */
  readonly article: string;
  readonly row: string;
  readonly column: string;
  readonly zh: string;
  readonly columnZh: string;
  readonly en: string;
  readonly unit: '件' | '项' | '万元' | '元';
  readonly type: 'integer' | 'decimal';
  /** `flow` adds up over bodies and years, `stock` (an amount at year's end or start) over bodies only. */
  readonly nature: 'flow' | 'stock';
  /** True where decreases are written as negative numbers. */
  readonly signed: boolean;
  /** What a reader of the figure must know, in English, otherwise empty. */
  readonly note: string;
}

const groupOf = (row: RequestRow) => OUTCOME_GROUPS.find((group) => group.key === row.group);

/** The official label of a row of table 3 with its group before it, e.g. `（三）不予公开 1.属于国家秘密`. */
function requestRowLabel(row: RequestRow): { zh: string; en: string } {
  const group = groupOf(row);
  return group ? { zh: `${group.zh} ${row.zh}`, en: `${group.en}: ${row.en}` } : { zh: row.zh, en: row.en };
}

function publicationCells(edition: Edition): FormCell[] {
  return PUBLICATION_BLOCKS[edition].flatMap(({ article, columns, rows }) =>
    rows.flatMap((row) =>
      row.cells.map((cell, index) => ({
        id: cell.id,
        table: 2 as const,
        article,
        row: row.key,
        column: columns[index]!.key,
        zh: row.zh,
        columnZh: columns[index]!.zh,
        en: cell.en,
        unit: cell.unit,
        type: cell.type,
        nature: cell.nature,
        signed: cell.signed ?? false,
        note: cell.note ?? '',
      })),
    ),
  );
}

const REQUEST_IDS: ReadonlyMap<string, ReadonlyMap<ApplicantColumn, string>> = new Map(
  REQUEST_ROWS.map(({ key: row }) => [row, new Map(APPLICANT_COLUMNS.map(({ key }) => [key, `${row}_${key}`]))]),
);

/** Id of the cell of table 3 in this row and column, the very string that the cell has, so that it is found at once. */
export const requestCellId = (row: string, column: ApplicantColumn): string =>
  REQUEST_IDS.get(row)?.get(column) ?? `${row}_${column}`;

function requestCells(edition: Edition): FormCell[] {
  const rows = REQUEST_ROWS.filter((row) => row.editions.includes(edition));
  return rows.flatMap((row) =>
    APPLICANT_COLUMNS.map((column) => ({
      id: requestCellId(row.key, column.key),
      table: 3 as const,
      article: '',
      row: row.key,
      column: column.key,
      zh: requestRowLabel(row).zh,
      columnZh: column.zh,
      en: `${requestRowLabel(row).en}: ${column.en}`,
      unit: '件' as const,
      type: 'integer' as const,
      nature: row.role === 'stock' ? ('stock' as const) : ('flow' as const),
      signed: false,
      note:
        row.key === 'other_all'
          ? 'equals other_no_correction + other_fee_unpaid + other_other of the 2021 form, which cannot be told apart'
          : '',
    })),
  );
}

function disputeCells(): FormCell[] {
  return DISPUTE_BLOCKS.flatMap((block) =>
    DISPUTE_COLUMNS.map((column) => ({
      id: `${block.key}_${column.key}`,
      table: 4 as const,
      article: '',
      row: block.key,
      column: column.key,
      zh: block.key === 'review' ? block.zh : `${SUITS_HEADING.zh} ${block.zh}`,
      columnZh: column.zh,
      en: `${block.en}: ${column.en}`,
      unit: '件' as const,
      type: 'integer' as const,
      nature: column.key === 'pending' ? ('stock' as const) : ('flow' as const),
      signed: false,
      note: '',
    })),
  );
}

const cellsOf = (edition: Edition): readonly FormCell[] => [
  ...publicationCells(edition),
  ...requestCells(edition),
  ...disputeCells(),
];

/** Every numeric cell of each edition in the form's order: 198 in 2019, 200 in 2021. */
export const FORM_CELLS: Record<Edition, readonly FormCell[]> = { '2019': cellsOf('2019'), '2021': cellsOf('2021') };

/** The 200 measures: the cells of the 2021 form, which are the columns of the report table. */
export const MEASURES: readonly FormCell[] = FORM_CELLS['2021'];

const measureIds: ReadonlySet<string> = new Set(MEASURES.map((cell) => cell.id));

/** Whether an id names one of the 200 measures (a cell of the 2021 form). */
export const isMeasure = (id: string): boolean => measureIds.has(id);

/** The cells that only the 2019 form has; they are kept under their own ids and never compared with measures. */
export const CELLS_ONLY_2019: readonly FormCell[] = FORM_CELLS['2019'].filter((cell) => !isMeasure(cell.id));

const byId = new Map([...FORM_CELLS['2019'], ...FORM_CELLS['2021']].map((cell) => [cell.id, cell]));

/** The cell of this id in either edition, the 2021 wording first; undefined where no edition has it. */
export const formCell = (id: string): FormCell | undefined => byId.get(id);
