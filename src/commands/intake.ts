import { drainBytes, openSource, STANDARD_INPUT, type FoundFile } from '../host/files.ts';
import type { Threads } from '../host/threads.ts';
import { mappedListColumn, NO_MAPPING, type ColumnMapping } from '../read/column-mapping.ts';
import type { FailureCode } from '../read/failure.ts';
import { figuresFormat, mayHoldList } from '../read/figures-format.ts';
import { readFigures } from '../read/figures.ts';
import { archiveEntries, walkArchive } from '../read/formats/archive.ts';
import { sourceOf, type ByteSource } from '../read/formats/byte-source.ts';
import type { ZipEntry } from '../read/formats/zip-directory.ts';
import {
  inMemory,
  leftBehind,
  onDisk,
  takeDocument,
  type Content,
  type Intake,
  type LeftIntake,
} from './document-intake.ts';
import { takeList } from './list-intake.ts';

/** The threads that read documents beside this one; they give an archive back, whose files come one after the other. */
export type DocumentThreads = Threads<FoundFile, readonly Intake[] | null>;

const DATASET = /\.duckdb(\.wal)?$/i;

const leave = (name: string, code: FailureCode, reason: string): LeftIntake => ({
  kind: 'skipped',
  name,
  code,
  reason,
});

async function* takeContent(content: Content, mapping: ColumnMapping): AsyncGenerator<Intake> {
  const { name } = content;
  if (DATASET.test(name)) {
    yield leave(name, 'not-a-report', 'a dataset, not a document');
    return;
  }
  const columnOf = (header: string) => mappedListColumn(header, mapping);
  const format = mayHoldList(name) ? figuresFormat(name, await content.start(), columnOf, mapping.year !== null) : null;
  if (format === null) yield* await takeDocument(content, mapping);
  else if (format !== 'registry') yield* takeList(name, readFigures(content.pieces(), format, mapping));
  else yield leave(name, 'not-a-report', 'a registry of bodies, which `nianbao build` takes');
}

async function* takeArchive(
  source: ByteSource,
  entries: readonly ZipEntry[],
  name: string,
  mapping: ColumnMapping,
): AsyncGenerator<Intake> {
  if (entries.length === 0) yield leave(name, 'empty', 'an archive without a file');
  for await (const file of walkArchive(source, entries, name)) {
    if ('files' in file) continue;
    if ('failure' in file) yield leftBehind(file.name, file.failure);
    else if ('aside' in file) yield { kind: 'skipped', name: file.name, code: 'aside', reason: file.aside };
    else yield* guarded(file.name, takeContent(inMemory(file.name, file.bytes, file.sidecar), mapping));
  }
}

/** What comes out of a file, and in the end what kept it from being read further. */
async function* guarded(name: string, intakes: AsyncIterable<Intake>): AsyncGenerator<Intake> {
  try {
    yield* intakes;
  } catch (error) {
    yield leftBehind(name, error);
  }
}

async function* readFile(
  file: FoundFile,
  stdin: AsyncIterable<Uint8Array>,
  mapping: ColumnMapping,
): AsyncGenerator<Intake> {
  const { name, aside } = file;
  if (aside !== null) {
    yield { kind: 'skipped', name, code: 'aside', reason: aside };
  } else if (name === STANDARD_INPUT) {
    const bytes = await drainBytes(stdin);
    const entries = await archiveEntries(sourceOf(bytes));
    if (entries) yield* takeArchive(sourceOf(bytes), entries, name, mapping);
    else yield* takeContent(inMemory(name, bytes, null), mapping);
  } else {
    const source = await openSource(file.path);
    try {
      const entries = await archiveEntries(source);
      if (entries) yield* takeArchive(source, entries, name, mapping);
      else yield* takeContent(onDisk(file), mapping);
    } finally {
      await source.close();
    }
  }
}

/** The job of a thread: one document with its sidecar, or null where the file is an archive. */
export async function readInOneGo(file: FoundFile): Promise<readonly Intake[] | null> {
  try {
    const source = await openSource(file.path);
    const entries = await archiveEntries(source).finally(() => source.close());
    return entries === null ? await takeDocument(onDisk(file), NO_MAPPING) : null;
  } catch (error) {
    return [leftBehind(file.name, error)];
  }
}

/** Whether a file is a document whatever it holds, so that any thread may read it. */
const isDocument = ({ name, aside }: FoundFile): boolean =>
  aside === null && name !== STANDARD_INPUT && !DATASET.test(name) && !mayHoldList(name);

/** Begins to read a document in a thread now; what comes of it is asked for when its turn comes. */
function readInThread(
  file: FoundFile,
  threads: DocumentThreads,
  otherwise: () => AsyncIterable<Intake>,
): AsyncIterable<Intake> {
  const read = threads.run(file);
  // A failure waits for its turn too.
  read.catch(() => undefined);
  return (async function* () {
    yield* (await read) ?? otherwise();
  })();
}

const AHEAD_OF_EACH_THREAD = 4;

/**
 * Reads the files, those of archives too, and gives what comes of them in their order, however many threads read; a few
 * files a thread are in hand at a time, and nothing wrong with one stops the rest. `mapping` says what columns of tables
 * stand for; threads know none. `onFile` is told after each.
 */
export async function* readIntake(
  files: readonly FoundFile[],
  stdin: AsyncIterable<Uint8Array>,
  onFile: () => void,
  threads: DocumentThreads | null = null,
  mapping: ColumnMapping = NO_MAPPING,
): AsyncGenerator<Intake> {
  const most = threads === null ? 1 : threads.count * AHEAD_OF_EACH_THREAD;
  const begun: { readonly name: string; readonly intakes: AsyncIterable<Intake> }[] = [];
  for (let next = 0; next < files.length || begun.length > 0;) {
    for (; next < files.length && begun.length < most; next += 1) {
      const file = files[next]!;
      const here = () => readFile(file, stdin, mapping);
      const isForThread = threads !== null && mapping === NO_MAPPING && isDocument(file);
      begun.push({ name: file.name, intakes: isForThread ? readInThread(file, threads, here) : here() });
    }
    const { name, intakes } = begun.shift()!;
    yield* guarded(name, intakes);
    onFile();
  }
}
