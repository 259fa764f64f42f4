import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeDataset } from '../../../src/host/dataset-file.ts';
import { openNodeDatabase } from '../../../src/host/duckdb-node.ts';
import { bodyCountQuery, bodyListQuery, bodyQuery } from '../../../src/store/body-list.ts';
import type { Database } from '../../../src/store/database.ts';
import { draftFiling } from '../../fixtures/draft-filing.ts';

const HOUSING = '叶县住房和城乡建设局';

/** Region and name of bodies that are easily taken for each other. */
const BODIES: readonly (readonly [string, string])[] = [
  ['河南省/平顶山市/叶县', HOUSING],
  ['河南省/平顶山市/叶县', '叶县人民政府'],
  ['河南省/平顶山市/叶县', '叶县财政局'],
  ['河南省/平顶山市', '平顶山市生态环境局叶县分局'],
  ['河南省/平顶山市', '平顶山市住房和城乡建设局'],
  ['山东省/菏泽市/单县', '单县住房和城乡建设局'],
  ['安徽省/六安市', '六安市住房和城乡建设局'],
  ['重庆市//长寿区', '重庆市长寿区财政局'],
  ['山西省/吕梁市', '吕梁市文化和旅游局（文物局）'],
];

let folder: string;
let database: Database;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-bodies-'));
  const filings = BODIES.flatMap(([region, body]) =>
    [2023, 2025].map((year) => draftFiling({ body, region, year, kind: 'figures', figures: { new_total: 1 } })),
  );
  const corrected = draftFiling({ body: HOUSING, region: BODIES[0]![0], year: 2025, kind: 'document', figures: {} });
  const about = { name: 'bodies', synthetic: true, madeAt: '2026-01-01T00:00:00Z', version: '0.0.0' };
  await writeDataset(join(folder, 'bodies.duckdb'), [...filings, corrected], about);
  database = await openNodeDatabase(join(folder, 'bodies.duckdb'));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const namesFound = async (search: string) => (await database.ask(bodyListQuery(search, 10, 0))).map(({ name }) => name);

test('without a search every body is counted and listed, page by page', async () => {
  const [first, second] = [await database.ask(bodyListQuery('', 3, 0)), await database.ask(bodyListQuery('', 100, 3))];
  const ids = [...first, ...second].map(({ bodyId }) => bodyId);
  expect(ids).toEqual(BODIES.map((_, index) => index + 1));
  expect(await database.ask(bodyCountQuery(''))).toEqual([BODIES.length]);
});

describe('a search', () => {
  test.each([
    '叶县 住房',
    '住房 叶县',
    '叶县住建局',
    '叶县住房城乡建设局',
    '平顶山 叶县 住建',
    'yexian zhufang',
    'ye xian zhu fang',
    'YeXian ZhuFang',
    'yèxiàn zhùfáng',
    'ｙｅｘｉａｎ　ｚｈｕｆａｎｇ',
    'yexianzhufangh',
    'yexianzhujianju',
    'YXZJJ',
    'yxzfhcxjsj',
    '叶县 zjj',
    '叶县zjj',
    'yexian zjj',
  ])('for %s finds the housing bureau of 叶县 alone', async (search) => {
    expect(await namesFound(search)).toEqual([HOUSING]);
    expect(await database.ask(bodyCountQuery(search))).toEqual([1]);
  });

  test.each([
    ['shanxian', '单县住房和城乡建设局'],
    ['luan zjj', '六安市住房和城乡建设局'],
    ['chongqing', '重庆市长寿区财政局'],
    ['lvliang lvyou', '吕梁市文化和旅游局（文物局）'],
    ['lǚliáng', '吕梁市文化和旅游局（文物局）'],
    ['文旅局（文物局）', '吕梁市文化和旅游局（文物局）'],
  ])('for %s finds %s alone', async (search, name) => {
    expect(await namesFound(search)).toEqual([name]);
  });

  test.each(["'; DROP TABLE body; --", '%', '_', 'danxian', '叶县 教育'])('for %s finds nothing', async (search) => {
    expect(await namesFound(search)).toEqual([]);
    expect(await database.ask(bodyCountQuery(search))).toEqual([0]);
  });

  test('gives names that begin with what was typed before those that hold it', async () => {
    expect(await namesFound('住建局')).toHaveLength(4);
    const found = await namesFound('叶县');
    expect(found.slice(0, -1).every((name) => name.startsWith('叶县'))).toBe(true);
    expect(found.at(-1)).toBe('平顶山市生态环境局叶县分局');
  });

  test('gives a name that is what was typed before one that only begins so', async () => {
    expect((await namesFound('yxzf'))[0]).toBe('叶县人民政府');
    expect(await namesFound('yx zf')).toEqual(['叶县人民政府', HOUSING]);
  });

  test('gives pinyin before initials', async () => {
    expect(await namesFound('pds')).toHaveLength(5);
    expect((await namesFound('pds')).slice(0, 2).every((name) => name.startsWith('平顶山市'))).toBe(true);
  });
});

test('years with a report are counted once each, versions apart', async () => {
  const [housing] = await database.ask(bodyListQuery('叶县 住房', 1, 0));
  expect(housing).toMatchObject({ reports: 2, firstYear: 2023, lastYear: 2025 });
});

test('a body is found by region and name, and one that is not there is not', async () => {
  const [listed] = await database.ask(bodyListQuery('叶县 住房', 1, 0));
  expect(await database.ask(bodyQuery(listed!.region, listed!.name))).toEqual([listed]);
  expect(await database.ask(bodyQuery('别处', listed!.name))).toEqual([]);
});
