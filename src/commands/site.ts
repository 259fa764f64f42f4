import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { compress } from '../host/precompression.ts';
import { datasetPaths, listDatasets, snapshotPath } from '../host/served-datasets.ts';
import { CommandFailure } from './failure.ts';
import { writeLine, type Terminal } from './terminal.ts';

interface SiteOptions {
  readonly app: string;
  readonly data: readonly string[];
  readonly out: string;
}

/** A file's compressed copies lie beside it under the same name. */
const COPIES = ['', '.gz', '.br'];

/**
 * Puts the app, datasets, their snapshots and the list of them into one folder that any static server can hand out
 * from any path. What was in the folder's `data` before is replaced.
 */
async function writeSite({ app, data, out }: SiteOptions, terminal: Terminal): Promise<void> {
  const at = (name: string) => path.resolve(terminal.cwd, name);
  if (!existsSync(path.join(at(app), 'index.html'))) {
    throw new CommandFailure(`no built app in ${app}`, 'run "npm run build", or name the folder with --app');
  }
  const sources = data.map(at);
  const target = at(out);
  // Hidden files are marks of the build, no part of the site.
  await cp(at(app), target, {
    recursive: true,
    filter: (file) => !path.basename(file).startsWith('.') || file === at(app),
  });
  await rm(path.join(target, 'data'), { recursive: true, force: true });
  await mkdir(path.join(target, 'data'));
  for (const dataset of await datasetPaths(sources)) {
    for (const file of [dataset, ...COPIES.map((ending) => snapshotPath(dataset) + ending)]) {
      if (existsSync(file)) await copyFile(file, path.join(target, 'data', path.basename(file)));
    }
  }
  const datasets = await listDatasets([path.join(target, 'data')]);
  const index = path.join(target, 'data/index.json');
  await writeFile(index, JSON.stringify(datasets));
  await compress(index);
  await writeLine(terminal.stdout, `${out}: ${datasets.map(({ name }) => name).join(', ') || 'no datasets'}`);
}

/** `nianbao site`: one folder for a static server. */
export function siteCommand(terminal: Terminal): Command {
  return new Command('site')
    .description('put the app and datasets into one folder that any static server can hand out')
    .requiredOption('--out <dir>', 'folder to write')
    .option('--app <dir>', 'folder of the built app', 'dist/app')
    .option('--data <path...>', 'dataset files, or folders of .duckdb files', ['dist/data'])
    .action((options: SiteOptions) => writeSite(options, terminal));
}
