import { CELLS_ONLY_2019, FORM_CELLS, isMeasure, MEASURES } from '../form/cells.ts';
import { REPORT_PARTS, SOURCE } from './dataset-tables.ts';
import { REPORT } from './report-table.ts';
import { sql, type Sql } from './sql.ts';
import { required, type StoredRow, type Table } from './tables.ts';

/** Columns of `report` that only the whole dataset can tell. */
const ASSIGNED: ReadonlySet<string> = new Set(['report_id', 'body_id', 'version', 'current', 'source_id']);

const filing = required('filing', 'INTEGER', 'number of the filing in the order it came');

const parts: readonly Table[] = Object.values(REPORT_PARTS);

/** Reports as they come in, before they are numbered: the columns of `FilingRows.report` after the filing's number. */
export const STAGED_REPORT: Table = {
  ...REPORT,
  columns: [filing, ...REPORT.columns.filter((column) => !ASSIGNED.has(column.name))],
};

/** The parts of reports as they come in: the filing's number stands where the report's will. */
export const STAGED_PARTS: readonly Table[] = parts.map((table) => ({
  ...table,
  columns: [filing, ...table.columns.slice(1)],
}));

/** Sources as they come in: their number in that order, then the columns of `FilingRows.source`. */
export const STAGED_SOURCE: Table = SOURCE;

/** The numbers that each filing has in the dataset. */
export const NUMBERS: Table = {
  name: 'numbers',
  doc: 'numbers of each filing in the dataset',
  columns: [
    filing,
    required('report_id', 'INTEGER', 'number of the report'),
    required('body_id', 'INTEGER', 'the body'),
    required('version', 'INTEGER', 'version among its body-year'),
    required('current', 'BOOLEAN', 'whether it is the latest'),
    required('source_id', 'INTEGER', 'number of the source in the dataset'),
    required('staged_source', 'INTEGER', 'number of the source in the order it came'),
  ],
};

/** Tables that hold the input while it is being numbered. */
export const STAGING: readonly Table[] = [STAGED_REPORT, ...STAGED_PARTS, STAGED_SOURCE, NUMBERS];

const namesOf = (table: Table, from: (name: string) => Sql) =>
  sql.join(table.columns.map((column) => from(column.name)));

/**
 * The statements that carry staged rows into the dataset in their final order. Reports lie in the order of year and
 * region, so that a question about some years or one region skips most of the file.
 */
export function assemblyStatements(staging: string, dataset: string): Sql[] {
  const numbers = sql.id(staging, NUMBERS.name);
  const report = sql`INSERT INTO ${sql.id(dataset, REPORT.name)}
SELECT ${namesOf(REPORT, (name) => sql.id(ASSIGNED.has(name) ? 'n' : 's', name))}
FROM ${sql.id(staging, REPORT.name)} AS s JOIN ${numbers} AS n USING (filing)
ORDER BY n.report_id`;
  const ofReports = parts.map(
    (table) => sql`INSERT INTO ${sql.id(dataset, table.name)}
SELECT n.report_id, ${sql.join(table.columns.slice(1).map((column) => sql.id('s', column.name)))}
FROM ${sql.id(staging, table.name)} AS s JOIN ${numbers} AS n USING (filing)
ORDER BY n.report_id, s.rowid`,
  );
  const source = sql`INSERT INTO ${sql.id(dataset, SOURCE.name)}
SELECT n.source_id, ${sql.join(SOURCE.columns.slice(1).map((column) => sql.id('s', column.name)))}
FROM ${sql.id(staging, SOURCE.name)} AS s
JOIN (SELECT DISTINCT source_id, staged_source FROM ${numbers}) AS n ON n.staged_source = s.source_id
ORDER BY n.source_id`;
  return [report, ...ofReports, source];
}

const inEdition = { '2019': new Set(FORM_CELLS['2019'].map(({ id }) => id)) };

/** The rows of `form_cell`: the measures, then the cells that only the 2019 form has. */
export const FORM_CELL_ROWS: readonly StoredRow[] = [...MEASURES, ...CELLS_ONLY_2019].map((cell, index) => [
  cell.id,
  index + 1,
  cell.table,
  cell.zh,
  cell.columnZh,
  cell.en,
  cell.unit,
  cell.nature,
  inEdition['2019'].has(cell.id),
  isMeasure(cell.id),
]);
