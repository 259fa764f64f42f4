import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';

const LARGEST_BYTES = 120_000;

test('the script that the page needs before it shows anything is at most 120 KB, gzipped', () => {
  const app = inject('appFolder');
  const page = readFileSync(join(app, 'index.html'), 'utf8');
  const scripts = [...page.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, path]) => path!);
  expect(scripts).not.toEqual([]);
  const sizes = scripts.map((path) => gzipSync(readFileSync(join(app, path))).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(LARGEST_BYTES);
});
