import type { FormCell } from '../form/cells.ts';
import { csvRecords, type CsvRecord } from './csv.ts';
import { namedCell, unknownCell } from './figures-cell.ts';
import { isClaimName } from './figures-claim.ts';
import { FigureDraft, type ListedReport } from './figures-draft.ts';
import { readIdentity, takeAttributes, type ListFields } from './figures-fields.ts';
import { listColumn, type ListColumn } from './figures-format.ts';
import { listProblem, type ListProblem, type ListTrouble } from './list-trouble.ts';

type Item = ListedReport | ListProblem;
type Chunks = AsyncIterable<string> | Iterable<string>;

/** A column of a CSV list: something about the report, a cell of the form, a statement, or unknown. */
type Column = { header: string } & ({ of: ListColumn } | { cell: FormCell } | { claim: true } | { unknown: true });

function readColumn(header: string): Column {
  const of = listColumn(header);
  if (of) return { header, of };
  const cell = namedCell(header);
  if (cell) return { header, cell };
  return isClaimName(header) ? { header, claim: true } : { header, unknown: true };
}

function fieldsOf(columns: readonly Column[], { fields }: CsvRecord): ListFields {
  return Object.fromEntries(
    columns.flatMap((column, index) => ('of' in column ? [[column.of, fields[index] ?? '']] : [])),
  );
}

function lengthProblem(columns: readonly Column[], { line, fields }: CsvRecord): ListProblem | null {
  if (fields.length === columns.length) return null;
  return listProblem(line, { what: 'line-length', fields: fields.length, header: columns.length });
}

const placeOf = (fields: ListFields) => ({ source: fields.source?.trim() ?? '', where: fields.where?.trim() ?? '' });

function* readWideRow(columns: readonly Column[], record: CsvRecord): Generator<Item> {
  const fields = fieldsOf(columns, record);
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

/** Reads a wide CSV list: a body-year a line, a column a cell of the form, under its id or label. */
export async function* readWideCsv(chunks: Chunks): AsyncGenerator<Item> {
  let columns: readonly Column[] | null = null;
  for await (const record of csvRecords(chunks)) {
    if (!columns) {
      columns = record.fields.map(readColumn);
      for (const column of columns)
        if ('unknown' in column) yield listProblem(record.line, unknownCell(column.header), column.header);
      continue;
    }
    const problem = lengthProblem(columns, record);
    if (problem) yield problem;
    else yield* readWideRow(columns, record);
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
 * Reads a long CSV list: a figure a line; lines of one body-year become one report wherever they stand, so that reports
 * come at the end and only what they say is held until then.
 */
export async function* readLongCsv(chunks: Chunks): AsyncGenerator<Item> {
  const drafts = new Map<string, FigureDraft>();
  let columns: readonly Column[] | null = null;
  for await (const record of csvRecords(chunks)) {
    const { line } = record;
    if (!columns) {
      columns = record.fields.map(readColumn);
      for (const column of columns) {
        if ('of' in column) continue;
        yield listProblem(line, { what: 'unknown-column', name: column.header }, column.header);
      }
      continue;
    }
    const fields = fieldsOf(columns, record);
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
