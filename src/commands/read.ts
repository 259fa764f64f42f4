import { Command } from 'commander';
import { listFiles } from '../host/files.ts';
import { COLUMNS_HELP, openMapping } from './columns.ts';
import { placeOf } from './document-intake.ts';
import { readIntake } from './intake.ts';
import { openProgress } from './progress.ts';
import { openReadingThreads, parseWorkers, WORKERS_HELP } from './reading-threads.ts';
import { failureLine } from './report-line.ts';
import { writeLine, type ExitCode, type Terminal } from './terminal.ts';

interface ReadOptions {
  readonly columns?: string;
  readonly workers?: number;
}

/**
 * Reads the inputs and prints one line of JSON a report on standard output, everything else on standard error. A file that
 * is no report is named and left out; a report that failed keeps its line, and the exit code becomes 1.
 */
async function readReports(
  inputs: readonly string[],
  { columns, workers }: ReadOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { stdout } = terminal;
  const mapping = await openMapping(columns, terminal.cwd);
  const { files, lost } = await listFiles(inputs, terminal.cwd);
  // Lines and a bar on one screen would overwrite each other.
  const threads = openReadingThreads<'lines'>(terminal, files.length, workers);
  const reading = { threads, mapping, as: 'lines' as const };
  const progress = openProgress(terminal, 'reading', files.length, stdout.isTTY !== true);
  let exit: ExitCode = 0;

  const printFailure = async (name: string, code: string, reason: string) => {
    exit = 1;
    progress.note(`failed: ${name}: ${reason} (${code})`);
    await writeLine(stdout, JSON.stringify(failureLine(name, code, reason)));
  };

  try {
    for await (const intake of readIntake(files, terminal.stdin, () => progress.step(), reading)) {
      if (intake.kind === 'line') await writeLine(stdout, intake.line);
      else if (intake.kind === 'problem') progress.note(`problem: ${placeOf(intake)}: ${intake.message}`);
      else if (intake.kind === 'skipped') progress.note(`skipped: ${intake.name}: ${intake.reason} (${intake.code})`);
      else await printFailure(intake.name, intake.code, intake.reason);
    }
    for (const { name, reason } of lost) await printFailure(name, 'unreadable', reason);
  } finally {
    progress.close();
    await threads?.close();
  }
  return exit;
}

/** `nianbao read`: reports as lines of JSON; `leave` is told the exit code. */
export function readCommand(terminal: Terminal, leave: (exit: ExitCode) => void): Command {
  return new Command('read')
    .description('read reports and print one line of JSON a report')
    .argument('<input...>', 'documents, lists of figures, folders and ZIP archives of them, or - for standard input')
    .option('--columns <mapping.json>', COLUMNS_HELP)
    .option('--workers <number>', WORKERS_HELP, parseWorkers)
    .action(async (inputs: readonly string[], options: ReadOptions) =>
      leave(await readReports(inputs, options, terminal)),
    );
}
