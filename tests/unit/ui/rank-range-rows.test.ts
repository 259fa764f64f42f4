import { expect, test } from 'vitest';
import type { RankRangeRow } from '../../../src/compare/rank-range.ts';
import { rangeBars, rangeFinding } from '../../../src/ui/definition/rank-range-rows.ts';
import { wordingOf } from '../../../src/ui/wording.ts';

const zh = wordingOf('zh');
const row = (name: string, rank: number | null, best: number, worst: number, definitions = 6): RankRangeRow => ({
  ...{ bodyId: 1, name, rank, best, worst, definitions },
});

test('the finding counts who stays among the first wherever it is ranked, and says who is not ranked everywhere', () => {
  const rows = [row('甲局', 1, 1, 2), row('乙局', 2, 1, 3), row('丙局', 3, 3, 9, 4), row('丁局', null, 8, 12, 2)];
  expect(rangeFinding(rows, 6, zh)).toBe(
    '按 6 种口径各排一次，当前口径的前 3 个单位中有 2 个在有名次的口径下都在前 3 名。1 个单位在有的口径下件数不足，没有名次。甲局在第 1 至 2 名之间。',
  );
  expect(rangeFinding([row('甲局', 1, 1, 1)], 6, zh)).toContain('甲局在有名次的口径下都是第 1 名。');
  expect(rangeFinding([], 6, zh)).toBe(zh.messages.findings.nobodyListed);
});

test('a body without a rank by the definition in force is a gap, whatever ranks it has by others', () => {
  const [first, last] = rangeBars([row('甲局', 1, 1, 2), row('丁局', null, 8, 12)], zh);
  expect(first).toMatchObject({ value: 1, low: 1, high: 2, counts: '1–2', gap: null });
  expect(last).toMatchObject({ value: null, low: null, high: null, gap: '件数少，未列入排名' });
});
