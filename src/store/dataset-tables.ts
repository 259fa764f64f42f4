import { REPORT } from './report-table.ts';
import { optional, required, type Table } from './tables.ts';

const spanColumns = [
  optional(
    'span_start',
    'INTEGER',
    'first character in the text of the source (UTF-16 units); NULL where there is no place',
  ),
  optional('span_end', 'INTEGER', 'end in the text of the source, exclusive'),
];
const reportId = required('report_id', 'INTEGER', 'the report');
const bodyId = required('body_id', 'INTEGER', 'the body');

/** The dataset's single row about itself. */
export const DATASET: Table = {
  name: 'dataset',
  doc: 'one row: what this dataset is',
  columns: [
    required('name', 'VARCHAR', 'name of the dataset'),
    required('synthetic', 'BOOLEAN', 'true where any figure is made up'),
    required('made_at', 'VARCHAR', 'when it was built, ISO 8601'),
    required('made_by', 'VARCHAR', 'version of the program that built it'),
    required('layout', 'INTEGER', 'version of these tables; a program refuses a layout it does not know'),
    required('editions', 'VARCHAR', 'editions of the form among the reports, comma between'),
    required(
      'fingerprint',
      'VARCHAR',
      'hash of bodies, reports and figures, 16 hex digits; the same inputs give the same',
    ),
    required('bodies', 'INTEGER', 'number of bodies, those without a report too'),
    required('reports', 'INTEGER', 'number of reports, all versions'),
    required('current_reports', 'INTEGER', 'number of body-years with a report'),
    optional('first_year', 'INTEGER', 'first report year; NULL in an empty dataset'),
    optional('last_year', 'INTEGER', 'last report year'),
    required('corrected', 'INTEGER', 'number of figures in current reports that a person corrected (see `correction`)'),
  ],
};

/** Reporting bodies. */
export const BODY: Table = {
  name: 'body',
  doc: 'a row per reporting body, identified by region and name',
  columns: [
    required('body_id', 'INTEGER', 'number of the body, in the order of region and name'),
    required('name', 'VARCHAR', 'current name'),
    optional('province', 'VARCHAR', 'province-level division; NULL where unknown or national'),
    optional('city', 'VARCHAR', 'prefecture-level division; NULL for a body above it'),
    optional('county', 'VARCHAR', 'county-level division; NULL for a body above it'),
    optional('division_code', 'VARCHAR', 'code of the lowest known division (GB/T 2260, 2, 4 or 6 digits)'),
    optional('level', 'VARCHAR', 'level of government, recognised from the name or given by the registry'),
    optional('kind', 'VARCHAR', 'kind of body, recognised from the name or given by the registry'),
    required(
      'deadline',
      'VARCHAR',
      "'department': 31 January; 'government': 31 March; 'none': no date of its own (art. 49)",
    ),
    optional('short_names', 'VARCHAR', 'usual short forms of the name (叶县住建局), a space between; NULL where none'),
    required(
      'pinyin',
      'VARCHAR',
      'region, name, short forms and other names in pinyin without tones (ü is v), each run together, a space between',
    ),
    required('initials', 'VARCHAR', 'the same, each syllable by its first letter: hnspdssyx yxzfhcxjsj yxzjj'),
  ],
};

/** Other names of bodies. */
export const BODY_ALIAS: Table = {
  name: 'body_alias',
  doc: 'other names under which a body has reported, from the registry',
  columns: [
    bodyId,
    required('alias', 'VARCHAR', 'the other name'),
    optional('from_year', 'INTEGER', 'first report year of the name; NULL: since ever'),
    optional('to_year', 'INTEGER', 'last report year of the name; NULL: until now'),
  ],
};

/** Expected filers. */
export const FILER: Table = {
  name: 'filer',
  doc: 'who should report, from the registry; empty where nobody has said',
  columns: [
    bodyId,
    optional('from_year', 'INTEGER', 'first report year due; NULL: since ever'),
    optional('to_year', 'INTEGER', 'last report year due; NULL: until now'),
  ],
};

/** Where reports came from. */
export const SOURCE: Table = {
  name: 'source',
  doc: 'the documents and lists that the reports came from',
  columns: [
    required('source_id', 'INTEGER', 'number of the source, in the order of its first report'),
    required('name', 'VARCHAR', 'file name or path as given'),
    optional('url', 'VARCHAR', 'address of publication, where known'),
    required('kind', 'VARCHAR', "'document', 'figures' or 'synthetic'"),
    optional('format', 'VARCHAR', 'ending of the file name, in lower case'),
    optional('text', 'VARCHAR', 'a document as text, which every span points into; NULL for a list of figures'),
    optional('cell_spans', 'VARCHAR', 'where each figure stands in the text, packed (see `src/store/cell-spans.ts`)'),
  ],
};

/** Tables whose rows hang on one report; their first column is the report's id. */
export const REPORT_PARTS = {
  gap: {
    name: 'gap',
    doc: 'cells of the form without a figure, each with its reason; those that a person has filled since keep their row',
    columns: [
      reportId,
      required('cell', 'VARCHAR', 'id of the cell in the form'),
      required(
        'reason',
        'VARCHAR',
        'blank, not-a-number, column-absent, row-absent, table-absent, cut-off or ambiguous; struck where a person took the figure away',
      ),
      optional('raw', 'VARCHAR', 'the characters found where the figure is due'),
      ...spanColumns,
    ],
  },
  other_cell: {
    name: 'other_cell',
    doc: 'figures of cells that only the 2019 form has, as they count; never compared with measures',
    columns: [
      reportId,
      required('cell', 'VARCHAR', 'id of the cell in the 2019 form'),
      required('value', 'DOUBLE', 'the figure, in the form’s unit'),
    ],
  },
  claim: {
    name: 'claim',
    doc: 'figures and years stated in the prose',
    columns: [
      reportId,
      required('topic', 'VARCHAR', 'what is claimed'),
      required('value', 'DOUBLE', 'the number claimed; for a stated year the year'),
      optional('section', 'INTEGER', 'section of the form, 1 to 6; NULL before the first heading or where unknown'),
      required('sentence', 'VARCHAR', 'the sentence as published'),
      ...spanColumns,
    ],
  },
  evidence: {
    name: 'evidence',
    doc: 'what was noticed about the structure of the document: shifted labels, names, dates',
    columns: [
      reportId,
      required('kind', 'VARCHAR', 'kind of evidence'),
      required('detail', 'VARCHAR', 'what was found'),
      ...spanColumns,
    ],
  },
  passage: {
    name: 'passage',
    doc: 'the prose, section by section',
    columns: [
      reportId,
      required('section', 'INTEGER', 'section of the form, 1 to 6; 0 before the first heading'),
      required('heading', 'VARCHAR', 'the heading as published'),
      required('text', 'VARCHAR', 'the text of the section'),
      ...spanColumns,
    ],
  },
  correction: {
    name: 'correction',
    doc: 'figures that a person corrected: `report` and `other_cell` hold the figure that counts, this table what was read beside it',
    columns: [
      reportId,
      required('cell', 'VARCHAR', 'id of the cell in either edition of the form'),
      optional(
        'old_value',
        'DOUBLE',
        'the figure as read from the report; NULL for a gap, whose reason stays in `gap`',
      ),
      optional('new_value', 'DOUBLE', 'the figure that counts; NULL where the person took it away'),
      required('made_at', 'VARCHAR', 'when, ISO 8601'),
      optional('reason', 'VARCHAR', 'why, in the person’s words'),
      required(
        'outdated',
        'BOOLEAN',
        'true where something else was read when it was made: the source has been read anew since, and the correction deserves another look',
      ),
      optional('made_over', 'DOUBLE', 'of an outdated correction: the figure that was read then; NULL for a gap'),
    ],
  },
} as const satisfies Record<string, Table>;

/** The form itself, so that a dataset explains its own columns. */
export const FORM_CELL: Table = {
  name: 'form_cell',
  doc: 'every cell of both editions of the form, so that the dataset explains itself',
  columns: [
    required('cell', 'VARCHAR', 'id; for a measure the name of its column in `report`'),
    required('position', 'INTEGER', 'order of the form'),
    required('form_table', 'INTEGER', 'table of the form: 2, 3 or 4'),
    required('label_zh', 'VARCHAR', 'official label of the row'),
    required('column_zh', 'VARCHAR', 'official label of the column'),
    required('label_en', 'VARCHAR', 'English name'),
    required('unit', 'VARCHAR', '件, 项, 万元 or 元'),
    required('nature', 'VARCHAR', "'flow' adds up over bodies and years, 'stock' over bodies only"),
    required('in_2019', 'BOOLEAN', 'whether the 2019 form asks for it'),
    required('in_2021', 'BOOLEAN', 'whether the 2021 form asks for it; those are the measures'),
  ],
};

/** Every table of a dataset, in the order of the documentation. */
export const TABLES: readonly Table[] = [
  DATASET,
  BODY,
  BODY_ALIAS,
  FILER,
  REPORT,
  ...Object.values(REPORT_PARTS),
  SOURCE,
  FORM_CELL,
];
