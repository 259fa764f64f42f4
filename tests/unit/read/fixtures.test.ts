import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ReadFailure } from '../../../src/read/failure.ts';
import { readReport } from '../../../src/read/reader.ts';
import { expectationFaults, judgeReading, type Expectation } from '../../fixtures/documents/expectation.ts';

const folder = join(import.meta.dirname, '../../fixtures/documents');
const documents = readdirSync(folder).filter((name) => /\.(html|txt|md)$/.test(name) && name !== 'README.md');

const expectationOf = (name: string): Expectation =>
  JSON.parse(readFileSync(join(folder, name.replace(/\.\w+$/, '.expected.json')), 'utf8')) as Expectation;

/** The code of the failure that reading throws, or what it did instead. */
function failureOf(bytes: Uint8Array, name: string): string {
  try {
    const { cells } = readReport(bytes, name);
    return `read, with ${cells.length} cells`;
  } catch (error) {
    if (error instanceof ReadFailure) return error.code;
    throw error;
  }
}

describe('documents of the fixtures', () => {
  for (const name of documents) {
    const expected = expectationOf(name);
    it(`${name}: ${expected.shows}`, () => {
      const bytes = new Uint8Array(readFileSync(join(folder, name)));
      if (expected.failure !== undefined) {
        expect(failureOf(bytes, name)).toBe(expected.failure);
        return;
      }
      expect(expectationFaults(expected)).toEqual([]);
      expect(judgeReading(readReport(bytes, name), expected)).toEqual([]);
    });
  }

  it('are as many as the expectations, one each', () => {
    const named = readdirSync(folder).filter((name) => name.endsWith('.expected.json'));
    expect(documents.filter((name) => !existsSync(join(folder, name.replace(/\.\w+$/, '.expected.json'))))).toEqual([]);
    expect(named.length).toBe(documents.length);
  });
});
