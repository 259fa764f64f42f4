import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadLabels } from '../../../src/charts/label-spread.ts';
import { legendOf } from '../../../src/charts/stacked-row.ts';
import { pileDots } from '../../../src/charts/strip-layout.ts';
import { markAfter } from '../../../src/charts/mark-walk.ts';
import { fitText, textWidth } from '../../../src/charts/text-width.ts';
import { stretchesOf } from '../../../src/charts/trend-series.ts';
import { valueScale } from '../../../src/charts/value-scale.ts';

const BREAKS = [{ after: 2020, label: '' }];
const stretches = (values: Record<number, number | null>) =>
  stretchesOf(
    Object.entries(values).map(([year, value]) => ({ year: Number(year), value })),
    ({ value }) => value !== null,
    BREAKS,
  ).map(({ points, crosses }) => [points.map(({ year }) => year), crosses]);

test('a line ends before a year without a value and begins anew after it', () => {
  expect(stretches({ 2021: 1, 2022: null, 2023: 1, 2024: 0 })).toEqual([
    [[2021], false],
    [[2023, 2024], false],
  ]);
});

test('a line does not run across a year that is absent', () => {
  expect(stretches({ 2021: 1, 2023: 1 })).toEqual([
    [[2021], false],
    [[2023], false],
  ]);
});

test('the step across the change of form is a stretch of its own', () => {
  expect(stretches({ 2019: 1, 2020: 1, 2021: 1, 2022: 1 })).toEqual([
    [[2019, 2020], false],
    [[2020, 2021], true],
    [[2021, 2022], false],
  ]);
});

test('labels keep their order and their distance, and stay in the drawing where there is room', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 10 }), (wanted) => {
      const placed = spreadLabels(wanted, 15, 0, 300);
      const order = wanted.map((_, index) => index).sort((a, b) => wanted[a]! - wanted[b]!);
      const heights = order.map((index) => placed[index]!);
      heights.slice(1).forEach((height, index) => expect(height - heights[index]!).toBeGreaterThanOrEqual(15));
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...heights)).toBeLessThanOrEqual(300);
    }),
  );
});

test('right from the first mark reaches every mark, and left comes back', () => {
  const marks = [0, 0, 1, 3].map((line, place) => ({ line, place }));
  const walk = (from: number, key: string) => [1, 2, 3].map(() => (from = markAfter(marks, from, key)!));
  expect(walk(0, 'ArrowRight')).toEqual([1, 2, 3]);
  expect(walk(3, 'ArrowLeft')).toEqual([2, 1, 0]);
  expect(markAfter(marks, 3, 'ArrowRight')).toBe(3);
  expect(markAfter(marks, 2, 'ArrowDown')).toBe(3);
  expect(markAfter(marks, 0, 'x')).toBeNull();
  expect(markAfter([], -1, 'ArrowRight')).toBeNull();
});

test('a part named like a group stays an entry of its own', () => {
  const part = { hue: 0, shade: 0 } as const;
  const entries = legendOf([
    { ...part, key: 'refused', label: 'refused' },
    { ...part, key: 'secret', label: 'secret', group: { key: 'refused', label: 'refused, with reason' } },
  ]);
  expect(entries.map(({ label }) => label)).toEqual(['refused', 'refused, with reason']);
});

test('a name that does not fit ends in an ellipsis within its room', () => {
  expect(fitText('叶县', 100, 13)).toBe('叶县');
  expect(fitText('叶县住房和城乡建设局', 80, 13)).toBe('叶县住房和…');
  expect(textWidth(fitText('叶县住房和城乡建设局', 80, 13), 13)).toBeLessThanOrEqual(80);
});

test('a logarithmic scale over counts from 0 to 11 million gives each power of ten about the same room', () => {
  const { at, ticks } = valueScale([0, 11_000_000], [0, 700], { log: true, ticks: 20 });
  expect(ticks).toEqual([0, 1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7]);
  expect(at(0)).toBe(0);
  const steps = [100, 1e3, 1e4, 1e5].map((value) => at(value * 10) - at(value));
  steps.forEach((step) => expect(step / steps[0]!).toBeCloseTo(1, 1));
});

test('a scale and the piles of a strip take a hundred thousand values and more', () => {
  const dots = Array.from({ length: 160_000 }, (_, index) => ({ key: '', name: '', value: index >> 9, counts: null }));
  const { at } = valueScale(
    dots.map(({ value }) => value),
    [0, 312],
  );
  const placed = pileDots(dots, at, { bottom: 0, height: 120, radius: 1.5 });
  expect(placed).toHaveLength(dots.length);
  const heights = placed.map(({ y }) => y);
  expect(heights.reduce((low, y) => Math.min(low, y), 0)).toBeGreaterThanOrEqual(-120);
  expect(heights.every((y) => y < 0)).toBe(true);
});

test('every scale holds zero, with values, without any, and below it', () => {
  expect(valueScale([], [0, 100]).at(0)).toBe(0);
  expect(valueScale([0.5, 0.9], [0, 100]).at(0)).toBe(0);
  expect(valueScale([-1, 1], [0, 100]).at(0)).toBe(50);
  expect(valueScale([-1, 1], [0, 100], { log: true }).at(0)).toBe(50);
});
