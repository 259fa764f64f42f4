import { Command, CommanderError } from 'commander';
import { auditCommand } from './audit.ts';
import { buildCommand } from './build.ts';
import { generateCommand } from './generate.ts';
import { readCommand } from './read.ts';
import { serveCommand } from './serve.ts';
import { siteCommand } from './site.ts';
import { snapshotCommand } from './snapshot.ts';
import { UsageError, type ExitCode, type Terminal } from './terminal.ts';

function describeFailure(error: unknown): string {
  const lines: string[] = [];
  for (let at = error; at instanceof Error; at = at.cause) lines.push(at.message);
  return lines.length === 0 ? String(error) : lines.join('\n  because: ');
}

function nextStep(error: unknown): string {
  return error instanceof Error && 'next' in error && typeof error.next === 'string'
    ? error.next
    : 'run it again with NIANBAO_TRACE=1 in the environment to see where it happened';
}

/** Streams, exit and the usage line after an error: set on each command, since added ones inherit nothing. */
function settle(command: Command, terminal: Pick<Terminal, 'stdout' | 'stderr'>): void {
  const { stdout, stderr } = terminal;
  command
    .exitOverride()
    .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: (text) => stderr.write(text) })
    .showHelpAfterError(`Usage: ${usageOf(command)}\nTry --help for more.`);
  for (const child of command.commands) settle(child, terminal);
}

function usageOf(command: Command): string {
  const names: string[] = [];
  for (let at: Command | null = command; at !== null; at = at.parent) names.unshift(at.name());
  return `${names.join(' ')} ${command.usage()}`;
}

/**
 * Runs the command line `words` (without the program's name) and resolves with the exit code: 0, 1 when something
 * failed (named on standard error), 2 for wrong usage (with the usage line).
 */
export async function runProgram(words: readonly string[], terminal: Terminal): Promise<ExitCode | 2> {
  let exit: ExitCode = 0;
  const leave = (code: ExitCode) => void (exit = code);
  const program = new Command('nianbao')
    .description("Read Chinese bureaus' annual reports on open government information, and build datasets of them.")
    .version(terminal.version)
    .addCommand(readCommand(terminal, leave))
    .addCommand(buildCommand(terminal, leave))
    .addCommand(auditCommand(terminal, leave))
    .addCommand(generateCommand(terminal, leave))
    .addCommand(snapshotCommand(terminal))
    .addCommand(siteCommand(terminal))
    .addCommand(serveCommand());
  settle(program, terminal);

  try {
    await program.parseAsync(words, { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const command = program.commands.find((child) => child.name() === words[0]) ?? program;
    const { stderr } = terminal;
    if (error instanceof UsageError) {
      stderr.write(`error: ${error.message}\nUsage: ${usageOf(command)}\nTry --help for more.\n`);
      return 2;
    }
    stderr.write(`nianbao ${command.name()} failed: ${describeFailure(error)}\n  next: ${nextStep(error)}\n`);
    if (terminal.trace && error instanceof Error) stderr.write(`${error.stack ?? ''}\n`);
    return 1;
  }
}
