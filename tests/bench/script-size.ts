import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BenchRow, kilobytes } from './table.ts';

const gzipped = (paths: readonly string[]): number =>
  paths.reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);

/** Sizes of what the built page consists of, gzipped: what it needs before it shows anything, and what comes later. */
export function benchScriptSize(app: string): BenchRow[] {
  const page = readFileSync(join(app, 'index.html'), 'utf8');
  const entry = [...page.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(([, path]) => join(app, path!));
  const assets = readdirSync(join(app, 'assets')).map((name) => join(app, 'assets', name));
  const ofEngine = (path: string) => /duckdb[^/]*\.(js|wasm)$/.test(path);
  const engine = gzipped(assets.filter(ofEngine));
  const own = gzipped(assets.filter((path) => /\.(js|css)$/.test(path) && !ofEngine(path)));
  const first = gzipped(entry);
  return [
    { what: 'engine', value: kilobytes(engine) },
    { what: 'all script and style of the page', value: kilobytes(own), ratio: own / engine },
    { what: 'script and style before the first chart', value: kilobytes(first), ratio: first / own },
    { what: 'of it script', value: kilobytes(gzipped(entry.filter((path) => path.endsWith('.js')))) },
  ];
}
