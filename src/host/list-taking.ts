import { READING_VERSION } from 'virtual:reading-version';
import { columnMappingFields, NO_MAPPING, type ColumnMapping } from '../read/column-mapping.ts';
import { CsvError, csvRecords } from '../read/csv.ts';
import { rowOf, type ListedReport } from '../read/figures-draft.ts';
import { readFigureSheets } from '../read/figures-sheets.ts';
import { readFigures, type FigureListFormat } from '../read/figures.ts';
import type { Sheet } from '../read/formats/workbook.ts';
import { headersKey, outlineSheets, TableOutline, type OutlinedTable } from '../read/list-outline.ts';
import { TEXT_PLACE } from '../read/list-place.ts';
import type { ListProblem } from '../read/list-trouble.ts';
import type { Sidecar } from '../read/sidecar.ts';
import { textPieces } from '../read/text-pieces.ts';
import { ContentHash } from '../store/content-hash.ts';
import { parseRegistry } from '../store/registry-list.ts';
import { blobPieces } from './blob-source.ts';
import { ProblemList } from './file-problem.ts';
import { type FileToRead, lineOf, type ReadBeside, type ReadingOutcome, saidBeside } from './file-to-read.ts';
import { type KeptList, wholeList } from './kept-list.ts';

/** A list as it was given: its bytes, what is said of its columns, beside it and before of lists with the same headers. */
export interface GivenList extends Pick<FileToRead, 'place' | 'path' | 'file'> {
  readonly id: string;
  readonly mapping: ColumnMapping | null;
  readonly sidecar: Sidecar;
  readonly mappings: ReadonlyMap<string, ColumnMapping>;
}

const ROWS_AT_ONCE = 100;
const MOST_PROBLEMS = 2_000;
const MOST_MAPPINGS_TRIED = 8;

type Items = AsyncIterable<ListedReport | ListProblem> | Iterable<ListedReport | ListProblem>;

const isSaid = ({ columns, year }: ColumnMapping): boolean => columns.size > 0 || year !== null;

/** What a person says of a list: of this one now, beside it, or before of one with the same headers. */
function mappingOf({ mapping, sidecar, mappings }: GivenList, tables: readonly OutlinedTable[]): ColumnMapping | null {
  if (mapping !== null) return mapping;
  if (isSaid(sidecar.mapping)) return sidecar.mapping;
  return tables.length === 0 ? null : (mappings.get(headersKey(tables)) ?? null);
}

function stampOf(id: string, mapping: ColumnMapping | null): string {
  const said = JSON.stringify(mapping === null ? null : columnMappingFields(mapping));
  return new ContentHash().add(id).add(READING_VERSION).add(said).hex();
}

function beganList(
  { id, path, place, file }: GivenList,
  about: Pick<KeptList, 'format'> & Partial<KeptList>,
): KeptList {
  const stamp = stampOf(id, about.mapping ?? null);
  return wholeList({ id, file: path, place, source: file, reader: READING_VERSION, stamp, ...about });
}

function readRow(given: GivenList, item: ListedReport, list: KeptList, number: number): ReadBeside {
  const { body, year, region, url, report } = item;
  const row = rowOf(item);
  const id = new ContentHash().add(given.id).add(row).hex();
  const line = {
    ...lineOf({ ...given, file: new Blob() }, id, null),
    body,
    year,
    published: report.published,
    cells: report.cells.length,
    gaps: report.gaps.length,
    listed: { row, sheet: item.sheet, line: item.line, number, stamp: list.stamp, region, url },
  };
  const said = given.sidecar.rows.get(row);
  return { read: { line, report, source: null }, beside: said ? saidBeside(said) : null };
}

async function* takeItems(given: GivenList, list: KeptList, items: Items): AsyncGenerator<ReadingOutcome> {
  yield { what: 'list', list };
  const problems = new ProblemList();
  let [number, noted] = [0, 0];
  let rows: ReadBeside[] = [];
  for await (const item of items) {
    if (item.kind === 'report') {
      rows.push(readRow(given, item, list, number));
      number += 1;
    } else {
      noted += 1;
      const file = item.sheet === '' ? given.path : `${given.path} · ${item.sheet}`;
      if (noted <= MOST_PROBLEMS) problems.note(file, item.trouble, item.line, item.column ?? null);
    }
    if (rows.length < ROWS_AT_ONCE) continue;
    yield { what: 'rows', rows };
    rows = [];
  }
  if (rows.length > 0) yield { what: 'rows', rows };
  const problemsLeft = Math.max(0, noted - MOST_PROBLEMS);
  yield { what: 'list', list: { ...list, entries: number, problems: problems.all(), problemsLeft } };
}

/** The header of a CSV list, as far as the first piece of its text holds it. */
async function headerOutline(file: Blob): Promise<TableOutline> {
  const outline = new TableOutline(TEXT_PLACE);
  try {
    for await (const record of csvRecords(textPieces(blobPieces(file)))) {
      outline.take(record);
      break;
    }
  } catch (error) {
    // Reading the list itself tells where its quotation is broken.
    if (!(error instanceof CsvError)) throw error;
  }
  return outline;
}

/** Reads a list of figures as its text comes in: the list, its reports some at a time, and the list as it then stands. */
export async function* takeTextList(given: GivenList, format: FigureListFormat): AsyncGenerator<ReadingOutcome> {
  const pieces = () => textPieces(blobPieces(given.file));
  if (format === 'jsonl') {
    yield* takeItems(given, beganList(given, { format }), readFigures(pieces(), format));
    return;
  }
  const kind = { format, missing: [] };
  const header = [(await headerOutline(given.file)).finished(kind)];
  const mapping = mappingOf(given, header);
  const list = beganList(given, { format, mapping, headers: headersKey(header) });
  const outline = new TableOutline(TEXT_PLACE);
  const items = readFigures(pieces(), format, mapping ?? NO_MAPPING, (record) => outline.take(record));
  for await (const outcome of takeItems(given, list, items)) {
    yield outcome.what === 'list'
      ? { what: 'list', list: { ...outcome.list, tables: [outline.finished(kind)] } }
      : outcome;
  }
}

/** What was said before of a list with the same headers, where nothing but that tells a table of bodies. */
function mappingByHeaders({ mappings }: GivenList, sheets: readonly Sheet[]): ColumnMapping | null {
  const known = [...mappings].slice(-MOST_MAPPINGS_TRIED);
  return known.find(([headers, mapping]) => headersKey(outlineSheets(sheets, mapping)) === headers)?.[1] ?? null;
}

/** Reads a spreadsheet whose sheets hold tables of many bodies, as far as their columns are known; null for any other. */
export function takeSheets(given: GivenList, sheets: readonly Sheet[]): AsyncGenerator<ReadingOutcome> | null {
  const found = outlineSheets(sheets, NO_MAPPING);
  const mapping = mappingOf(given, found) ?? (found.length === 0 ? mappingByHeaders(given, sheets) : null);
  const tables = mapping === null ? found : outlineSheets(sheets, mapping);
  if (tables.length === 0) return null;
  const about = { format: 'sheets' as const, mapping, headers: headersKey(found.length > 0 ? found : tables), tables };
  return takeItems(given, beganList(given, about), readFigureSheets(sheets, mapping ?? NO_MAPPING) ?? []);
}

/** Reads a registry of bodies, whose lines only count here: they go into the dataset when that is made. */
export async function* takeRegistry(given: GivenList): AsyncGenerator<ReadingOutcome> {
  const list = beganList(given, { format: 'registry' });
  yield { what: 'list', list };
  const problems = new ProblemList();
  let entries = 0;
  try {
    const registry = await parseRegistry(textPieces(blobPieces(given.file)));
    for (const { line, trouble } of registry.problems) problems.note(given.path, trouble, line);
    entries = registry.bodies.length;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    problems.note(given.path, { what: 'open-quote' }, error.line);
  }
  yield { what: 'list', list: { ...list, entries, problems: problems.all() } };
}
