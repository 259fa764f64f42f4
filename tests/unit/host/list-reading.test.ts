import { tableFromIPC } from '@uwdata/flechette';
import { File } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeDatabase } from '../../../src/host/duckdb-node.ts';
import { readLists } from '../../../src/host/list-reading.ts';
import { datasetFactsQuery } from '../../../src/store/dataset-facts.ts';
import { openDesk, type Desk } from '../commands/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.clear());

const DESCRIPTION = { synthetic: false, madeAt: '2026-01-31T00:00:00Z', version: '9.9.9' };
const MEASURES = ['new_total', 'handled_total', 'admin_fees_wan', 'licensing_decisions'];

type Lists = Readonly<Record<string, string>>;

const readInTab = (lists: Lists) => {
  const files = Object.entries(lists).map(([name, text]) => new File([text], name) as unknown as globalThis.File);
  return readLists(files, DESCRIPTION, () => undefined);
};

async function fingerprintOfBuild(lists: Lists): Promise<string | null> {
  await desk.lay(lists);
  const { exit } = await desk.run(['build', ...Object.keys(lists), '--out', 'built.duckdb']);
  if (exit !== 0) return null;
  const database = await openNodeDatabase(path.join(desk.folder, 'built.duckdb'));
  const [facts] = await database.ask(datasetFactsQuery());
  await database.close();
  return facts!.fingerprint;
}

const entry = fc.record({
  body: fc.constantFrom('叶县财政局', '叶县教育局', '瑞州市人民政府', '青溪县水务局', ''),
  year: fc.constantFrom('2020', '2021', '2024', '20'),
  figures: fc.array(fc.constantFrom('', '0', '7', '3.5', '约三', 'blank', '12件'), { minLength: 4, maxLength: 4 }),
});
type Entry = typeof entry extends fc.Arbitrary<infer Value> ? Value : never;

const row = ({ body, year, figures }: Entry) => [body, year, ...figures].join(',');
const line = ({ body, year, figures }: Entry) =>
  JSON.stringify({ body, year, measures: Object.fromEntries(MEASURES.map((id, index) => [id, figures[index]])) });

const lists = fc
  .record({ wide: fc.array(entry, { maxLength: 6 }), jsonl: fc.array(entry, { maxLength: 6 }), registry: fc.boolean() })
  .map(({ wide, jsonl, registry }): Lists => ({
    'a.csv': [`单位,年度,${MEASURES.join(',')}`, ...wide.map(row)].join('\n'),
    'b.jsonl': ['{"body":"叶县司法局","year":2024,"measures":{"new_total":1}}', ...jsonl.map(line)].join('\n'),
    ...(registry ? { 'c.csv': 'name,region,level\n叶县教育局,河南省平顶山市叶县,county\n叶县公安局,,' } : {}),
  }));

describe('lists read for a page', () => {
  it('become the dataset that the command line builds of them, by its fingerprint', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(lists, async (given) => {
        const { built } = await readInTab(given);
        expect(built?.counts.fingerprint).toBe(await fingerprintOfBuild(given));
      }),
      { numRuns: 15 },
    );
  });

  it('become rows with their own types, NULL where there is no value', async () => {
    const text = '单位,年度,公布日期,new_total,admin_fees_wan\n叶县财政局,2024,2025-01-20,3,2.5\n叶县教育局,2024,,,1\n';
    const { built } = await readInTab({ 'a.csv': text });
    const [reports] = built!.steps.flatMap((step) => ('rows' in step && step.table === 'report' ? [step.rows] : []));
    const table = tableFromIPC(await reports!.arrayBuffer(), { useDate: true });
    expect([...table.getChild('new_total')]).toEqual([3, null]);
    expect([...table.getChild('admin_fees_wan')]).toEqual([2.5, 1]);
    expect([...table.getChild('published')]).toEqual([new Date('2025-01-20'), null]);
    expect([...table.getChild('entered')]).toEqual(['figures', 'figures']);
  });

  it('tell as many lines as the file has, and everything read at the end', async () => {
    const told: unknown[] = [];
    const text = await readFile('data/sample/single-figures.csv');
    const file = new File([text], 'single-figures.csv') as unknown as globalThis.File;
    await readLists([file], DESCRIPTION, (progress) => told.push(progress));
    const lines = text.toString().split('\n').length - 1;
    expect(told.at(-1)).toEqual({ file: 'single-figures.csv', lines, share: 1 });
  });
});
