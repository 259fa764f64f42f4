import { expect, test } from 'vitest';
import { farthest, funnelFinding, funnelOf, type Funnel } from '../../../src/ui/figures/funnel-rows.ts';
import { wordingOf } from '../../../src/ui/wording.ts';

const zh = wordingOf('zh');
const body = (bodyId: number, numerator: number, denominator: number) => ({
  ...{ bodyId, name: `第${bodyId}局`, value: numerator / denominator, numerator, denominator },
});
/** A hundred bodies at one half, one far above and one just as far below over more cases. */
const bodies = [
  ...Array.from({ length: 100 }, (_, index) => body(index, 10, 20)),
  body(100, 20, 20),
  body(101, 10, 200),
];
const funnel = funnelOf(bodies) as Funnel;

test('the common rate is all cases over all that they are shares of', () => {
  expect(funnel.rate).toBeCloseTo((100 * 10 + 20 + 10) / (100 * 20 + 20 + 200), 12);
  expect(funnel.rows.filter(({ place }) => place !== 'within').map(({ bodyId }) => bodyId)).toEqual([100, 101]);
});

test('those are named first that chance explains least', () => {
  expect(farthest(funnel)).toEqual(['101', '100']);
});

test('the finding sets how many lie beyond the limits against how many would by chance', () => {
  expect(funnelFinding(funnel, 110, zh)).toBe(
    '102 个单位中 2 个在 99.8% 界限之外（高 1、低 1）；若各单位真实比率相同，偶然至多会有约 0.2 个。差别不能只用偶然解释。另有 8 个单位没有数值，不在图中。',
  );
  const even = funnelOf(bodies.slice(0, 100)) as Funnel;
  expect(funnelFinding(even, 100, zh)).toContain('差别没有超出偶然的范围。');
});

test('nobody without cases is set against anything, nor who has more cases than there are', () => {
  expect(funnelOf([])).toBeNull();
  expect(funnelOf([{ bodyId: 1, name: '甲局', value: 3, numerator: null, denominator: null }])).toBeNull();
  expect(funnelOf([body(1, 5, 4), body(2, 1, 4)])!.rows.map(({ bodyId }) => bodyId)).toEqual([2]);
});
