import { APPLICANT_COLUMNS, APPLICANT_HEADINGS, TIE_OUT_NOTE } from './applicants.ts';
import { DISPUTE_BLOCKS, DISPUTE_COLUMNS, SUITS_HEADING } from './disputes.ts';
import type { Edition } from './edition.ts';
import { CONTENT_HEADING, PUBLICATION_BLOCKS } from './publication.ts';
import { OUTCOME_GROUPS, OUTCOMES_HEADING, REQUEST_ROWS, type RequestRow } from './requests.ts';

/** A label as the form prints it: over so many columns and rows, standing for what lies below or beside it. */
export interface PrintedLabel {
  readonly kind: 'label';
  readonly zh: string;
  readonly en: string;
  readonly columns: number;
  readonly rows: number;
  readonly of: 'column' | 'columns' | 'row' | 'rows';
  /** Written from top to bottom, as the form writes the labels of groups. */
  readonly isUpright: boolean;
}

/** A place for a figure in the printed form: the id of its cell, over so many columns. */
export interface PrintedFigure {
  readonly kind: 'figure';
  readonly id: string;
  readonly columns: number;
}

/** A row of the printed form; a merged cell stands once, in its first row. */
export type PrintedRow = readonly (PrintedLabel | PrintedFigure)[];

/** One table of the form as it is printed; table 4 in three blocks, each a table of five figures. */
export interface PrintedTable {
  readonly table: 2 | 3 | 4;
  /** Tells blocks of one table apart. */
  readonly key: string;
  /** How many columns it has. */
  readonly width: number;
  readonly rows: readonly PrintedRow[];
}

const label = (
  { zh, en }: { readonly zh: string; readonly en: string },
  of: PrintedLabel['of'],
  { columns = 1, rows = 1, isUpright = false } = {},
): PrintedLabel => ({ kind: 'label', zh, en, columns, rows, of, isUpright });

const figure = (id: string, columns = 1): PrintedFigure => ({ kind: 'figure', id, columns });

type Shows = (id: string) => boolean;

const ITEMS = '一二三四五六七八九';
const itemInEnglish = (article: string): string =>
  `Article 20 (${ITEMS.indexOf(/[一二三四五六七八九](?=）)/.exec(article)?.[0] ?? '') + 1})`;

const PUBLICATION_WIDTH = 4;

/** Columns that the place at `index` of `count` covers, so that a block with fewer columns fills the table. */
const spread = (index: number, count: number): number => (index === count - 1 ? PUBLICATION_WIDTH - count : 1);

function publicationTable(edition: Edition, shows: Shows): PrintedTable {
  const rows = PUBLICATION_BLOCKS[edition].flatMap(({ article, columns, rows: all }): PrintedRow[] => {
    const shown = all.filter((row) => row.cells.some(({ id }) => shows(id)));
    if (shown.length === 0) return [];
    return [
      [label({ zh: article, en: itemInEnglish(article) }, 'columns', { columns: PUBLICATION_WIDTH })],
      [
        label(CONTENT_HEADING, 'column'),
        ...columns.map((column, index) => label(column, 'column', { columns: spread(index, columns.length) })),
      ],
      ...shown.map((row) => [
        label(row, 'row'),
        ...row.cells.map(({ id }, index) => figure(id, spread(index, row.cells.length))),
      ]),
    ];
  });
  return { table: 2, key: 'publication', width: PUBLICATION_WIDTH, rows };
}

const LABEL_COLUMNS = 3;

function rowLabels(row: RequestRow, rows: readonly RequestRow[]): PrintedLabel[] {
  const isResult = ({ role }: RequestRow) => role === 'outcome' || role === 'sum';
  if (!isResult(row)) return [label(row, 'row', { columns: LABEL_COLUMNS })];
  const results = rows.filter(isResult);
  const heading = label(OUTCOMES_HEADING, 'rows', { rows: results.length, isUpright: true });
  const before = row === results[0] ? [heading] : [];
  const group = OUTCOME_GROUPS.find(({ key }) => key === row.group);
  if (!group) return [...before, label(row, 'row', { columns: LABEL_COLUMNS - 1 })];
  const members = rows.filter((other) => other.group === row.group);
  const groupLabel = label(group, 'rows', { rows: members.length });
  return [...before, ...(row === members[0] ? [groupLabel] : []), label(row, 'row')];
}

function requestTable(edition: Edition, shows: Shows): PrintedTable {
  const idOf = (row: RequestRow, column: { readonly key: string }) => `${row.key}_${column.key}`;
  const rows = REQUEST_ROWS.filter(
    (row) => row.editions.includes(edition) && APPLICANT_COLUMNS.some((column) => shows(idOf(row, column))),
  );
  const natural = APPLICANT_COLUMNS[0];
  const organisations = APPLICANT_COLUMNS.slice(1, -1);
  const total = APPLICANT_COLUMNS[APPLICANT_COLUMNS.length - 1]!;
  const [applicants, legalPersons] = APPLICANT_HEADINGS;
  const corner = {
    zh: `（${TIE_OUT_NOTE}）`,
    en: 'in each column, new and carried in equal handled and carried forward',
  };
  return {
    table: 3,
    key: 'requests',
    width: LABEL_COLUMNS + APPLICANT_COLUMNS.length,
    rows: [
      [
        label(corner, 'columns', { columns: LABEL_COLUMNS, rows: 3 }),
        label(applicants, 'columns', { columns: APPLICANT_COLUMNS.length }),
      ],
      [
        label(natural, 'column', { rows: 2 }),
        label(legalPersons, 'columns', { columns: organisations.length }),
        label(total, 'column', { rows: 2 }),
      ],
      organisations.map((column) => label(column, 'column')),
      ...rows.map((row) => [...rowLabels(row, rows), ...APPLICANT_COLUMNS.map((column) => figure(idOf(row, column)))]),
    ],
  };
}

function disputeTables(shows: Shows): PrintedTable[] {
  return DISPUTE_BLOCKS.map((block): PrintedTable => {
    const width = DISPUTE_COLUMNS.length;
    const isShown = DISPUTE_COLUMNS.some((column) => shows(`${block.key}_${column.key}`));
    return {
      table: 4,
      key: block.key,
      width,
      rows: isShown
        ? [
            ...(block.key === 'review' ? [] : [[label(SUITS_HEADING, 'columns', { columns: width })]]),
            [label(block, 'columns', { columns: width })],
            DISPUTE_COLUMNS.map((column) => label(column, 'column')),
            DISPUTE_COLUMNS.map((column) => figure(`${block.key}_${column.key}`)),
          ]
        : [],
    };
  });
}

const holdsFigures = ({ rows }: PrintedTable) => rows.some((row) => row.some(({ kind }) => kind === 'figure'));

/**
 * The tables 2, 3 and 4 of an edition as they are printed, with their merged labels; only the rows that hold a cell of
 * which `shows` is true, and no table without one.
 */
export const printedTables = (edition: Edition, shows: Shows = () => true): readonly PrintedTable[] =>
  [publicationTable(edition, shows), requestTable(edition, shows), ...disputeTables(shows)].filter(holdsFigures);
