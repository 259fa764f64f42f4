import { NO_MAPPING, type ColumnMapping } from './column-mapping.ts';
import { CsvError, csvRecords, type CsvRecord } from './csv.ts';
import { readLongList, readWideList } from './figures-csv.ts';
import type { ListedReport } from './figures-draft.ts';
import type { FiguresFormat } from './figures-format.ts';
import { readJsonLine } from './figures-jsonl.ts';
import { listProblem, type ListProblem } from './list-trouble.ts';
import { textLines } from './text-lines.ts';

/** A list of figures in one of its three formats. */
export type FigureListFormat = Exclude<FiguresFormat, 'registry'>;

type Chunks = AsyncIterable<string> | Iterable<string>;

async function* readJsonLines(chunks: Chunks): AsyncGenerator<ListedReport | ListProblem> {
  let line = 0;
  for await (const text of textLines(chunks)) {
    line += 1;
    if (text.trim() !== '') yield* readJsonLine(text, line);
  }
}

async function* seen(
  records: AsyncIterable<CsvRecord>,
  onRecord: (record: CsvRecord) => void,
): AsyncGenerator<CsvRecord> {
  for await (const record of records) {
    onRecord(record);
    yield record;
  }
}

/**
 * Reads a list of figures as its text comes in: its body-years, and what in it cannot be used, each with its line.
 * Nothing is dropped in silence: what is no cell of the form, no number or given twice is a problem. `onRecord` is told of
 * each line of a CSV, the header first.
 */
export async function* readFigures(
  chunks: Chunks,
  format: FigureListFormat,
  mapping: ColumnMapping = NO_MAPPING,
  onRecord: (record: CsvRecord) => void = () => undefined,
): AsyncGenerator<ListedReport | ListProblem> {
  try {
    if (format === 'jsonl') yield* readJsonLines(chunks);
    else if (format === 'csv-wide') yield* readWideList(seen(csvRecords(chunks), onRecord), mapping);
    else yield* readLongList(seen(csvRecords(chunks), onRecord), mapping);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield listProblem(error.line, { what: 'open-quote' });
  }
}

/** A list of figures read to its end. */
export interface FigureList {
  readonly filings: readonly Omit<ListedReport, 'kind'>[];
  readonly problems: readonly Omit<ListProblem, 'kind'>[];
}

/** Reads a whole list of figures at once. */
export async function readFigureList(text: string, format: FigureListFormat): Promise<FigureList> {
  const filings: ListedReport[] = [];
  const problems: ListProblem[] = [];
  for await (const item of readFigures([text], format)) {
    if (item.kind === 'report') filings.push(item);
    else problems.push(item);
  }
  return { filings, problems };
}
