import { isMainThread } from 'node:worker_threads';
import { version } from '../package.json';
import { readInOneGo } from './commands/intake.ts';
import { runProgram } from './commands/program.ts';
import { answerJobs } from './host/threads.ts';

async function runInMainThread(): Promise<void> {
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
    script: new URL(import.meta.url),
    trace: process.env['NIANBAO_TRACE'] === '1',
  });
}

// The same script reads documents where it is started as a thread.
if (isMainThread) await runInMainThread();
else answerJobs(readInOneGo);
