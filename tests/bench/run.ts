import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { precompression } from '../../src/host/precompression.ts';
import { benchBuilding } from './building.ts';
import { benchQuerying } from './querying.ts';
import { benchReading } from './reading.ts';
import { formatTable } from './table.ts';

const print = (text: string) => void process.stdout.write(`${text}\n`);
const folder = await mkdtemp(join(tmpdir(), 'nianbao-bench-'));
try {
  const cores = spawnSync('nproc', { encoding: 'utf8' }).stdout.trim() || 'unknown';
  print(`Node ${process.versions.node}, ${cores} cores. × compares with the line before.\n`);
  print(formatTable('Reading', benchReading()));
  const { rows, path } = await benchBuilding(folder);
  print(formatTable('Building', rows));
  const app = join(folder, 'app');
  await build({
    configFile: false,
    base: './',
    logLevel: 'error',
    plugins: [precompression()],
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
} finally {
  await rm(folder, { recursive: true, force: true });
}
