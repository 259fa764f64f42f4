import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import FunnelChart from '../../../src/charts/FunnelChart.svelte';
import '../../../src/ui/tokens.css';
import { barriersIn } from './accessibility.ts';
import { percent } from './specimens.ts';

const words = {
  ...{ label: 'Refusals against chance', xTitle: 'cases', yTitle: 'refusal rate' },
  ...{ common: 'all together', inner: '95 % limits', outer: '99.8 % limits' },
};
const dot = (key: string, name: string, x: number, cases: number, beyond: string | null = null) => ({
  ...{ key, name, x, y: cases / x, counts: `${cases}/${x}`, beyond },
});
const DOTS = [dot('c', 'Cedar', 400, 320, 'above the limits'), dot('a', 'Amber', 2, 0), dot('b', 'Birch', 25, 12)];
const around = (width: number) => (cases: number) => ({
  low: 0.5 - width / Math.sqrt(cases),
  high: 0.5 + width / Math.sqrt(cases),
});
const props = {
  dots: DOTS,
  rate: 0.5,
  limits: { inner: around(0.98), outer: around(1.55) },
  named: ['c'],
  words,
  format: percent,
  formatTick: percent,
  formatCases: String,
};
const button = (name: RegExp) => page.getByRole('button', { name });

test('every body is named with its counts and whether it lies beyond, from the fewest cases on', async () => {
  const { container } = await render(FunnelChart, { props: { ...props, onselect: vi.fn() } });
  await expect.element(button(/Amber/)).toBeVisible();
  const names = [...container.querySelectorAll('[data-mark]')].map((mark) => mark.getAttribute('aria-label'));
  expect(names).toEqual(['Amber, 0 % (0/2)', 'Birch, 48 % (12/25)', 'Cedar, 80 % (320/400), above the limits']);
  expect(button(/Amber/).element().querySelector('.dot')!.classList).toContain('zero');
  expect(await barriersIn(container)).toEqual([]);
});

test('the limits close in on the common rate as cases grow, the inner ones within the outer', async () => {
  const { container } = await render(FunnelChart, { props });
  await expect.element(page.getByText('all together 50 %')).toBeVisible();
  const heights = [...container.querySelectorAll('path.limit')].map((path) => {
    const points = path
      .getAttribute('d')!
      .slice(1)
      .split('L')
      .map((at) => at.split(' ').map(Number));
    return [points[0]![1]!, points.at(-1)![1]!];
  });
  const [innerLow, innerHigh, outerLow, outerHigh] = heights as [number[], number[], number[], number[]];
  const gap = (low: number[], high: number[], end: number) => low[end]! - high[end]!;
  expect(gap(innerLow, innerHigh, 1)).toBeLessThan(gap(innerLow, innerHigh, 0));
  expect(gap(outerLow, outerHigh, 1)).toBeGreaterThan(gap(innerLow, innerHigh, 1));
});

test('thousands of bodies are drawn on a canvas, and one body alone is a funnel too', async () => {
  const many = Array.from({ length: 3_000 }, (_, index) => dot(`k${index}`, `Body ${index}`, index + 1, index % 2));
  const { container, rerender } = await render(FunnelChart, { props: { ...props, dots: many, named: [] } });
  await vi.waitUntil(() => container.querySelector('canvas'));
  expect(container.querySelectorAll('[data-mark]').length).toBeLessThan(60);
  await rerender({ ...props, dots: [dot('a', 'Amber', 1, 1)], named: [] });
  await vi.waitUntil(() => container.querySelectorAll('[data-mark]').length === 1);
});
