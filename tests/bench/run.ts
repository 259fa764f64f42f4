import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { divisionsPlugin } from '../../src/bodies/divisions-plugin.ts';
import { precompression } from '../../src/host/precompression.ts';
import { readingVersionPlugin } from '../../src/host/reading-version-plugin.ts';
import { openServer, type ServedResponse } from '../../src/host/server.ts';
import { openBrowser } from '../open-browser.ts';
import { benchAudit } from './audit.ts';
import { benchBuilding } from './building.ts';
import { benchChanging } from './changing.ts';
import { buildLarge, type LargeDataset } from './large.ts';
import { benchQuerying } from './querying.ts';
import { benchReading } from './reading.ts';
import { benchFolder } from './reading-folder.ts';
import { benchScriptSize } from './script-size.ts';
import { benchStarting } from './starting.ts';
import { formatTable } from './table.ts';

/** The modules that a build makes up. */
const virtual = () => [divisionsPlugin(), readingVersionPlugin()];
const print = (text: string) => void process.stdout.write(`${text}\n`);

/** What a reader of the built site waits for. */
async function benchPage(app: string, data: string, large: LargeDataset): Promise<void> {
  print(formatTable('Size of the page, gzipped', benchScriptSize(app)));
  const responses: ServedResponse[] = [];
  const onResponse = (response: ServedResponse) => void responses.push(response);
  const sources = [data, large.path];
  const [browser, server] = await Promise.all([
    openBrowser(),
    openServer({ app, data: sources, host: '127.0.0.1', port: 0, onResponse }),
  ]);
  try {
    const starting = await benchStarting(browser, server, responses);
    print(formatTable('Start page in Chromium, empty cache, median', starting));
    for (const [title, name, path] of [
      ['the demonstration', 'demonstration', join(data, 'demonstration.duckdb')],
      [`${large.reports.toLocaleString('en')} reports`, 'large', large.path],
    ] as const) {
      const rows = await benchChanging(browser, server.address, name, path);
      print(formatTable(`Change of a filter in Chromium, ${title}, median`, rows));
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

const [siteApp, siteData, commandLine] = process.argv.slice(2);
if (!siteApp || !siteData || !commandLine)
  throw new Error('the benchmark needs the folders of the built site and of its datasets, and the command line');
const folder = await mkdtemp(join(tmpdir(), 'nianbao-bench-'));
try {
  const cores = spawnSync('nproc', { encoding: 'utf8' }).stdout.trim() || 'unknown';
  print(`Node ${process.versions.node}, ${cores} cores. × compares with the line before.\n`);
  print(formatTable('Reading', benchReading()));
  print(formatTable('Reading a folder', benchFolder(commandLine, folder)));
  const { rows, path } = await benchBuilding(folder);
  print(formatTable('Building', rows));
  const app = join(folder, 'app');
  await build({
    configFile: false,
    base: './',
    logLevel: 'error',
    plugins: [...virtual(), precompression()],
    worker: { format: 'es', plugins: virtual },
    build: {
      outDir: app,
      assetsInlineLimit: 0,
      target: 'es2022',
      rolldownOptions: { input: 'tests/bench/engine.html' },
    },
  });
  const { bytes, times } = await benchQuerying(app, path);
  print(formatTable('Opening in Chromium', bytes));
  print(formatTable('Querying, median of repeated questions', times));
  const large = await buildLarge(folder);
  print(formatTable('Auditing', await benchAudit(app, large.path)));
  await benchPage(siteApp, siteData, large);
} finally {
  await rm(folder, { recursive: true, force: true });
}
