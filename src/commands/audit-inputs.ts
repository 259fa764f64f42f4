import { stat } from 'node:fs/promises';
import path from 'node:path';
import { buildInMemory } from '../host/dataset-memory.ts';
import { openNodeDatabase } from '../host/duckdb-node.ts';
import type { Database } from '../store/database.ts';
import { layoutQuery } from '../store/dataset-facts.ts';
import { LAYOUT } from '../store/layout.ts';
import { leftLines } from './build-summary.ts';
import { CommandFailure } from './failure.ts';
import { NothingStored, openInputs, type InputOptions } from './filings-intake.ts';
import { openProgress } from './progress.ts';
import { Tally } from './tally.ts';
import { UsageError, writeLine, type Terminal } from './terminal.ts';

/** What is to be audited. */
export interface Audited {
  /** Null where there is nothing to audit. */
  readonly database: Database | null;
  /** Whether an input was left out. */
  readonly hasLeft: boolean;
}

/** Whether an input is a dataset by its name. */
export const isDataset = (name: string): boolean => /\.duckdb$/i.test(name);

/** Opens a dataset that this version of the program has built. */
export async function openDataset(name: string, cwd: string): Promise<Database> {
  const next = 'name a dataset that nianbao build has written';
  const file = path.resolve(cwd, name);
  try {
    await stat(file);
    const database = await openNodeDatabase(file);
    const [stated] = await database.ask(layoutQuery());
    if (stated?.layout === LAYOUT) return database;
    await database.close();
  } catch (cause) {
    throw new CommandFailure(`cannot open the dataset ${name}`, next, { cause });
  }
  throw new CommandFailure(`${name} was built by another version of this program`, 'build it again from its inputs');
}

/** Reads inputs into a dataset in memory; null where there is nothing to audit. What was left out is told. */
export async function readInputs(
  inputs: readonly string[],
  options: InputOptions,
  terminal: Terminal,
): Promise<Audited> {
  const tally = new Tally();
  const opened = await openInputs(inputs, options, terminal, tally);
  const progress = openProgress(terminal, 'reading', opened.files);
  let database: Database | null = null;
  try {
    const description = {
      name: 'audit',
      synthetic: false,
      madeAt: terminal.now().toISOString(),
      version: terminal.version,
    };
    const built = await buildInMemory(
      opened.filings(() => progress.step()),
      description,
      opened.registry,
    );
    database = built.database;
    for (const { source: name, reason } of built.refused) tally.failed.push({ name, code: 'refused', reason });
  } catch (error) {
    if (!(error instanceof NothingStored)) throw error;
  } finally {
    progress.close();
    await opened.close();
  }
  for (const line of leftLines(tally)) await writeLine(terminal.stderr, line);
  return { database, hasLeft: tally.failed.length + tally.unidentified.length > 0 };
}

/** Opens one dataset, or reads inputs into one; null where there is nothing to audit. */
export async function openAudited(
  inputs: readonly string[],
  options: InputOptions,
  terminal: Terminal,
): Promise<Audited> {
  const [only] = inputs;
  if (inputs.length === 1 && isDataset(only!))
    return { database: await openDataset(only!, terminal.cwd), hasLeft: false };
  if (inputs.some((name) => isDataset(name)))
    throw new UsageError('findings are compared of one dataset, or of inputs read together');
  return readInputs(inputs, options, terminal);
}
