import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { runProgram } from '../../../src/commands/program.ts';

const DOCUMENTS = fileURLToPath(new URL('../../fixtures/documents/', import.meta.url));

/** A report of 青溪县水务局 for 2024 that names both, with every cell given. */
export const REPORT = await readFile(path.join(DOCUMENTS, 'html-merged-cells.html'), 'utf8');

const text = await readFile(path.join(DOCUMENTS, 'utf8-with-mark.txt'), 'utf8');

/** Tables of the 2021 form that name neither body nor year. */
export const NAMELESS = text.slice(text.indexOf('第二十条第（一）项')).replace(/\n四、.*$/s, '');

/** A document whose characters an earlier program replaced by question marks. */
export const LOST_CHARACTERS = '???? ????? ???\n'.repeat(30);

class Paper extends Writable {
  #text = '';
  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#text += chunk.toString('utf8');
    done();
  }
  get lines(): string[] {
    return this.#text.split('\n').filter((line) => line !== '');
  }
}

/** What a command left behind. */
export interface Run {
  readonly exit: number;
  readonly out: readonly string[];
  readonly err: readonly string[];
}

/** A temporary folder to lay files in and run the command line over. */
export interface Desk {
  readonly folder: string;
  /** Lays files by their path in the folder; content may be bytes. */
  lay(files: Readonly<Record<string, string | Uint8Array>>): Promise<void>;
  run(words: readonly string[], stdin?: string): Promise<Run>;
  clear(): Promise<void>;
}

/** Opens a temporary folder; its commands believe it is 2026-01-31 and their version is 9.9.9. */
export async function openDesk(): Promise<Desk> {
  const folder = await mkdtemp(path.join(tmpdir(), 'nianbao-desk-'));
  return {
    folder,
    async lay(files) {
      for (const [name, content] of Object.entries(files)) {
        await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
        await writeFile(path.join(folder, name), content);
      }
    },
    async run(words, stdin = '') {
      const [stdout, stderr] = [new Paper(), new Paper()];
      const now = () => new Date('2026-01-31T08:00:00Z');
      const terminal = {
        stdin: Readable.from([Buffer.from(stdin)]),
        stdout,
        stderr,
        cwd: folder,
        version: '9.9.9',
        now,
        script: null,
        trace: false,
      };
      const exit = await runProgram(words, terminal);
      return { exit, out: stdout.lines, err: stderr.lines };
    },
    clear: () => rm(folder, { recursive: true, force: true }),
  };
}
