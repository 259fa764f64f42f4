import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { GROUP_COLOURS } from '../../../src/charts/palette.ts';
import TrendChart from '../../../src/charts/TrendChart.svelte';
import '../../../src/ui/tokens.css';
import { barriersIn } from './accessibility.ts';
import { percent, point } from './specimens.ts';

const YEARS = [2019, 2020, 2021, 2022, 2023];
const words = { label: 'Disclosure rate by year', median: 'median', quartiles: 'P25–P75', few: 'few cases' };
const band = YEARS.map((year) => ({ year, lower: 0.4, median: 0.5, upper: 0.6 }));
const breaks = [{ after: 2020, label: 'change of form' }];
const amber = {
  key: 'a',
  name: 'Amber',
  points: [point(2019, 0.5), point(2020, 0.6), point(2021, 0), point(2022, 'table absent'), point(2023, 0.4)],
};
const birch = { key: 'b', name: 'Birch', points: YEARS.map((year) => point(year, 0.9)) };
const props = { series: [amber, birch], band, breaks, words, format: percent };

const mark = (name: string) => page.getByRole('img', { name, exact: true });

test('a year without a figure is a hatched mark with its reason, and no line runs through it', async () => {
  const { container } = await render(TrendChart, { props: { ...props, series: [amber] } });
  await expect.element(mark('Amber, 2022, table absent')).toBeVisible();
  expect(mark('Amber, 2022, table absent').element().querySelector('circle')).toBeNull();
  await expect.element(page.getByText('table absent')).toBeVisible();
  const gap = mark('Amber, 2022, table absent').element().getBoundingClientRect();
  const middle = gap.x + gap.width / 2;
  for (const line of container.querySelectorAll('path.line')) {
    const box = line.getBoundingClientRect();
    expect(box.left < middle && box.right > middle).toBe(false);
  }
});

test('zero is a hollow point on the ground, unlike a gap', async () => {
  await render(TrendChart, { props: { ...props, series: [amber] } });
  const zero = mark('Amber, 2021, 0 % (0/20)');
  await expect.element(zero).toBeVisible();
  expect(zero.element().querySelector('.hollow')).not.toBeNull();
});

test('the change of form is a labelled rule, across which the line is dashed', async () => {
  const { container } = await render(TrendChart, { props });
  await expect.element(page.getByText('change of form')).toBeVisible();
  const crossing = container.querySelectorAll('.line.crosses');
  expect(crossing).toHaveLength(2);
  expect(getComputedStyle(crossing[0]!).strokeDasharray).not.toBe('none');
});

test('lines carry their names, the band and the median theirs, without running into each other', async () => {
  await page.viewport(1000, 800);
  const { container } = await render(TrendChart, { props });
  await expect.element(page.getByText('Birch', { exact: true })).toBeVisible();
  const ends = [...container.querySelectorAll('.end')];
  expect(ends.map(({ textContent }) => textContent)).toEqual(['Amber', 'Birch', 'median', 'P25–P75']);
  const tops = ends.map((end) => end.getBoundingClientRect().top).sort((a, b) => a - b);
  tops.slice(1).forEach((top, index) => expect(top - tops[index]!).toBeGreaterThan(10));
  expect(await barriersIn(container)).toEqual([]);
});

test('arrows go along the years and over to the same year of the other body; Enter chooses the body', async () => {
  const onselect = vi.fn();
  await render(TrendChart, { props: { ...props, onselect } });
  const button = (name: RegExp) => page.getByRole('button', { name });
  await expect.element(button(/Amber, 2019/)).toBeVisible();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
  await expect.element(button(/Amber, 2022, table absent/)).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.element(button(/Birch, 2022/)).toHaveFocus();
  expect(onselect).toHaveBeenCalledExactlyOnceWith('b');
});

test('lines of groups keep their colour and their dash, and rates over few cases are dimmed and say so', async () => {
  const group = {
    ...birch,
    ...GROUP_COLOURS[1]!,
    points: [{ ...birch.points[0]!, few: true, change: '3 more' }, ...birch.points.slice(1)],
  };
  const { container } = await render(TrendChart, { props: { ...props, series: [group], breaks: [] } });
  const thin = mark('Birch, 2019, 90 % (18/20), few cases, 3 more');
  await expect.element(thin).toBeVisible();
  expect(Number(getComputedStyle(thin.element().querySelector('.dot')!).opacity)).toBeLessThan(1);
  const line = getComputedStyle(container.querySelector('path.line')!);
  expect(line.strokeDasharray).toBe('14px, 4px');
  expect(line.stroke).toBe(getComputedStyle(page.getByText('Birch', { exact: true }).element()).fill);
});

test('more than six bodies get a drawing each, all on the same scale', async () => {
  const series = Array.from({ length: 7 }, (_, index) => ({ ...birch, key: `s${index}`, name: `Body ${index}` }));
  const { container } = await render(TrendChart, { props: { ...props, series } });
  await expect.element(page.getByRole('group', { name: 'Body 6' })).toBeVisible();
  expect(container.querySelectorAll('svg[role=group]')).toHaveLength(7);
});

test('a trend without any figure shows its gaps and nothing else', async () => {
  const { container } = await render(TrendChart, {
    props: { ...props, band: [], series: [{ ...amber, points: [point(2022, 'blank'), point(2023, 'no report')] }] },
  });
  await expect.element(mark('Amber, 2023, no report')).toBeVisible();
  expect(container.querySelectorAll('path.line, circle')).toHaveLength(0);
});
