import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { openServer } from '../host/server.ts';

const LAST_PORT = 65_535;

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > LAST_PORT)
    throw new InvalidArgumentError('a port is a whole number from 0 to 65535.');
  return port;
}

interface ServeOptions {
  readonly app: string;
  readonly data: readonly string[];
  readonly host: string;
  readonly port: number;
}

async function serve(options: ServeOptions, command: Command): Promise<void> {
  if (!existsSync(join(options.app, 'index.html'))) {
    command.error(`no built app in ${options.app}: run "npm start" once, or name the folder with --app`, {
      exitCode: 2,
    });
  }
  const server = await openServer(options);
  if (options.port !== 0 && server.port !== options.port) {
    process.stderr.write(`port ${options.port} is busy, serving on ${server.port}\n`);
  }
  process.stdout.write(`${server.address}\n`);
}

/** `nianbao serve`: the app and its datasets over HTTP; its one line on stdout is the address. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('serve the app and its datasets; prints the address')
    .option('--app <dir>', 'folder of the built app', 'dist/app')
    .option('--data <path...>', 'dataset files, or folders of .duckdb files', ['dist/data'])
    .option('--port <number>', 'port to listen on; a busy one gives way to the next', parsePort, 5173)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .action(serve);
}
