import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql, type Sql } from '../../../src/store/sql.ts';

let instance: DuckDBInstance;
let connection: DuckDBConnection;

beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:');
  connection = await instance.connect();
});

afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

const value = async (statement: Sql) => (await connection.runAndReadAll(statement.text)).getRows()[0]![0];

const HOSTILE = [
  "'",
  "''",
  '\\',
  "\\'",
  '\0',
  '--',
  '/*',
  '*/',
  ';',
  '$$',
  '$1',
  '"',
  '\n',
  '\u00a0',
  '\u2028',
  '年报',
  '𠮷',
  '%',
  '?',
];
const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 12 })
  .map((parts) => parts.join(''));

describe('the sql tag', () => {
  it('carries any text through the engine unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        expect(await value(sql`SELECT ${text}::VARCHAR`)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it('carries any finite number through the engine unchanged', async () => {
    const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.maxSafeInteger(), fc.integer());
    await fc.assert(
      fc.asyncProperty(number, async (given) => {
        expect(await value(sql`SELECT (${given})::DOUBLE`)).toBe(given + 0);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps a negative number from opening a comment', async () => {
    expect(await value(sql`SELECT (3 -${-4})::INTEGER`)).toBe(7);
  });

  it('finds exactly the members of a list', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileText, { minLength: 1, maxLength: 5 }), hostileText, async (list, other) => {
        expect(await value(sql`SELECT (${other} IN ${list})::BOOLEAN`)).toBe(list.includes(other));
        expect(await value(sql`SELECT (${list[0]!} IN ${list})::BOOLEAN`)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('renders truth values, NULL and spliced fragments', async () => {
    expect(await value(sql`SELECT ${true} AND NOT ${false} AND ${null} IS NULL`)).toBe(true);
    expect(sql`SELECT ${sql.join([sql`1`, sql`${'x'}`])} FROM ${sql.id('dataset', 'report')}`.text).toBe(
      `SELECT 1, 'x' FROM "dataset"."report"`,
    );
    expect(sql.join([sql`a`, sql`b`], sql` AND `).text).toBe('a AND b');
  });

  it.each([Number.NaN, Infinity, -Infinity])('refuses the number %s', (number) => {
    expect(() => sql`SELECT ${number}`).toThrow('must be finite');
  });

  it('refuses half a character, which could not come back', () => {
    expect(() => sql`SELECT ${'\ud800x'}`).toThrow('half a character');
  });

  it('refuses an empty list and an empty join', () => {
    expect(() => sql`SELECT 1 IN ${[]}`).toThrow('must not be empty');
    expect(() => sql.join([])).toThrow('nothing to join');
  });

  it.each(['', 'a b', 'a"b', 'a;b', '1a', 'é', 'x'.repeat(64)])('refuses the identifier "%s"', (name) => {
    expect(() => sql.id(name)).toThrow('no name for a table or column');
  });

  it('takes nothing for a fragment that the tag did not make', () => {
    const forged = { text: '1; DROP TABLE report' } as unknown as Sql;
    expect(() => sql`SELECT ${forged}`).toThrow('no value for a statement: object');
    expect(() => sql`SELECT ${undefined as unknown as string}`).toThrow('no value for a statement: undefined');
  });
});
