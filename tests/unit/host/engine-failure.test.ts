import { expect, test } from 'vitest';
import { attachFailure, damageOf, EngineFailure, queryFailure } from '../../../src/host/engine-failure.ts';

test.each([
  ['RuntimeError: memory access out of bounds', 'worker'],
  ['IO Error: Corrupt database file: computed checksum 1 does not match 2', 'attachment'],
  ['Error: Range request for http://host/data/a.duckdb failed with error: NetworkError', 'attachment'],
  ['Binder Error: Referenced column "x" not found', 'none'],
  ['Out of Memory Error: failed to allocate data', 'none'],
])('"%s" means damage: %s', (message, damage) => {
  expect(damageOf(new Error(message))).toBe(damage);
});

test.each([
  ['IO Error: The file "a" exists, but it is not a valid DuckDB database file!', 'not-a-database'],
  [
    'IO Error: Trying to read a database file with version number 68, but we can only read versions between 64 and 67.',
    'too-new',
  ],
  ['NetworkError: Failed to execute send', 'network'],
  ['Corrupt database file', 'damaged'],
  ['IO Error: Cannot open file', 'attach'],
])('opening fails with "%s": %s', (message, code) => {
  expect(attachFailure(new Error(message), 'a.duckdb').code).toBe(code);
});

test.each([
  ['Invalid Error: tried to read past the end', 'damaged'],
  ['Error: Range request for http://host/data/a.duckdb failed with error: NetworkError', 'network'],
  ['Catalog Error: Table with name x does not exist', 'query'],
])('a statement fails with "%s": %s', (message, code) => {
  expect(queryFailure(new Error(message)).code).toBe(code);
});

test('a parser’s error is told in plain words', () => {
  const error = new Error('{"exception_type":"Parser","exception_message":"syntax error at or near \\"selec\\""}');
  expect(queryFailure(error).message).toBe('Parser Error: syntax error at or near "selec"');
});

test('a failure that is already told apart stays as it is', () => {
  const failure = new EngineFailure('network', 'gone');
  expect(queryFailure(failure)).toBe(failure);
});
