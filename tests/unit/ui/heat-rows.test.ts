import { expect, test } from 'vitest';
import type { TrendRow } from '../../../src/compare/trend.ts';
import { NO_CORRECTIONS } from '../../../src/compare/corrections.ts';
import { indexCorrections } from '../../../src/ui/corrected-text.ts';
import { heatBodies, heatFinding, heatRows, heatTable, sortBodies } from '../../../src/ui/figures/heat-rows.ts';
import { wordingOf } from '../../../src/ui/wording.ts';

const zh = wordingOf('zh');
const REQUESTS = { kind: 'measure', id: 'new_total' } as const;
const NONE = indexCorrections(
  NO_CORRECTIONS,
  () => true,
  () => '',
);
const row = (bodyId: number, name: string, year: number, value: number | null): TrendRow => ({
  ...{ bodyId, name, year, value, numerator: null, denominator: null, change: null },
  gap: value === null ? 'blank' : null,
});
const ROWS = [row(1, '乙局', 2023, 4), row(1, '乙局', 2024, null), row(2, '甲局', 2023, 0), row(2, '甲局', 2024, 9)];
const bodies = heatBodies(ROWS, [2, 1, 7]);
const names = (by: 'name' | number | null) => sortBodies(bodies, by).map(({ name }) => name);

test('bodies keep the order of the ranking unless they are sorted by name or by a year, where a gap comes last', () => {
  expect(names(null)).toEqual(['甲局', '乙局']);
  expect(names('name')).toEqual(['甲局', '乙局']);
  expect(names(2023)).toEqual(['乙局', '甲局']);
  expect(names(2024)).toEqual(['甲局', '乙局']);
});

test('a shade is the share of the highest value, and a gap has its reason and no value', () => {
  const [first, second] = heatRows(bodies, REQUESTS, false, NONE, zh);
  expect(first!.cells.map(({ value, shade, label }) => [value, shade, label])).toEqual([
    [0, 0, '0'],
    [9, 1, '9'],
  ]);
  expect(second!.cells[0]!.shade).toBeCloseTo(4 / 9, 12);
  expect(second!.cells[1]).toMatchObject({ value: null, gap: '空白', label: '' });
  const magnitudes = heatRows(bodies, REQUESTS, true, NONE, zh);
  expect(magnitudes[1]!.cells[0]!.shade).toBeCloseTo(Math.log(5) / Math.log(10), 12);
});

test('the table has a row for each body and year, and the finding says how many are known', () => {
  expect(heatTable(bodies, REQUESTS, NONE, zh).csv.slice(1)).toEqual([
    ['甲局', 2023, 0],
    ['甲局', 2024, 9],
    ['乙局', 2023, 4],
    ['乙局', 2024, null],
  ]);
  expect(heatFinding(bodies, zh)).toBe('2 个单位，4 个单位年度中 3 个有数值；缺：空白 1。');
});
