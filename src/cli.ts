import { version } from '../package.json';
import { runProgram } from './commands/program.ts';

// `nianbao read … | head` closes the pipe when it has enough: no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runProgram(process.argv.slice(2), {
  // Opened only when an input asks for it.
  get stdin() {
    return process.stdin;
  },
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  version,
  now: () => new Date(),
  trace: process.env['NIANBAO_TRACE'] === '1',
});
