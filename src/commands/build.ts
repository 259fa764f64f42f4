import path from 'node:path';
import { Command } from 'commander';
import { writeDataset, type DatasetSummary } from '../host/dataset-file.ts';
import { leftLines, takenLines } from './build-summary.ts';
import { COLUMNS_HELP } from './columns.ts';
import { CommandFailure } from './failure.ts';
import { NothingStored, openInputs, type InputOptions } from './filings-intake.ts';
import { openProgress } from './progress.ts';
import { parseWorkers, WORKERS_HELP } from './reading-threads.ts';
import { Tally } from './tally.ts';
import { checkTarget } from './target.ts';
import { writeLine, type ExitCode, type Terminal } from './terminal.ts';

/** What a person says about the dataset they build. */
export interface BuildOptions extends InputOptions {
  /** File to write, relative to the terminal's folder. */
  readonly out: string;
  readonly name?: string;
  readonly synthetic?: boolean;
}

/**
 * Reads the inputs and writes one dataset of what they say. What went in is told on standard output, what did not and
 * why on standard error. Exit code 1 when a file failed (the rest is written) or nothing could be stored (nothing is).
 */
async function buildDataset(inputs: readonly string[], options: BuildOptions, terminal: Terminal): Promise<ExitCode> {
  const { cwd, stdout, stderr, version } = terminal;
  const target = await checkTarget(options.out, cwd);
  const tally = new Tally();
  const opened = await openInputs(inputs, options, terminal, tally);

  const name = options.name ?? path.basename(target).replace(/\.duckdb$/i, '');
  const description = { name, synthetic: options.synthetic ?? false, madeAt: terminal.now().toISOString(), version };
  const progress = openProgress(terminal, 'building', opened.files);
  let summary: DatasetSummary | null = null;
  try {
    const { registry } = opened;
    const filings = opened.filings(() => progress.step());
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
    await opened.close();
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
