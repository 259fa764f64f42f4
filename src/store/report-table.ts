import { MEASURES, type FormCell } from '../form/cells.ts';
import { optional, required, type Column, type Table } from './tables.ts';

/** What a report's row says beside its figures. */
const REPORT_COLUMNS: readonly Column[] = [
  required('report_id', 'INTEGER', 'number of the report, in the order of year, region, body, version'),
  required('body_id', 'INTEGER', 'the body that reports'),
  required('year', 'INTEGER', 'report year (the year the figures are about)'),
  required('version', 'INTEGER', '1, 2, … among the filings of one body and year, the latest last'),
  required('current', 'BOOLEAN', 'true for the latest version of the body and year, which questions count'),
  optional(
    'edition',
    'VARCHAR',
    "edition of the form its tables follow: '2019' or '2021'; NULL where no table was found",
  ),
  required('source_id', 'INTEGER', 'where the report came from'),
  optional('published', 'DATE', 'date of publication, where known'),
  optional('scope', 'VARCHAR', "'own': the body alone; 'area': claims to cover an area; NULL where it does not say"),
  required(
    'entered',
    'VARCHAR',
    "'document': read from a published report; 'figures': from a list of figures; 'synthetic': made up",
  ),
];

const measureColumn = (cell: FormCell): Column =>
  optional(
    cell.id,
    cell.type === 'decimal' ? 'DOUBLE' : 'BIGINT',
    `${cell.zh} · ${cell.columnZh}: ${cell.en}, ${cell.unit}`,
  );

/** A row per body, year and version, the 200 measures of the 2021 form as columns in the form's order. */
export const REPORT: Table = {
  name: 'report',
  doc: 'a row per body, year and version; the measures of the 2021 form are its columns, as read or as corrected (`correction`), NULL where there is no figure',
  columns: [...REPORT_COLUMNS, ...MEASURES.map(measureColumn)],
};
