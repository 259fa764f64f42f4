import path from 'node:path';
import { Command } from 'commander';
import { writeDataset, type DatasetSummary } from '../host/dataset-file.ts';
import { listFiles, readTextPieces, readTextStart, systemReason, type FoundFile } from '../host/files.ts';
import type { ColumnMapping } from '../read/column-mapping.ts';
import { figuresFormat, mayHoldList } from '../read/figures-format.ts';
import type { Filing } from '../store/filing.ts';
import type { Registry } from '../store/registry.ts';
import { joinRegistries, parseRegistry } from '../store/registry-list.ts';
import { leftLines, takenLines } from './build-summary.ts';
import { COLUMNS_HELP, openMapping } from './columns.ts';
import { CommandFailure } from './failure.ts';
import { readIntake, type DocumentThreads } from './intake.ts';
import { openProgress } from './progress.ts';
import { openReadingThreads, parseWorkers, WORKERS_HELP } from './reading-threads.ts';
import { Tally, unidentified } from './tally.ts';
import { checkTarget } from './target.ts';
import { writeLine, type ExitCode, type Terminal } from './terminal.ts';

/** What a person says about the dataset they build. */
export interface BuildOptions {
  /** File to write, relative to the terminal's folder. */
  readonly out: string;
  /** Registry of bodies, beside those found among the inputs. */
  readonly bodies?: string;
  /** Mapping of the columns of tables of many bodies. */
  readonly columns?: string;
  readonly name?: string;
  readonly synthetic?: boolean;
  /** Documents read at a time. */
  readonly workers?: number;
}

const REGISTRY_ADVICE = 'give a CSV file with the column name, and region, level, kind, aliases as known';

/** Ends a build that has nothing to store, before the old file is touched. */
class NothingStored extends Error {}

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

/**
 * Reads the inputs and writes one dataset of what they say. What went in is told on standard output, what did not and
 * why on standard error. Exit code 1 when a file failed (the rest is written) or nothing could be stored (nothing is).
 */
async function buildDataset(inputs: readonly string[], options: BuildOptions, terminal: Terminal): Promise<ExitCode> {
  const { cwd, stdout, stderr, version } = terminal;
  const target = await checkTarget(options.out, cwd);
  const mapping = await openMapping(options.columns, cwd);
  const tally = new Tally();
  const { files, lost } = await listFiles(inputs, cwd);
  for (const { name, reason } of lost) tally.failed.push({ name, code: 'unreadable', reason });
  const { rest, registries } = await takeRegistries(files, tally);
  if (options.bodies !== undefined) registries.unshift(await givenRegistry(options.bodies, cwd, tally));
  const registry = joinRegistries(registries);

  const name = options.name ?? path.basename(target).replace(/\.duckdb$/i, '');
  const description = { name, synthetic: options.synthetic ?? false, madeAt: terminal.now().toISOString(), version };
  const threads = openReadingThreads<'reports'>(terminal, rest.length, options.workers);
  const progress = openProgress(terminal, 'building', rest.length);
  let summary: DatasetSummary | null = null;
  try {
    const filings = readFilings(rest, tally, () => progress.step(), terminal, threads, mapping);
    summary = await writeDataset(target, filings, registry === null ? description : { ...description, registry });
    for (const refused of summary.refused)
      tally.failed.push({ name: refused.source, code: 'refused', reason: refused.reason });
  } catch (error) {
    if (!(error instanceof NothingStored)) {
      throw new CommandFailure(
        `could not write ${options.out}, a file that was there is unchanged`,
        'see that the folder can be written and has room',
        { cause: error },
      );
    }
  } finally {
    progress.close();
    await threads?.close();
  }

  const taken = summary === null ? [] : takenLines(`${options.out}: ${name}`, summary, tally);
  for (const line of taken) await writeLine(stdout, line);
  for (const line of leftLines(tally)) await writeLine(stderr, line);
  if (summary === null) await writeLine(stderr, `nothing to store: ${options.out} was not written`);
  return summary === null || tally.failed.length > 0 ? 1 : 0;
}

/** `nianbao build`: inputs into a dataset's file; `leave` is told the exit code. */
export function buildCommand(terminal: Terminal, leave: (exit: ExitCode) => void): Command {
  return new Command('build')
    .description('read documents and lists of figures and write them as one dataset (DuckDB)')
    .argument('<input...>', 'documents, lists of figures, registries of bodies, folders and ZIP archives of them')
    .requiredOption('--out <file.duckdb>', 'dataset to write; it is replaced in one step, or stays as it was')
    .option('--bodies <file.csv>', 'registry of bodies: names, regions, kinds, aliases, years due')
    .option('--columns <mapping.json>', COLUMNS_HELP)
    .option('--name <name>', 'name of the dataset (default: the name of the file)')
    .option('--workers <number>', WORKERS_HELP, parseWorkers)
    .option('--synthetic', 'mark the dataset as made up')
    .action(async (inputs: readonly string[], options: BuildOptions) =>
      leave(await buildDataset(inputs, options, terminal)),
    );
}
