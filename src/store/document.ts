import { KINDS } from '../bodies/kinds.ts';
import { LEVELS } from '../bodies/levels.ts';
import { CELLS_ONLY_2019, FORM_CELLS, MEASURES, type FormCell } from '../form/cells.ts';
import { EDITIONS } from '../form/edition.ts';
import { GLOSSARY } from '../form/glossary.ts';
import { INDICATORS } from '../form/indicators.ts';
import { TABLES } from './dataset-tables.ts';
import { REGISTRY_COLUMNS } from './registry.ts';
import { REPORT } from './report-table.ts';
import type { Column, Table } from './tables.ts';

/** The comments between which the generated part of `data/README.md` stands. */
export const SCHEMA_MARKS = {
  start: '<!-- schema: generated, do not edit by hand -->',
  end: '<!-- end of schema -->',
} as const;

const escape = (text: string) => text.replaceAll('|', '\\|');

function formatTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escape).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

const measureIds: ReadonlySet<string> = new Set(MEASURES.map(({ id }) => id));
const askedIn2019: ReadonlySet<string> = new Set(FORM_CELLS['2019'].map(({ id }) => id));

const formatColumn = ({ name, type, nullable, doc }: Column) => [`\`${name}\``, nullable ? `${type}, NULL` : type, doc];

function formatSection(table: Table): string {
  const columns = table.columns.filter((column) => table !== REPORT || !measureIds.has(column.name));
  const more = table === REPORT ? ['', 'Then the 200 measures, listed below.'] : [];
  return [
    `### \`${table.name}\``,
    '',
    `${capital(table.doc)}.`,
    '',
    formatTable(['column', 'type', 'meaning'], columns.map(formatColumn)),
    ...more,
  ].join('\n');
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const formatCell = (cell: FormCell) => [
  `\`${cell.id}\``,
  String(cell.table),
  `${cell.zh} · ${cell.columnZh}`,
  cell.en,
  cell.unit,
  cell.nature,
];

const NULLS = `### What a NULL means

A figure that is not known is NULL, never zero. In this order:

1. A \`gap\` row for the report and cell gives the reason: \`blank\`, \`not-a-number\` (text, or a fraction where a count is
   due), \`column-absent\`, \`row-absent\`, \`table-absent\`, \`cut-off\` or \`ambiguous\`, with the characters found there, or
   that a person took the figure away: \`struck\`.
2. Otherwise, where the report's \`edition\` has no such cell (\`form_cell.in_2019\`, \`in_2021\`), it was not asked.
3. Otherwise, where the report was \`entered\` as figures (or is synthetic), the list does not give it.
4. Otherwise the report is a document without any table of the form (\`edition\` is NULL): the table is absent; before
   2019 there was no form to ask.

So in a report read from a document every NULL of a cell that its edition asks for has a \`gap\` row. A gap that a person has
filled keeps its row, with its reason, beside a figure that is not NULL; to count what is missing, count NULLs.`;

const VERSIONS = `### Versions

Several filings of one body and year are all kept, as versions 1, 2, …: by date of publication (unknown first), then a
made-up report before a list of figures before a document, then by name of the source. The last is \`current\`; count only
those (\`WHERE current\`).`;

const CORRECTIONS = `### Corrections

A figure that a person corrected counts as corrected: the measure in \`report\`, or the row of \`other_cell\`, holds the corrected
figure, and a figure that was taken away is a NULL whose \`gap\` row says \`struck\`. What the report says is kept in
\`correction\`: \`old_value\` is the figure as read (NULL for a gap, whose reason stays in \`gap\`), \`new_value\` the one that
counts. Where both are equal the reader has come to the person's figure since. A correction that was made over another
reading than today's still counts, and is \`outdated\`. \`dataset.corrected\` counts the figures of current reports that differ
from what is read; at 0 every figure stands as it was read. To compare figures as published, put \`old_value\` back:

\`\`\`sql
SELECT report.report_id, CASE WHEN correction.cell IS NULL THEN new_total ELSE old_value END AS new_total
FROM report LEFT JOIN correction ON correction.report_id = report.report_id AND correction.cell = 'new_total'
WHERE current;
\`\`\``;

function formatMapping(): string {
  const same = MEASURES.filter(({ id }) => askedIn2019.has(id));
  const inTable = (table: FormCell['table'], cells: readonly FormCell[]) =>
    cells.filter((cell) => cell.table === table).length;
  return [
    '### From the 2019 form to the measures',
    '',
    `The form of ${EDITIONS['2019'].notice} (report years 2019 and 2020) has ${FORM_CELLS['2019'].length} cells, that of ${EDITIONS['2021'].notice} (from 2021) ${MEASURES.length}. ` +
      `${same.length} are the same in both (${([2, 3, 4] as const).map((table) => `${inTable(table, same)} of table ${table}`).join(', ')}) and stand in \`report\` for either edition. ` +
      `The ${CELLS_ONLY_2019.length} cells below exist in the 2019 form alone; they stand in \`other_cell\` and are no measures. ` +
      `The ${MEASURES.length - same.length} measures that the 2019 form does not ask for are NULL in its reports.`,
    '',
    formatTable(['cell', 'table', 'label', 'English', 'unit', 'nature'], CELLS_ONLY_2019.map(formatCell)),
  ].join('\n');
}

const formatKeys = (keys: readonly { readonly key: string; readonly zh: string; readonly en: string }[]) =>
  formatTable(
    ['key', 'Chinese', 'English'],
    keys.map(({ key, zh, en }) => [`\`${key}\``, zh, en]),
  );

const addedUp = (ids: readonly string[]) => ids.map((id) => `\`${id}\``).join(' + ');

function formatIndicators(): string {
  return formatTable(
    ['key', 'Chinese', 'English', 'numerator', 'denominator', 'note'],
    INDICATORS.map(({ key, zh, en, numerator, denominator, scale, noteEn }) => [
      `\`${key}\``,
      zh,
      en,
      scale === 1 ? addedUp(numerator) : `${addedUp(numerator)}, times ${scale.toLocaleString('en')}`,
      addedUp(denominator),
      noteEn,
    ]),
  );
}

/** The documentation of a dataset's tables and of the registry's CSV, in Markdown, made from the form and the tables. */
export function formatSchema(): string {
  return [
    '## Tables',
    ...TABLES.map(formatSection),
    NULLS,
    VERSIONS,
    CORRECTIONS,
    '### Measures',
    `Columns of \`report\`, in the form's order. A \`flow\` adds up over bodies and years, a \`stock\` over bodies only. The last column says whether the 2019 form asks for it too.`,
    formatTable(
      ['measure', 'table', 'label', 'English', 'unit', 'nature', '2019'],
      MEASURES.map((cell) => [...formatCell(cell), askedIn2019.has(cell.id) ? 'yes' : '']),
    ),
    formatMapping(),
    '### Indicators',
    'Rates are not stored: each is the sum of its numerators over the sum of its denominators, for one body or many. Over zero it is not applicable.',
    formatIndicators(),
    '### Levels',
    formatKeys(LEVELS),
    '### Kinds',
    formatKeys(KINDS),
    '### Terms',
    formatTable(
      ['Chinese', 'English', 'rests on'],
      GLOSSARY.map(({ zh, en, source }) => [zh, en, source ?? '']),
    ),
    '## Registry of bodies (CSV)',
    'A registry names the bodies that should report, joins their former names and overrules what a name tells. A line that cannot be used is listed with its number; the rest counts.',
    formatTable(
      ['column', 'content'],
      REGISTRY_COLUMNS.map(({ name, doc }) => [`\`${name}\``, doc]),
    ),
  ].join('\n\n');
}

/** A text with its part between the schema's marks made anew; throws where the marks are missing. */
export function spliceSchema(text: string): string {
  const [start, end] = [text.indexOf(SCHEMA_MARKS.start), text.indexOf(SCHEMA_MARKS.end)];
  if (start < 0 || end < start)
    throw new Error(`the text has no marks "${SCHEMA_MARKS.start}" and "${SCHEMA_MARKS.end}"`);
  return `${text.slice(0, start)}${SCHEMA_MARKS.start}\n\n${formatSchema()}\n\n${text.slice(end)}`;
}
