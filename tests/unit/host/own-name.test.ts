import { expect, test } from 'vitest';
import { isOwnName, ownName, ownTitle, titleOf } from '../../../src/host/own-name.ts';

test.each([
  [['a.csv'], 'a.csv'],
  [['a.csv', 'b.jsonl', 'c.csv'], 'a.csv + b.jsonl + c.csv'],
  [['a.csv', 'b.csv', 'c.csv', 'd.csv'], 'a.csv + 3'],
])('%j are called %s', (files, title) => {
  expect(titleOf(files)).toBe(title);
});

test('a name in the address gives its title back, and no served dataset passes for one', () => {
  expect(ownTitle(ownName('年报 2024.duckdb'))).toBe('年报 2024.duckdb');
  expect(isOwnName(ownName('a.csv'))).toBe(true);
  expect(isOwnName('sample')).toBe(false);
});
