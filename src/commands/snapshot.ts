import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { openStartPage } from '../compare/overview.ts';
import { openNodeDatabase } from '../host/duckdb-node.ts';
import { compress } from '../host/precompression.ts';
import { snapshotPath } from '../host/served-datasets.ts';
import { recordAnswers } from '../store/snapshot.ts';
import { CommandFailure } from './failure.ts';
import { writeLine, type Terminal } from './terminal.ts';

async function recordStartPage(dataset: string): Promise<string> {
  const recorder = recordAnswers(await openNodeDatabase(dataset));
  try {
    const facts = await openStartPage(recorder.database);
    if (!facts) throw new Error('the dataset says nothing about itself');
    return JSON.stringify(recorder.snapshot());
  } finally {
    await recorder.database.close();
  }
}

/** Writes the answers that the start page shows of a dataset beside its file, and their compressed copies. */
async function writeSnapshot(dataset: string, terminal: Terminal): Promise<void> {
  const source = path.resolve(terminal.cwd, dataset);
  const target = snapshotPath(source);
  const draft = `${target}.${process.pid}.writing`;
  try {
    if (target === source) throw new Error('its name does not end in .duckdb');
    await writeFile(draft, await recordStartPage(source));
    await rename(draft, target);
    await compress(target);
  } catch (cause) {
    throw new CommandFailure(
      `could not make a snapshot of ${dataset}`,
      'name a dataset that nianbao build or generate has written, in a folder that can be written',
      { cause },
    );
  } finally {
    await rm(draft, { force: true });
  }
  await writeLine(terminal.stdout, snapshotPath(dataset));
}

/** `nianbao snapshot`: what the start page shows of each dataset, so that it need not wait for the engine. */
export function snapshotCommand(terminal: Terminal): Command {
  return new Command('snapshot')
    .description('write what the start page shows of each dataset beside it, so that it appears before the engine')
    .argument('<dataset.duckdb...>', 'datasets')
    .action(async (datasets: readonly string[]) => {
      for (const dataset of datasets) await writeSnapshot(dataset, terminal);
    });
}
