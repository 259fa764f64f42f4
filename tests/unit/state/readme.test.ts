import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DEFAULT_VIEW } from '../../../src/state/view.ts';

test('the introduction says what every part of an address holds, and no other', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const [, section = ''] = readme.split('## The address is the view');
  const rows = section
    .split('\n## ')[0]!
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const named = rows.flatMap((row) => [...row.split('|')[1]!.matchAll(/`(\w+)`/g)].map(([, name]) => name));
  expect(named.sort()).toEqual(Object.keys(DEFAULT_VIEW).sort());
});
