import { expect, test } from 'vitest';
import type { CorrectedFigure } from '../../../src/compare/corrections.ts';
import {
  amendedSum,
  amendedValue,
  correctedColumn,
  correctedField,
  correctedNote,
  indexCorrections,
} from '../../../src/ui/corrected-text.ts';
import { figureRows } from '../../../src/ui/figure-rows.ts';
import { wordingOf } from '../../../src/ui/wording.ts';

const zh = wordingOf('zh');
const en = wordingOf('en');

const figure = (change: Partial<CorrectedFigure>): CorrectedFigure => ({
  ...{ bodyId: 1, name: '甲局', year: 2023, cell: 'new_total', read: 11, counted: 12 },
  ...{ madeAt: '2026-03-01', isOutdated: false, isSelected: true, kind: 'other', level: '', place: '' },
  ...change,
});
const bodies = (count: number) =>
  Array.from({ length: count }, (_, index) => figure({ bodyId: index, name: `${index} 局` }));

test('a mark says what was read and what counts, of a figure changed, filled or struck, in the unit of its cell', () => {
  const figures = [
    figure({}),
    figure({ cell: 'admin_fees_wan', read: null, counted: 3.5 }),
    figure({ cell: 'granted_total', counted: null, isOutdated: true }),
  ];
  expect(amendedValue(figures, zh)).toEqual([
    '本年新收政府信息公开申请数量：原读 11，手工更正为 12',
    '行政事业性收费：原读空缺，手工填为 3.5 万元',
    '予以公开：原读 11，手工删去（更正之后原文重读，读数已变，请再核对）',
  ]);
  expect(amendedValue(figures, en)?.[0]).toMatch(/: read as 11, corrected by hand to 12$/);
  expect(amendedValue(figures, en)?.[1]).toMatch(/: read as a gap, filled by hand with 0.035 million yuan$/);
  expect(amendedValue(figures, en)?.[2]).toMatch(/: read as 11, struck out by hand \(.+: look again\)$/);
});

test('a mark says nothing where nothing is corrected, and cuts what would fill the page', () => {
  expect([amendedValue([], zh), amendedSum([], zh), correctedNote({ figures: [], more: 0 }, zh)]).toEqual(
    Array(3).fill(undefined),
  );
  expect(correctedField([], zh)).toBeNull();
  expect(amendedValue(bodies(9), zh)).toHaveLength(5);
  expect(amendedValue(bodies(9), zh)?.at(-1)).toBe('另有 5 个');
});

test('a sum says how many corrected figures are in it and names the first', () => {
  expect(amendedSum(bodies(12), zh)).toEqual([
    '内有 12 个手工更正的数字',
    ...[0, 1, 2].map((index) => `${index} 局 2023 年 本年新收政府信息公开申请数量：原读 11，手工更正为 12`),
  ]);
  expect(amendedSum(bodies(1), en)?.[0]).toBe('1 figure in it corrected by hand');
});

test('the line below a figure says how many there are, of which bodies and years, and what it leaves out', () => {
  const figures = [figure({}), figure({ year: 2021 }), figure({ year: 2022 }), figure({ bodyId: 2, name: '乙局' })];
  expect(correctedNote({ figures, more: 0 }, zh)).toContain('4 个数字经手工更正（甲局 2021–2023 年；乙局 2023 年）');
  expect(correctedNote({ figures: bodies(1), more: 0 }, en)).toMatch(
    /^1 figure here is corrected by hand \(0 局 2023\)/,
  );
  expect(correctedNote({ figures: bodies(6), more: 70 }, en)).toMatch(
    /^6 figures here are .+3 局 2023 and 2 more bodies\).+ 70 of earlier years are not marked\.$/,
  );
});

test('the corrections of a value are found by its key, and only those of the figure', () => {
  const corrections = { figures: [figure({}), figure({ year: 2021 }), figure({ bodyId: 2 })], more: 3 };
  const index = indexCorrections(
    corrections,
    ({ year }) => year === 2023,
    ({ bodyId }) => bodyId,
  );
  expect(index.figures).toHaveLength(2);
  expect([index.of(1), index.of(2), index.of(3)].map(({ length }) => length)).toEqual([1, 1, 0]);
  expect(index.more).toBe(3);
});

test('rows have a column of corrections where there is one: in full for a spreadsheet, the first two of a sum for the eye', () => {
  const corrections = { figures: bodies(30), more: 0 };
  const rows = (isSum: boolean, of: (row: number) => readonly CorrectedFigure[]) =>
    figureRows([0, 1], correctedColumn<number>(corrections, of, isSum, zh));
  const sums = rows(true, (row) => (row === 0 ? corrections.figures : []));
  expect(sums.table.columns).toEqual([{ label: '手工更正', numeric: false }]);
  expect(sums.table.rows[0]?.[0]).toMatchObject({
    text: expect.stringMatching(/；另有 28 个$/) as string,
    amended: true,
  });
  expect(sums.csv[1]?.[0]).toMatch(/^0 局 2023 年 .+；另有 10 个$/);
  expect(sums.csv[2]).toEqual([null]);
  const own = rows(false, (row) => [corrections.figures[row]!]);
  expect(own.csv.slice(1)).toEqual(Array(2).fill(['本年新收政府信息公开申请数量：原读 11，手工更正为 12']));
  expect(correctedColumn({ figures: [], more: 0 }, () => [], true, zh)).toEqual([]);
});
