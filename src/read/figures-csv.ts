import { formCell, type FormCell } from '../form/cells.ts';
import { columnMeaning, mappedListColumn, proposeColumn, type ColumnMapping } from './column-mapping.ts';
import type { CsvRecord } from './csv.ts';
import { namedCell, unknownCell } from './figures-cell.ts';
import { isClaimName } from './figures-claim.ts';
import { FigureDraft, type ListedReport } from './figures-draft.ts';
import { readIdentity, takeAttributes, type ListFields } from './figures-fields.ts';
import type { ListColumn } from './figures-format.ts';
import { listProblem, type ListProblem, type ListTrouble } from './list-trouble.ts';

type Item = ListedReport | ListProblem;
type Records = AsyncIterable<CsvRecord> | Iterable<CsvRecord>;

/** A column of a CSV list: something about the report, a cell of the form, a statement, unknown, or left out by the mapping. */
type Column = { header: string } & (
  { of: ListColumn } | { cell: FormCell } | { claim: true } | { unknown: true } | { left: true }
);

function readColumn(header: string, mapping: ColumnMapping): Column {
  if (mapping.columns.get(header.trim()) === null) return { header, left: true };
  const of = mappedListColumn(header, mapping);
  if (of) return { header, of };
  const cell = formCell(columnMeaning(header, mapping) ?? '');
  if (cell) return { header, cell };
  return isClaimName(header) ? { header, claim: true } : { header, unknown: true };
}

function fieldsOf(columns: readonly Column[], { fields }: CsvRecord, { year }: ColumnMapping): ListFields {
  const given = columns.flatMap((column, index) => ('of' in column ? [[column.of, fields[index] ?? '']] : []));
  return { ...(year === null ? {} : { year: String(year) }), ...Object.fromEntries(given) } as ListFields;
}

function lengthProblem(columns: readonly Column[], { line, fields }: CsvRecord): ListProblem | null {
  if (fields.length === columns.length) return null;
  return listProblem(line, { what: 'line-length', fields: fields.length, header: columns.length });
}

/** The trouble with a column that nobody has mapped, with the cell it most probably is. */
function unmappedColumn(header: string): ListTrouble {
  const { means } = proposeColumn(header);
  return means === null ? unknownCell(header) : { what: 'unknown-cell', name: header, nearest: means };
}

const placeOf = (fields: ListFields) => ({ source: fields.source?.trim() ?? '', where: fields.where?.trim() ?? '' });

function* readWideRow(columns: readonly Column[], record: CsvRecord, mapping: ColumnMapping): Generator<Item> {
  const fields = fieldsOf(columns, record, mapping);
  const identity = readIdentity(record.line, fields);
  if ('trouble' in identity) {
    yield listProblem(record.line, identity.trouble, identity.column);
    return;
  }
  const draft = new FigureDraft(identity);
  for (const { column, trouble } of takeAttributes(draft, fields)) yield listProblem(record.line, trouble, column);
  const place = placeOf(fields);
  for (const [index, column] of columns.entries()) {
    const raw = record.fields[index]!;
    const trouble =
      'cell' in column
        ? draft.add(column.cell, raw, '', place)
        : 'claim' in column
          ? draft.addClaim(column.header, raw, '', place)
          : null;
    if (trouble) yield listProblem(record.line, trouble, column.header);
  }
  const report = draft.finished();
  yield report ?? listProblem(record.line, { what: 'nothing-given' });
}

/** Reads a wide list: a body-year a line, a column a cell of the form, under its id, its label, or as it is mapped. */
export async function* readWideList(records: Records, mapping: ColumnMapping): AsyncGenerator<Item> {
  let columns: readonly Column[] | null = null;
  for await (const record of records) {
    if (!columns) {
      columns = record.fields.map((header) => readColumn(header, mapping));
      for (const column of columns)
        if ('unknown' in column) yield listProblem(record.line, unmappedColumn(column.header), column.header);
      continue;
    }
    const problem = lengthProblem(columns, record);
    if (problem) yield problem;
    else yield* readWideRow(columns, record, mapping);
  }
}

function takeFigure(draft: FigureDraft, fields: ListFields): ListTrouble | null {
  const name = fields.measure?.trim() ?? '';
  const raw = fields.value ?? '';
  const unit = fields.unit?.trim() ?? '';
  const cell = namedCell(name);
  if (cell) return draft.add(cell, raw, unit, placeOf(fields));
  if (isClaimName(name)) return draft.addClaim(name, raw, unit, placeOf(fields));
  return unknownCell(name);
}

/**
 * Reads a long list: a figure a line; lines of one body-year become one report wherever they stand, so that reports
 * come at the end and only what they say is held until then.
 */
export async function* readLongList(records: Records, mapping: ColumnMapping): AsyncGenerator<Item> {
  const drafts = new Map<string, FigureDraft>();
  let columns: readonly Column[] | null = null;
  for await (const record of records) {
    const { line } = record;
    if (!columns) {
      columns = record.fields.map((header) => readColumn(header, mapping));
      for (const column of columns) {
        if ('of' in column || 'left' in column) continue;
        yield listProblem(line, { what: 'unknown-column', name: column.header }, column.header);
      }
      continue;
    }
    const fields = fieldsOf(columns, record, mapping);
    const identity = readIdentity(line, fields);
    const problem =
      lengthProblem(columns, record) ??
      ('trouble' in identity ? listProblem(line, identity.trouble, identity.column) : null);
    if (problem || 'trouble' in identity) {
      if (problem) yield problem;
      continue;
    }
    const key = `${identity.region ?? ''}\n${identity.body}\n${identity.year}`;
    const draft = drafts.get(key) ?? new FigureDraft(identity);
    drafts.set(key, draft);
    for (const { column, trouble } of takeAttributes(draft, fields)) yield listProblem(line, trouble, column);
    const trouble = takeFigure(draft, fields);
    if (trouble) yield listProblem(line, trouble, fields.measure?.trim() ?? '');
  }
  for (const [key, draft] of drafts) {
    drafts.delete(key);
    const report = draft.finished();
    const { line, body, year } = draft.identity;
    yield report ?? listProblem(line, { what: 'nothing-usable', body, year });
  }
}
