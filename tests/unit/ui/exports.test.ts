import { read, utils } from '@e965/xlsx';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import type { DatasetFacts } from '../../../src/store/dataset-facts.ts';
import { type ExportedFigure, markedSheet } from '../../../src/ui/exports/exported-figure.ts';
import { figuresWorkbook } from '../../../src/ui/exports/figures-workbook.ts';
import { rowsJson } from '../../../src/ui/exports/rows-json.ts';
import { rowsParquet } from '../../../src/ui/exports/rows-parquet.ts';
import { en } from '../../../src/ui/messages/en.ts';
import { zh } from '../../../src/ui/messages/zh.ts';

const facts: DatasetFacts = {
  name: 'demo',
  synthetic: true,
  madeAt: '2026-01-01T00:00:00Z',
  madeBy: '0',
  layout: 1,
  fingerprint: '0123456789abcdef',
  bodies: 3,
  reports: 3,
  currentReports: 3,
  firstYear: 2024,
  lastYear: 2024,
  corrected: 0,
};
const figure: ExportedFigure = {
  title: '谁的公开率最高？[2024]',
  caption: '叶县住建局，66.7 %（2/3）',
  definition: '公开率 = (公开 + 部分公开) / 办理',
  sheet: [
    ['名称', '值 (%)', '值 (%)', '件数'],
    ['叶县住建局', 66.7, null, 3],
    ['=HYPERLINK("http://x")', null, null, 0],
    ['-1', -1.5, null, 11_000_000],
  ],
};
const [, ...rows] = figure.sheet;

test('JSON holds every row as an object with gaps as null, and says what the rows are', () => {
  const whole = JSON.parse(rowsJson(figure, facts)) as Record<string, unknown>;
  expect(whole).toMatchObject({
    title: figure.title,
    finding: figure.caption,
    definition: figure.definition,
    dataset: 'demo',
    fingerprint: facts.fingerprint,
    synthetic: true,
  });
  expect(whole['columns']).toEqual(['名称', '值 (%)', '值 (%) 2', '件数']);
  expect((whole['rows'] as Record<string, unknown>[]).map((row) => Object.values(row))).toEqual(rows);
});

test('Parquet reads back to the rows, each with its origin, under metadata that say what they are', async () => {
  const file = rowsParquet(figure, facts, zh);
  const metadata = parquetMetadata(file);
  const said = Object.fromEntries(metadata.key_value_metadata!.map(({ key, value }) => [key, value]));
  expect(said).toMatchObject({ title: figure.title, fingerprint: facts.fingerprint, synthetic: 'true' });
  const read = await parquetReadObjects({ file });
  expect(read.map((row) => Object.values<unknown>(row))).toEqual(markedSheet(figure, facts, zh).slice(1));
  expect(Object.keys(read[0]!)).toEqual(['名称', '值 (%)', '值 (%) 2', '件数', '定义', '数据集', '指纹', '数据性质']);
});

test('a figure without rows is a Parquet file without rows', async () => {
  const file = rowsParquet({ ...figure, sheet: figure.sheet.slice(0, 1) }, facts, zh);
  expect(await parquetReadObjects({ file })).toEqual([]);
});

test('a spreadsheet has a sheet a figure with its rows, no formula, and one that says what they are', () => {
  const second = { ...figure, definition: '', sheet: [['n'], [1]] };
  const book = read(figuresWorkbook([figure, second], facts, en), { cellFormula: true });
  const [first, other, about] = book.SheetNames;
  expect(book.SheetNames).toHaveLength(3);
  expect(new Set(book.SheetNames).size).toBe(3);
  expect(about).toBe('About');
  const shown = (name: string | undefined) =>
    utils.sheet_to_json<unknown[]>(book.Sheets[name!]!, { header: 1, defval: null, raw: true });
  const origin = [figure.definition, 'demo', facts.fingerprint, en.synthetic];
  expect(shown(first)).toEqual([
    ['名称', '值 (%)', '值 (%)', '件数', 'Definition', en.dataset, en.fingerprint, en.nature],
    ['叶县住建局', 66.7, null, 3, ...origin],
    [`'=HYPERLINK("http://x")`, null, null, 0, ...origin],
    [`'-1`, -1.5, null, 11_000_000, ...origin],
  ]);
  expect(shown(other)[1]).toEqual([1, 'demo', facts.fingerprint, en.synthetic]);
  expect(
    shown(about)
      .slice(1)
      .map((row) => row.slice(0, 4)),
  ).toEqual([
    [first, figure.title, figure.caption, figure.definition],
    [other, figure.title, figure.caption, ''],
  ]);
  expect(
    Object.values(book.Sheets)
      .flatMap((sheet) => Object.values(sheet) as { f?: string }[])
      .filter((cell) => cell.f),
  ).toEqual([]);
});
