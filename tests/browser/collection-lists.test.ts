import { utils, write } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDataset } from '../../src/host/duckdb-wasm.ts';
import { readGivenFile } from '../../src/host/file-reading.ts';
import { parseColumnMapping } from '../../src/read/column-mapping.ts';
import { listNeeds } from '../../src/read/list-outline.ts';
import { NO_MAPPING } from '../../src/read/column-mapping.ts';
import { Collection } from '../../src/state/collection.svelte.ts';
import { CollectionContent } from '../../src/state/collection-content.ts';

const ROWS = [
  ['填报情况', '哪一年', '新收', '备注'],
  ['青溪县水务局', '2023年', 3, ''],
  ['松岭县公安局', '2024年', '/', '补报'],
  ['白石县教育局', '2024年', '', ''],
  ['白石县林业局', '', 2, ''],
  ['合计', '', 5, ''],
];
const MAPPING = parseColumnMapping('{"columns":{"填报情况":"body","哪一年":"year","新收":"new_total","备注":null}}');

function book(rows: readonly (readonly (string | number)[])[], name: string): File {
  const whole = utils.book_new();
  utils.book_append_sheet(whole, utils.aoa_to_sheet(rows.map((row) => [...row])), '汇总');
  return new File([write(whole, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer], name);
}

let collection: Collection;
beforeEach(async () => {
  collection = await Collection.open();
  await collection.clear();
});
afterEach(() => collection.clear());

const known = (of: Collection) =>
  of.reports.map(({ file, listed, body, year, status, corrections }) => [
    file,
    listed?.row,
    body,
    year,
    status,
    corrections,
  ]);

test('a list of figures becomes its reports, each with its row, and what of it could not be used is told', async () => {
  const text = '单位,年度,new_total,granted_total\n叶县财政局,2022,3,\n叶县教育局,二〇,1,1\n叶县司法局,2023,约三,1\n';
  await collection.add([new File([text], 'list.csv')]);
  expect(known(collection)).toEqual([
    ['list.csv', '2', '叶县财政局', 2022, 'gaps', 0],
    ['list.csv', '4', '叶县司法局', 2023, 'gaps', 0],
  ]);
  const [list] = collection.lists;
  expect([list!.format, list!.entries]).toEqual(['csv-wide', 2]);
  expect(list!.problems.map(({ line, trouble }) => [line, trouble.what])).toEqual([
    [3, 'no-year'],
    [4, 'no-figure'],
  ]);
  const { report } = (await collection.open(collection.reports[0]!.id))!;
  expect(report!.cells).toMatchObject([{ id: 'new_total', value: 3 }]);
  expect(report!.gaps).toMatchObject([{ id: 'granted_total', reason: 'blank' }]);
  const { start, end } = report!.cells[0]!.span!;
  expect(report!.text.slice(0, end)).toBe('A2 单位\t叶县财政局\nB2 年度\t2022\nC2 new_total\t3');
  expect(report!.text.slice(start, end)).toBe('3');
});

test('a spreadsheet waits for the names of its columns, is read by them, and by them again with the same headers', async () => {
  await collection.add([book(ROWS, 'a.xlsx')]);
  expect(collection.reports).toEqual([]);
  const [waiting] = collection.lists;
  expect(listNeeds(waiting!.tables, NO_MAPPING)).toEqual({
    missing: ['body', 'year'],
    doubtful: ['填报情况', '哪一年', '新收'],
  });

  await collection.mapList('a.xlsx', MAPPING);
  const rows = [
    ['a.xlsx', '汇总!2', '青溪县水务局', 2023, 'read', 0],
    ['a.xlsx', '汇总!3', '松岭县公安局', 2024, 'gaps', 0],
  ];
  expect(known(collection)).toEqual(rows);
  expect(collection.lists[0]!.problems.map(({ line, trouble }) => [line, trouble.what])).toEqual([
    [3, 'no-figure'],
    [4, 'nothing-given'],
    [5, 'no-year'],
    [6, 'sum-line'],
  ]);
  const again = await Collection.open();
  expect(known(again)).toEqual(rows);
  await again.add([book([ROWS[0]!, ['青溪县水务局', 2022, 8, '']], 'b.xlsx')]);
  expect(known(again).slice(2)).toEqual([['b.xlsx', '汇总!2', '青溪县水务局', 2022, 'read', 0]]);

  await again.removeList('a.xlsx');
  expect(known(await Collection.open()).map(([file]) => file)).toEqual(['b.xlsx']);
});

test('a mapping that is changed takes the place of the one before, and corrections stay with their rows', async () => {
  await collection.add([book(ROWS, 'a.xlsx')]);
  await collection.mapList('a.xlsx', MAPPING);
  const [{ id }] = collection.reports as [(typeof collection.reports)[number]];
  await collection.correct(id, 'new_total', 30);
  await collection.mapList(
    'a.xlsx',
    parseColumnMapping('{"columns":{"填报情况":"body","新收":"granted_total","哪一年":null,"备注":null},"year":2025}'),
  );
  expect(known(collection)).toEqual([
    ['a.xlsx', '汇总!2', '青溪县水务局', 2025, 'read', 1],
    ['a.xlsx', '汇总!3', '松岭县公安局', 2025, 'gaps', 0],
    ['a.xlsx', '汇总!5', '白石县林业局', 2025, 'read', 0],
  ]);
  const opened = (await collection.open(id))!;
  expect(opened.report!.cells).toMatchObject([{ id: 'granted_total', value: 3 }]);
  expect(opened.corrections).toMatchObject([{ cell: 'new_total', before: 3, read: null, after: 30 }]);
});

test('a saved set brings the mapping and the corrections of rows back', async () => {
  await collection.add([book(ROWS, 'a.xlsx')]);
  await collection.mapList('a.xlsx', MAPPING);
  await collection.correct(collection.reports[1]!.id, 'new_total', 7);
  const before = known(collection);
  const saved = await collection.save();
  const files = unzipSync(new Uint8Array(await saved.arrayBuffer()));
  expect(JSON.parse(strFromU8(files['lists/a.xlsx.json']!))).toMatchObject({
    columns: { 填报情况: 'body', 哪一年: 'year', 新收: 'new_total', 备注: null },
    rows: { '汇总!3': { corrections: [{ cell: 'new_total', before: null, after: 7 }] } },
  });
  await collection.clear();
  await collection.add([new File([saved], 'set.zip')]);
  expect(collection.problems).toEqual([]);
  expect(known(collection)).toEqual(before);
});

test('rows and a registry go into the dataset of the collection', { timeout: 90_000 }, async () => {
  await collection.add([
    book(ROWS, 'a.xlsx'),
    new File(['name,from_year\n青溪县水务局,2023\n青溪县司法局,2023\n'], 'registry.csv'),
  ]);
  expect(collection.hasFilings).toBe(false);
  await collection.mapList('a.xlsx', MAPPING);
  expect(collection.hasFilings).toBe(true);
  expect(collection.lists.map(({ file, format, entries }) => [file, format, entries])).toEqual([
    ['a.xlsx', 'sheets', 2],
    ['registry.csv', 'registry', 2],
  ]);
  const { origin } = await collection.dataset(() => undefined, new AbortController().signal);
  const database = await openDataset(origin);
  try {
    const figures = await database.run(
      'SELECT name, year, new_total, entered FROM report JOIN body USING (body_id) ORDER BY year',
    );
    expect(figures.rows).toEqual([
      ['青溪县水务局', 2023, 3, 'figures'],
      ['松岭县公安局', 2024, null, 'figures'],
    ]);
    const due = await database.run('SELECT count(*)::INTEGER FROM filer');
    expect(due.rows).toEqual([[2]]);
  } finally {
    await database.close();
  }
});

test('the same list twice is one list, and told', async () => {
  const text = '单位,年度,new_total\n叶县财政局,2022,3\n';
  await collection.add([new File([text], 'a.csv')]);
  await collection.add([new File([text], 'b.csv')]);
  expect(known(collection)).toEqual([['a.csv', '2', '叶县财政局', 2022, 'read', 0]]);
  expect(collection.lists.map(({ file }) => file)).toEqual(['a.csv']);
  expect(collection.problems).toMatchObject([{ file: 'b.csv', trouble: { what: 'repeat', of: 'a.csv' } }]);
});

test('a list that another tab removes while it is first read does not come back, and its reports neither', async () => {
  const file = new File(['单位,年度,new_total\n叶县财政局,2022,3\n'], 'a.csv');
  const reading = await CollectionContent.open();
  const keeping = await reading.store.keeping(false);
  const before = { isKnown: () => Promise.resolve(false), mappings: reading.mappings() };
  const given = { file, path: file.name, place: 1, sidecar: null, skip: 0 };
  for await (const outcome of readGivenFile(given, before)) {
    if (outcome.what === 'rows') await reading.take({ what: 'held', held: outcome.rows, unkept: null }, keeping);
    if (outcome.what !== 'list') continue;
    await reading.take(outcome, keeping);
    if (outcome.list.entries === null) await (await CollectionContent.open()).removeList(file.name);
  }
  for (const tab of [reading, await CollectionContent.open()]) expect([tab.lists(), tab.reports()]).toEqual([[], []]);
});

test('a list that the browser has no room for is read by the columns that a person names', async () => {
  const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')!;
  IDBObjectStore.prototype.put = function (...given) {
    if (this.name === 'lists') throw new DOMException('no more room', 'QuotaExceededError');
    return (put.value as typeof this.put).apply(this, given);
  };
  try {
    await collection.add([book(ROWS, 'a.xlsx')]);
    await collection.mapList('a.xlsx', MAPPING);
  } finally {
    Object.defineProperty(IDBObjectStore.prototype, 'put', put);
  }
  expect(collection.lists.map(({ file, entries }) => [file, entries])).toEqual([['a.xlsx', 2]]);
  expect(known(collection).map(([, row]) => row)).toEqual(['汇总!2', '汇总!3']);
  expect(collection.unkept).toMatchObject({ why: 'full', count: 1 });
});
