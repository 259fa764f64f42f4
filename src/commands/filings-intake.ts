import path from 'node:path';
import { listFiles, openSource, readTextPieces, readTextStart, systemReason, type FoundFile } from '../host/files.ts';
import type { ColumnMapping } from '../read/column-mapping.ts';
import { ReadFailure } from '../read/failure.ts';
import { archiveEntries, walkArchive } from '../read/formats/archive.ts';
import { figuresFormat, mayHoldList } from '../read/figures-format.ts';
import type { Filing } from '../store/filing.ts';
import type { Registry } from '../store/registry.ts';
import { joinRegistries, parseRegistry } from '../store/registry-list.ts';
import { openMapping } from './columns.ts';
import { inMemory } from './document-intake.ts';
import { CommandFailure } from './failure.ts';
import { readIntake, type DocumentThreads } from './intake.ts';
import { openReadingThreads } from './reading-threads.ts';
import { unidentified, type Tally } from './tally.ts';
import type { Terminal } from './terminal.ts';

/** What a person says of the inputs of a dataset. */
export interface InputOptions {
  /** Registry of bodies, beside those found among the inputs. */
  readonly bodies?: string;
  /** Mapping of the columns of tables of many bodies. */
  readonly columns?: string;
  /** Documents read at a time. */
  readonly workers?: number;
}

/** Inputs about to be read into a dataset. */
export interface OpenedInputs {
  /** How many files there are to read. */
  readonly files: number;
  /** Null where no registry is among the inputs. */
  readonly registry: Registry | null;
  /** The reports of the files; throws `NothingStored` where there is none. `onFile` is told after each file. */
  filings(onFile: () => void): AsyncIterable<Filing>;
  close(): Promise<void>;
}

const ARCHIVE = /\.zip$/i;
const REGISTRY_ADVICE = 'give a CSV file with the column name, and region, level, kind, aliases as known';

/** Ends a build that has nothing to store, before any file is touched. */
export class NothingStored extends Error {}

/** Files that may hold a registry, or an archive of some; what else is packed is not unpacked to look for one. */
const mayHoldRegistry = (name: string): boolean => mayHoldList(name) || ARCHIVE.test(name);

async function openRegistry(name: string, pieces: AsyncIterable<string>, tally: Tally): Promise<Registry> {
  const registry = await parseRegistry(pieces);
  for (const { line, message } of registry.problems) tally.note({ name, line, message });
  return registry;
}

async function givenRegistry(name: string, cwd: string, tally: Tally): Promise<Registry> {
  const absolute = path.resolve(cwd, name);
  try {
    if (figuresFormat(name, await readTextStart(absolute)) === 'registry')
      return await openRegistry(name, readTextPieces(absolute), tally);
  } catch (error) {
    throw new CommandFailure(`cannot read the registry ${name}: ${systemReason(error)}`, REGISTRY_ADVICE, {
      cause: error,
    });
  }
  throw new CommandFailure(`${name} is no registry of bodies`, REGISTRY_ADVICE);
}

/** Registries among the inputs, by the names of their files, and the files that are left to be read. */
interface TakenRegistries {
  readonly rest: readonly FoundFile[];
  readonly registries: ReadonlyMap<string, Registry>;
}

/** The registries in an archive; what is wrong with it is told when its other files are read. */
async function* archivedRegistries(
  { name, path: absolute }: FoundFile,
  tally: Tally,
): AsyncGenerator<[string, Registry]> {
  const source = await openSource(absolute);
  try {
    const entries = (await archiveEntries(source)) ?? [];
    for await (const file of walkArchive(source, entries, name, mayHoldRegistry)) {
      if (!('bytes' in file)) continue;
      const content = inMemory(file.name, file.bytes, null);
      if (figuresFormat(file.name, await content.start()) === 'registry')
        yield [file.name, await openRegistry(file.name, content.pieces(), tally)];
    }
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
  } finally {
    await source.close();
  }
}

/** Takes the registries out of the inputs: they must be known before the first report. */
async function takeRegistries(files: readonly FoundFile[], tally: Tally): Promise<TakenRegistries> {
  const rest: FoundFile[] = [];
  const registries = new Map<string, Registry>();
  for (const file of files) {
    try {
      if (mayHoldList(file.name) && figuresFormat(file.name, await readTextStart(file.path)) === 'registry') {
        registries.set(file.name, await openRegistry(file.name, readTextPieces(file.path), tally));
        continue;
      }
      if (ARCHIVE.test(file.name) && file.aside === null)
        for await (const [name, registry] of archivedRegistries(file, tally)) registries.set(name, registry);
      rest.push(file);
    } catch (error) {
      tally.failed.push({ name: file.name, code: 'unreadable', reason: systemReason(error) });
    }
  }
  return { rest, registries };
}

async function* readFilings(
  { rest, registries }: TakenRegistries,
  tally: Tally,
  onFile: () => void,
  { stdin }: Terminal,
  threads: DocumentThreads<'reports'> | null,
  mapping: ColumnMapping,
): AsyncGenerator<Filing> {
  let isEmpty = true;
  for await (const intake of readIntake(rest, stdin, onFile, { threads, mapping, as: 'reports' })) {
    if (intake.kind === 'problem') tally.note(intake);
    else if (intake.kind !== 'report') {
      // A registry of an archive is met again among its files.
      if (!registries.has(intake.name)) tally.leave(intake);
    } else if (intake.body === null || intake.year === null) tally.unidentified.push(unidentified(intake));
    else {
      const { name, from, url, body, year, region, report, corrections } = intake;
      const filing: Filing = { source: { name, url, kind: from }, body, year, region, report, corrections };
      isEmpty = false;
      tally.take(filing);
      yield filing;
    }
  }
  if (isEmpty) throw new NothingStored();
}

/** Opens the inputs of a dataset; what does not go in, and why, is noted in the tally. */
export async function openInputs(
  inputs: readonly string[],
  { bodies, columns, workers }: InputOptions,
  terminal: Terminal,
  tally: Tally,
): Promise<OpenedInputs> {
  const { cwd } = terminal;
  const mapping = await openMapping(columns, cwd);
  const { files, lost } = await listFiles(inputs, cwd);
  for (const { name, reason } of lost) tally.failed.push({ name, code: 'unreadable', reason });
  const taken = await takeRegistries(files, tally);
  const { rest } = taken;
  const given = bodies === undefined ? [] : [await givenRegistry(bodies, cwd, tally)];
  const threads = openReadingThreads<'reports'>(terminal, rest.length, workers);
  return {
    files: rest.length,
    registry: joinRegistries([...given, ...taken.registries.values()]),
    filings: (onFile) => readFilings(taken, tally, onFile, terminal, threads, mapping),
    close: async () => {
      await threads?.close();
    },
  };
}
