import {
  columnMeaning,
  distinctHeaders,
  mappedListColumn,
  meantCell,
  proposeColumn,
  type ColumnMapping,
  type MeantCell,
} from './column-mapping.ts';
import type { CsvRecord } from './csv.ts';
import { namedCell, unknownCell } from './figures-cell.ts';
import { isClaimName } from './figures-claim.ts';
import { FigureDraft, type ListedReport } from './figures-draft.ts';
import { readIdentity, takeAttributes, type ListFields } from './figures-fields.ts';
import type { ListColumn } from './figures-format.ts';
import { fieldName, TEXT_PLACE, type ListPlace } from './list-place.ts';
import { listProblem, type ListProblem, type ListTrouble } from './list-trouble.ts';

type Item = ListedReport | ListProblem;
type Records = AsyncIterable<CsvRecord> | Iterable<CsvRecord>;

/** A column of a CSV list: something about the report, a cell of the form, a statement, unknown, or left out by the mapping. */
type Column = { header: string } & (
  { of: ListColumn } | { meant: MeantCell } | { claim: true } | { unknown: true } | { left: true }
);

function readColumn(header: string, mapping: ColumnMapping): Column {
  if (mapping.columns.get(header.trim()) === null) return { header, left: true };
  const of = mappedListColumn(header, mapping);
  if (of) return { header, of };
  const meant = meantCell(columnMeaning(header, mapping) ?? '');
  if (meant) return { header, meant };
  // A header that is probably a cell waits for a person, brackets or not.
  const isClaim = isClaimName(header) && proposeColumn(header).means === null;
  return isClaim ? { header, claim: true } : { header, unknown: true };
}

const readColumns = ({ fields }: CsvRecord, mapping: ColumnMapping, place: ListPlace): Column[] =>
  distinctHeaders(
    fields.map((header) => header.trim()),
    place,
  ).map((header) => readColumn(header, mapping));

function fieldsOf(columns: readonly Column[], { fields }: CsvRecord, { year }: ColumnMapping): ListFields {
  const given = columns.flatMap((column, index) => ('of' in column ? [[column.of, fields[index] ?? '']] : []));
  return { ...(year === null ? {} : { year: String(year) }), ...Object.fromEntries(given) } as ListFields;
}

/** A list while it is read: what its columns stand for, what a person says of them, and where they stand. */
interface OpenList {
  readonly columns: readonly Column[];
  readonly mapping: ColumnMapping;
  readonly place: ListPlace;
}

const problemOf = ({ place }: OpenList, { line }: CsvRecord, trouble: ListTrouble, column?: string): ListProblem =>
  listProblem(line, trouble, column, place.sheet);

function lengthProblem(list: OpenList, record: CsvRecord): ListProblem | null {
  const [fields, header] = [record.fields.length, list.columns.length];
  return fields === header ? null : problemOf(list, record, { what: 'line-length', fields, header });
}

/** The trouble with a column that nobody has mapped, with the cell it most probably is. */
function unmappedColumn(header: string): ListTrouble {
  const { means } = proposeColumn(header);
  return means === null ? unknownCell(header) : { what: 'unknown-cell', name: header, nearest: means };
}

const placeOf = (fields: ListFields) => ({ source: fields.source?.trim() ?? '', where: fields.where?.trim() ?? '' });

function* readWideRow(list: OpenList, record: CsvRecord): Generator<Item> {
  const { columns, mapping } = list;
  const fields = fieldsOf(columns, record, mapping);
  const identity = readIdentity(record.line, fields, list.place.sheet);
  if ('trouble' in identity) {
    yield problemOf(list, record, identity.trouble, identity.column);
    return;
  }
  const draft = new FigureDraft(identity);
  for (const { column, trouble } of takeAttributes(draft, fields)) yield problemOf(list, record, trouble, column);
  const place = placeOf(fields);
  for (const [index, column] of columns.entries()) {
    const raw = record.fields[index]!;
    const isBlank = raw.trim() === '';
    if (isBlank && !('meant' in column)) continue;
    const span = draft.quote(fieldName(list.place, record.line, index), column.header, raw.trim());
    let trouble: ListTrouble | null = null;
    if ('claim' in column) trouble = draft.addClaim(column.header, raw, '', place);
    else if ('meant' in column) {
      const { cell, unit } = column.meant;
      if (isBlank) draft.addBlank(cell, span);
      else trouble = draft.add(cell, raw, unit, place, span);
    }
    if (trouble) yield problemOf(list, record, trouble, column.header);
  }
  yield draft.finished() ?? problemOf(list, record, { what: 'nothing-given' });
}

/**
 * Reads a wide list: a body-year a line, a column a cell of the form, under its id, its label, or as it is mapped. A cell
 * that is left empty is a gap.
 */
export async function* readWideList(
  records: Records,
  mapping: ColumnMapping,
  place: ListPlace = TEXT_PLACE,
): AsyncGenerator<Item> {
  let list: OpenList | null = null;
  for await (const record of records) {
    if (!list) {
      list = { columns: readColumns(record, mapping, place), mapping, place };
      for (const column of list.columns)
        if ('unknown' in column) yield problemOf(list, record, unmappedColumn(column.header), column.header);
      continue;
    }
    const problem = lengthProblem(list, record);
    if (problem) yield problem;
    else yield* readWideRow(list, record);
  }
}

function takeFigure(draft: FigureDraft, fields: ListFields, at: string): ListTrouble | null {
  const name = fields.measure?.trim() ?? '';
  const raw = fields.value ?? '';
  const unit = fields.unit?.trim() ?? '';
  const cell = namedCell(name);
  if (cell)
    return draft.add(cell, raw, unit, placeOf(fields), draft.quote(at, name, `${raw.trim()}${unit && ` ${unit}`}`));
  if (isClaimName(name)) return draft.addClaim(name, raw, unit, placeOf(fields));
  return unknownCell(name);
}

function* readLongHeader(list: OpenList, record: CsvRecord): Generator<ListProblem> {
  for (const column of list.columns) {
    if ('of' in column || 'left' in column) continue;
    yield problemOf(list, record, { what: 'unknown-column', name: column.header }, column.header);
  }
}

/**
 * Reads a long list: a figure a line; lines of one body-year become one report wherever they stand, so that reports
 * come at the end and only what they say is held until then.
 */
export async function* readLongList(
  records: Records,
  mapping: ColumnMapping,
  place: ListPlace = TEXT_PLACE,
): AsyncGenerator<Item> {
  const drafts = new Map<string, FigureDraft>();
  let list: OpenList | null = null;
  let valueAt = 0;
  for await (const record of records) {
    const { line } = record;
    if (!list) {
      list = { columns: readColumns(record, mapping, place), mapping, place };
      valueAt = list.columns.findIndex((column) => 'of' in column && column.of === 'value');
      yield* readLongHeader(list, record);
      continue;
    }
    const problem = lengthProblem(list, record);
    const fields = fieldsOf(list.columns, record, mapping);
    const identity = readIdentity(line, fields, place.sheet);
    if (!problem && 'trouble' in identity) yield problemOf(list, record, identity.trouble, identity.column);
    if (problem || 'trouble' in identity) {
      if (problem) yield problem;
      continue;
    }
    const key = `${identity.region ?? ''}\n${identity.body}\n${identity.year}`;
    const draft = drafts.get(key) ?? new FigureDraft(identity);
    drafts.set(key, draft);
    for (const { column, trouble } of takeAttributes(draft, fields)) yield problemOf(list, record, trouble, column);
    const trouble = takeFigure(draft, fields, fieldName(place, line, valueAt));
    if (trouble) yield problemOf(list, record, trouble, fields.measure?.trim() ?? '');
  }
  for (const [key, draft] of drafts) {
    drafts.delete(key);
    const report = draft.finished();
    const { line, body, year } = draft.identity;
    yield report ?? listProblem(line, { what: 'nothing-usable', body, year }, undefined, place.sheet);
  }
}
