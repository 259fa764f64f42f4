import path from 'node:path';
import { listFiles, readTextPieces, readTextStart, systemReason, type FoundFile } from '../host/files.ts';
import type { ColumnMapping } from '../read/column-mapping.ts';
import { figuresFormat, mayHoldList } from '../read/figures-format.ts';
import type { Filing } from '../store/filing.ts';
import type { Registry } from '../store/registry.ts';
import { joinRegistries, parseRegistry } from '../store/registry-list.ts';
import { openMapping } from './columns.ts';
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

const REGISTRY_ADVICE = 'give a CSV file with the column name, and region, level, kind, aliases as known';

/** Ends a build that has nothing to store, before any file is touched. */
export class NothingStored extends Error {}

async function openRegistry(name: string, absolute: string, tally: Tally): Promise<Registry> {
  const registry = await parseRegistry(readTextPieces(absolute));
  for (const { line, message } of registry.problems) tally.note({ name, line, message });
  return registry;
}

async function givenRegistry(name: string, cwd: string, tally: Tally): Promise<Registry> {
  const absolute = path.resolve(cwd, name);
  try {
    if (figuresFormat(name, await readTextStart(absolute)) === 'registry')
      return await openRegistry(name, absolute, tally);
  } catch (error) {
    throw new CommandFailure(`cannot read the registry ${name}: ${systemReason(error)}`, REGISTRY_ADVICE, {
      cause: error,
    });
  }
  throw new CommandFailure(`${name} is no registry of bodies`, REGISTRY_ADVICE);
}

/** Takes the registries out of the inputs: they must be known before the first report. */
async function takeRegistries(
  files: readonly FoundFile[],
  tally: Tally,
): Promise<{ rest: FoundFile[]; registries: Registry[] }> {
  const rest: FoundFile[] = [];
  const registries: Registry[] = [];
  for (const file of files) {
    try {
      if (mayHoldList(file.name) && figuresFormat(file.name, await readTextStart(file.path)) === 'registry') {
        registries.push(await openRegistry(file.name, file.path, tally));
      } else {
        rest.push(file);
      }
    } catch (error) {
      tally.failed.push({ name: file.name, code: 'unreadable', reason: systemReason(error) });
    }
  }
  return { rest, registries };
}

async function* readFilings(
  files: readonly FoundFile[],
  tally: Tally,
  onFile: () => void,
  { stdin }: Terminal,
  threads: DocumentThreads<'reports'> | null,
  mapping: ColumnMapping,
): AsyncGenerator<Filing> {
  let isEmpty = true;
  for await (const intake of readIntake(files, stdin, onFile, { threads, mapping, as: 'reports' })) {
    if (intake.kind === 'problem') tally.note(intake);
    else if (intake.kind !== 'report') tally.leave(intake);
    else if (intake.body === null || intake.year === null) tally.unidentified.push(unidentified(intake));
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
  const { rest, registries } = await takeRegistries(files, tally);
  if (bodies !== undefined) registries.unshift(await givenRegistry(bodies, cwd, tally));
  const threads = openReadingThreads<'reports'>(terminal, rest.length, workers);
  return {
    files: rest.length,
    registry: joinRegistries(registries),
    filings: (onFile) => readFilings(rest, tally, onFile, terminal, threads, mapping),
    close: async () => {
      await threads?.close();
    },
  };
}
