import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CELLS_ONLY_2019, MEASURES } from '../../../src/form/cells.ts';
import { TABLES } from '../../../src/store/dataset-tables.ts';
import { formatSchema, SCHEMA_MARKS, spliceSchema } from '../../../src/store/document.ts';

const README = path.resolve(import.meta.dirname, '../../../data/README.md');

describe('the documentation of a dataset', () => {
  // Made anew by `npx vitest run --project unit tests/unit/store/document.test.ts --update`.
  it('stands in data/README.md as the form and the tables give it', async () => {
    await expect(spliceSchema(await readFile(README, 'utf8'))).toMatchFileSnapshot(README);
  });

  it('names every table, column and cell of the form', () => {
    const schema = formatSchema();
    const names = [...TABLES.flatMap((table) => [table.name, ...table.columns.map(({ name }) => name)])];
    const ids = [...MEASURES, ...CELLS_ONLY_2019].map(({ id }) => id);
    expect([...names, ...ids].filter((name) => !schema.includes(`\`${name}\``))).toEqual([]);
  });

  it('leaves what stands around it alone', () => {
    const text = spliceSchema(`before\n${SCHEMA_MARKS.start}\nold\n${SCHEMA_MARKS.end}\nafter\n`);
    expect(text).toMatch(/^before\n/);
    expect(text).toMatch(/\nafter\n$/);
    expect(text).not.toContain('old\n');
    expect(spliceSchema(text)).toBe(text);
  });

  it('refuses a text without a place for it', () => {
    expect(() => spliceSchema('nothing here')).toThrow('the text has no marks');
  });
});
