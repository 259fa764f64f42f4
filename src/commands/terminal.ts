import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** What a command may touch of the process it runs in; tests hand in their own streams, folder and clock. */
export interface Terminal {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  /** Folder that paths on the command line start from. */
  readonly cwd: string;
  /** Version of Nianbao, e.g. `0.1.0`. */
  readonly version: string;
  readonly now: () => Date;
  /** The program's own script, which reads documents when it is started as a thread; null where there is none. */
  readonly script: URL | null;
  /** Whether an unexpected failure also prints where in the program it happened. */
  readonly trace: boolean;
}

/** What a command says to the shell: 0 all well, 1 something failed. Wrong usage (2) is thrown as `UsageError`. */
export type ExitCode = 0 | 1;

/** A command line that asks for something impossible; the message says what, and the shell gets exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Writes a line and waits until the stream can take more, so that a slow reader never fills the memory. */
export async function writeLine(stream: Writable, line: string): Promise<void> {
  if (!stream.write(`${line}\n`)) await once(stream, 'drain');
}
