import { drainBytes, openSource, STANDARD_INPUT, type FoundFile } from '../host/files.ts';
import type { Threads } from '../host/threads.ts';
import { joinMappings, mappedListColumn, type ColumnMapping } from '../read/column-mapping.ts';
import type { FailureCode } from '../read/failure.ts';
import { figuresFormat, mayHoldList } from '../read/figures-format.ts';
import { readFigures } from '../read/figures.ts';
import { archiveEntries, walkArchive } from '../read/formats/archive.ts';
import { sourceOf, type ByteSource } from '../read/formats/byte-source.ts';
import type { ZipEntry } from '../read/formats/zip-directory.ts';
import {
  inMemory,
  isLight,
  leftBehind,
  onDisk,
  readSidecar,
  takeDocument,
  type Content,
  type DocumentPlace,
  type LeftIntake,
} from './document-intake.ts';
import { takeList } from './list-intake.ts';
import { TELL, type ToldAs } from './told-intake.ts';

/** A document for a thread, what columns of tables stand for, and how the thread tells what comes of it. */
export interface DocumentJob<As extends keyof ToldAs = keyof ToldAs> {
  readonly place: DocumentPlace;
  readonly mapping: ColumnMapping;
  readonly as: As;
}

/** The threads that read documents beside this one; they give an archive back, whose files come one after the other. */
export type DocumentThreads<As extends keyof ToldAs> = Threads<DocumentJob<As>, readonly ToldAs[As][] | null>;

/** What all files are read with. */
interface Reading<As extends keyof ToldAs> {
  readonly threads: DocumentThreads<As> | null;
  readonly mapping: ColumnMapping;
  readonly as: As;
}

const DATASET = /\.duckdb(\.wal)?$/i;

const leave = (name: string, code: FailureCode, reason: string): LeftIntake => ({
  kind: 'skipped',
  name,
  code,
  reason,
});

/** Reads a document in this thread where it is light, and else in one that can be ended over it. */
async function takeGuarded<As extends keyof ToldAs>(
  content: Content,
  { threads, mapping, as }: Reading<As>,
): Promise<readonly ToldAs[As][]> {
  const { name, place } = content;
  const bytes = await content.bytes();
  if (threads !== null && !isLight(bytes, name)) return (await threads.run({ place, mapping, as })) ?? [];
  return (await takeDocument({ ...content, bytes: () => Promise.resolve(bytes) }, mapping)).map(TELL[as]);
}

async function* takeContent<As extends keyof ToldAs>(
  content: Content,
  reading: Reading<As>,
): AsyncGenerator<ToldAs[As]> {
  const { name } = content;
  const tell = TELL[reading.as];
  if (DATASET.test(name)) {
    yield leave(name, 'not-a-report', 'a dataset, not a document');
    return;
  }
  if (!mayHoldList(name)) {
    yield* await takeGuarded(content, reading);
    return;
  }
  const { sidecar, ignored } = await readSidecar(content);
  // What stands beside a list is meant for it alone, and goes before what is said of all.
  const mapping = joinMappings(sidecar.mapping, reading.mapping);
  const columnOf = (header: string) => mappedListColumn(header, mapping);
  const format = figuresFormat(name, await content.start(), columnOf, mapping.year !== null);
  if (format === null) yield* await takeGuarded(content, reading);
  else if (format === 'registry')
    yield leave(name, 'not-a-report', 'a registry of bodies, which `nianbao build` takes');
  else {
    yield* ignored;
    for await (const intake of takeList(name, readFigures(content.pieces(), format, mapping), sidecar.rows))
      yield tell(intake);
  }
}

async function* takeArchive<As extends keyof ToldAs>(
  source: ByteSource,
  entries: readonly ZipEntry[],
  name: string,
  reading: Reading<As>,
): AsyncGenerator<ToldAs[As]> {
  if (entries.length === 0) yield leave(name, 'empty', 'an archive without a file');
  for await (const file of walkArchive(source, entries, name)) {
    if ('files' in file) continue;
    if ('failure' in file) yield leftBehind(file.name, file.failure);
    else if ('aside' in file) yield { kind: 'skipped', name: file.name, code: 'aside', reason: file.aside };
    else yield* guarded(file.name, takeContent(inMemory(file.name, file.bytes, file.sidecar), reading));
  }
}

/** What comes out of a file, and in the end what kept it from being read further. */
async function* guarded<Told>(name: string, intakes: AsyncIterable<Told>): AsyncGenerator<Told | LeftIntake> {
  try {
    yield* intakes;
  } catch (error) {
    yield leftBehind(name, error);
  }
}

async function* readFile<As extends keyof ToldAs>(
  file: FoundFile,
  stdin: AsyncIterable<Uint8Array>,
  reading: Reading<As>,
): AsyncGenerator<ToldAs[As]> {
  const { name, aside } = file;
  if (aside !== null) {
    yield { kind: 'skipped', name, code: 'aside', reason: aside };
  } else if (name === STANDARD_INPUT) {
    const bytes = await drainBytes(stdin);
    const entries = await archiveEntries(sourceOf(bytes));
    if (entries) yield* takeArchive(sourceOf(bytes), entries, name, reading);
    else yield* takeContent(inMemory(name, bytes, null), reading);
  } else {
    const source = await openSource(file.path);
    try {
      const entries = await archiveEntries(source);
      if (entries) yield* takeArchive(source, entries, name, reading);
      else yield* takeContent(onDisk(file, source.bytes), reading);
    } finally {
      await source.close();
    }
  }
}

/** The job of a thread: one document with its sidecar, or null where the file is an archive. */
export async function readInOneGo<As extends keyof ToldAs>(
  job: DocumentJob<As>,
): Promise<readonly (ToldAs[As] | LeftIntake)[] | null> {
  const { place, mapping, as } = job;
  const take = async (content: Content) => (await takeDocument(content, mapping)).map(TELL[as]);
  if ('bytes' in place) return take(inMemory(place.name, place.bytes, place.sidecar));
  try {
    const source = await openSource(place.path);
    const entries = await archiveEntries(source).finally(() => source.close());
    return entries === null ? await take(onDisk(place, source.bytes)) : null;
  } catch (error) {
    return [leftBehind(place.name, error)];
  }
}

/** Whether a file is a document whatever it holds, so that any thread may read it. */
const isDocument = ({ name, aside }: FoundFile): boolean =>
  aside === null && name !== STANDARD_INPUT && !DATASET.test(name) && !mayHoldList(name);

/** Begins to read a document in a thread now; what comes of it is asked for when its turn comes. */
function readInThread<As extends keyof ToldAs>(
  job: DocumentJob<As>,
  threads: DocumentThreads<As>,
  otherwise: () => AsyncIterable<ToldAs[As]>,
): AsyncIterable<ToldAs[As]> {
  const read = threads.run(job);
  // A failure waits for its turn too.
  read.catch(() => undefined);
  return (async function* () {
    yield* (await read) ?? otherwise();
  })();
}

const AHEAD_OF_EACH_THREAD = 4;

/**
 * Reads the files, those of archives too, and gives what comes of them in their order, however many threads read; a few
 * files a thread are in hand at a time, and nothing wrong with one stops the rest. A single thread reads only what is not
 * light, and this one the rest. `onFile` is told after each.
 */
export async function* readIntake<As extends keyof ToldAs>(
  files: readonly FoundFile[],
  stdin: AsyncIterable<Uint8Array>,
  onFile: () => void,
  reading: Reading<As>,
): AsyncGenerator<ToldAs[As] | LeftIntake> {
  const { threads, mapping, as } = reading;
  const isAlone = threads === null || threads.count === 1;
  const most = isAlone ? 1 : threads.count * AHEAD_OF_EACH_THREAD;
  const begun: { readonly name: string; readonly intakes: AsyncIterable<ToldAs[As]> }[] = [];
  for (let next = 0; next < files.length || begun.length > 0;) {
    for (; next < files.length && begun.length < most; next += 1) {
      const file = files[next]!;
      const here = () => readFile(file, stdin, reading);
      const isForThread = !isAlone && isDocument(file);
      begun.push({
        name: file.name,
        intakes: isForThread ? readInThread({ place: file, mapping, as }, threads, here) : here(),
      });
    }
    const { name, intakes } = begun.shift()!;
    yield* guarded(name, intakes);
    onFile();
  }
}
