import { availableParallelism } from 'node:os';
import { InvalidArgumentError } from 'commander';
import { Threads } from '../host/threads.ts';
import type { DocumentThreads } from './intake.ts';
import type { Terminal } from './terminal.ts';
import type { ToldAs } from './told-intake.ts';

const MOST_WORKERS = 64;
const MOST_UNASKED = 8;
// A thread takes about as long to start as this many files take to read.
const FILES_A_WORKER = 100;

/** What `--workers` says, in the help. */
export const WORKERS_HELP = 'documents read at a time (default: by the number of files and processors)';

/** Reads the number of `--workers`; throws commander's error for wrong usage. */
export function parseWorkers(text: string): number {
  const count = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= MOST_WORKERS) return count;
  throw new InvalidArgumentError(`take a whole number from 1 to ${MOST_WORKERS}.`);
}

const workersFor = (files: number): number =>
  Math.min(MOST_UNASKED, availableParallelism(), Math.ceil(files / FILES_A_WORKER));

/**
 * The threads for this many files, as many as asked for; a single one is started by the first document that is not light.
 * Null where there is no script for them, and every document is read in this thread.
 */
export function openReadingThreads<As extends keyof ToldAs>(
  { script }: Terminal,
  files: number,
  asked?: number,
): DocumentThreads<As> | null {
  const count = Math.min(asked ?? workersFor(files), files);
  return script === null || count === 0 ? null : new Threads(script, count);
}
