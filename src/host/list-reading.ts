import { CsvError } from '../read/csv.ts';
import { figuresFormat, type FiguresFormat } from '../read/figures-format.ts';
import { readFigures } from '../read/figures.ts';
import { textPieces } from '../read/text-pieces.ts';
import { DatasetBuild } from '../store/dataset-build.ts';
import type { DatasetCounts, DatasetDescription } from '../store/dataset-row.ts';
import type { Filing } from '../store/filing.ts';
import type { Registry } from '../store/registry.ts';
import { joinRegistries, parseRegistry } from '../store/registry-list.ts';
import { type BuildStep, RecordedBuild } from './build-steps.ts';
import { type FileProblem, ProblemList } from './file-problem.ts';
import { titleOf } from './own-name.ts';

/** How far reading has come: the file, its lines so far, and the share of all bytes that is read; no lines where reports are gathered. */
export interface ReadingProgress {
  readonly file: string;
  readonly lines: number | null;
  readonly share: number;
}

/** A dataset made of lists: its name (of the files that it was made of), the steps that build it, and what it holds. */
export interface ListBuild {
  readonly title: string;
  readonly steps: readonly BuildStep[];
  readonly counts: DatasetCounts;
}

/** What lists of figures became: the dataset (null where there is no report), and what was left. */
export interface ListReading {
  readonly built: ListBuild | null;
  readonly problems: readonly FileProblem[];
}

const PIECE_BYTES = 1 << 20;
const DOCUMENT = /\.(html?|xhtml|mht|md|txt)$/i;
const LIST = /\.(csv|jsonl|ndjson|json)$/i;

interface List {
  readonly file: File;
  readonly format: FiguresFormat;
}

async function* bytesOf(file: Blob): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < file.size; start += PIECE_BYTES) {
    yield new Uint8Array(await file.slice(start, start + PIECE_BYTES).arrayBuffer());
  }
}

async function textStart(file: Blob): Promise<string> {
  for await (const piece of textPieces(bytesOf(file.slice(0, PIECE_BYTES)))) return piece;
  return '';
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function tellFormats(files: readonly File[], problems: ProblemList): Promise<List[]> {
  const lists: List[] = [];
  for (const file of files) {
    const { name } = file;
    try {
      const format = figuresFormat(name, await textStart(file));
      if (format !== null) lists.push({ file, format });
      else if (file.size === 0) problems.note(name, { what: 'empty' });
      else if (LIST.test(name)) problems.note(name, { what: 'no-list' });
      else if (DOCUMENT.test(name)) problems.note(name, { what: 'document' });
      else problems.note(name, { what: 'unsupported', format: /\.(\w{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '' });
    } catch (error) {
      problems.note(name, { what: 'unreadable', reason: messageOf(error) });
    }
  }
  return lists;
}

async function readRegistries(lists: readonly List[], problems: ProblemList): Promise<Registry | null> {
  const registries: Registry[] = [];
  for (const { file } of lists) {
    try {
      const registry = await parseRegistry(textPieces(bytesOf(file)));
      for (const { line, trouble } of registry.problems) problems.note(file.name, trouble, line);
      registries.push(registry);
    } catch (error) {
      if (error instanceof CsvError) problems.note(file.name, { what: 'open-quote' }, error.line);
      else problems.note(file.name, { what: 'unreadable', reason: messageOf(error) });
    }
  }
  return joinRegistries(registries);
}

/** Counts lines and bytes of lists on their way to the reader. */
class Gauge {
  readonly #total: number;
  readonly #onProgress: (progress: ReadingProgress) => void;
  #bytes = 0;

  constructor(lists: readonly List[], onProgress: (progress: ReadingProgress) => void) {
    this.#total = lists.reduce((sum, { file }) => sum + file.size, 0);
    this.#onProgress = onProgress;
  }

  async *pieces(file: File): AsyncGenerator<string> {
    let lines = 0;
    const onBytes = (bytes: number) => (this.#bytes += bytes);
    async function* counted() {
      for await (const bytes of bytesOf(file)) {
        onBytes(bytes.length);
        yield bytes;
      }
    }
    for await (const piece of textPieces(counted())) {
      yield piece;
      for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', at + 1)) lines += 1;
      this.#onProgress({ file: file.name, lines, share: this.#total === 0 ? 1 : this.#bytes / this.#total });
    }
  }
}

async function* readFilings(lists: readonly List[], problems: ProblemList, gauge: Gauge): AsyncGenerator<Filing> {
  for (const { file, format } of lists) {
    if (format === 'registry') continue;
    let isEmpty = true;
    try {
      for await (const item of readFigures(gauge.pieces(file), format)) {
        isEmpty = false;
        if (item.kind === 'problem') problems.note(file.name, item.trouble, item.line, item.column ?? null);
        else {
          const { report, body, year, region, url } = item;
          yield { source: { name: file.name, url, kind: 'figures' }, body, year, region, report };
        }
      }
      if (isEmpty) problems.note(file.name, { what: 'empty' });
    } catch (error) {
      problems.note(file.name, { what: 'unreadable', reason: messageOf(error) });
    }
  }
}

/** Reports that come from elsewhere and go into the same dataset, and the dataset's title. */
export interface Beside {
  readonly filings: AsyncIterable<Filing>;
  readonly title: string;
}

/**
 * Reads lists of figures, with the registries among them, into the steps of a build, together with what stands beside
 * them. Whatever cannot be used is listed with its file and line, and stops nothing else.
 */
export async function readLists(
  files: readonly File[],
  description: Omit<DatasetDescription, 'name'>,
  onProgress: (progress: ReadingProgress) => void,
  beside: Beside | null = null,
): Promise<ListReading> {
  const problems = new ProblemList();
  const lists = await tellFormats(files, problems);
  const registries = lists.filter(({ format }) => format === 'registry');
  const figures = lists.filter(({ format }) => format !== 'registry');
  const registry = await readRegistries(registries, problems);
  const engine = new RecordedBuild();
  const build = await DatasetBuild.open(engine, registry);
  const refused = await build.take(beside?.filings ?? [], () => undefined);
  refused.push(...(await build.take(readFilings(figures, problems, new Gauge(figures, onProgress)), () => undefined)));
  for (const { source, reason } of refused) problems.note(source, { what: 'refused', reason });
  const title = beside?.title ?? titleOf(lists.map(({ file }) => file.name));
  const counts = await build.finish({ ...description, name: title });
  if (counts.reports === 0 && figures.length === 0)
    for (const { file } of registries) problems.note(file.name, { what: 'no-reports' });
  return { built: counts.reports === 0 ? null : { title, steps: engine.steps, counts }, problems: problems.all() };
}
