import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Hue } from '../../../src/charts/palette.ts';
import StackedChart from '../../../src/charts/StackedChart.svelte';
import '../../../src/ui/tokens.css';
import { barriersIn } from './accessibility.ts';
import { PARTS, percent, STACKED } from './specimens.ts';

const words = { label: 'Outcomes by body', notGiven: (count: number) => `${count} part not given` };
const props = {
  rows: STACKED,
  parts: PARTS,
  mode: 'share' as const,
  words,
  format: String,
  formatShare: percent,
};
const widthOf = (name: string) =>
  page.getByRole('img', { name }).element().querySelector('.segment')!.getBoundingClientRect().width;

test('each part is named with its bar, value and share; what is not given, empty or absent is named too', async () => {
  const { container } = await render(StackedChart, { props });
  await expect.element(page.getByRole('group', { name: 'Outcomes by body' })).toBeVisible();
  const names = [...container.querySelectorAll('[data-mark]')].map((mark) => mark.getAttribute('aria-label'));
  expect(names).toEqual([
    'Amber, granted, 30, 75 %',
    'Amber, denied, 10, 25 %',
    'Birch, granted, 5, 100 %',
    'Birch, 1 part not given',
    'Cedar, 0',
    'Dogwood, no report',
  ]);
  expect(await barriersIn(container)).toEqual([]);
});

test('a part that is not given takes no room in the bar and is hatched beside it; an empty bar is hollow', async () => {
  await render(StackedChart, { props });
  const unknown = page.getByRole('img', { name: 'Birch, 1 part not given' });
  await expect.element(unknown).toBeVisible();
  expect(unknown.element().querySelectorAll('.segment')).toHaveLength(0);
  expect(unknown.element().querySelectorAll('.gap')).toHaveLength(1);
  expect(page.getByRole('img', { name: 'Cedar, 0' }).element().querySelector('.hollow')).not.toBeNull();
  await expect.element(page.getByText('no report')).toBeVisible();
});

test('bars are alike long as shares and as long as their values when absolute', async () => {
  const { rerender } = await render(StackedChart, { props });
  await expect.element(page.getByRole('img', { name: 'Birch, granted' })).toBeVisible();
  expect(widthOf('Birch, granted')).toBeCloseTo(widthOf('Amber, granted') + widthOf('Amber, denied'), 0);
  await rerender({ mode: 'absolute' });
  expect(widthOf('Amber, granted') / widthOf('Birch, granted')).toBeCloseTo(6, 1);
});

test('arrows go along the parts of a bar and down to the same part of the next; Enter chooses the bar', async () => {
  const onselect = vi.fn();
  await render(StackedChart, { props: { ...props, onselect } });
  await expect.element(page.getByRole('button', { name: 'Amber, granted' })).toBeVisible();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(page.getByRole('button', { name: 'Amber, denied' })).toHaveFocus();
  await userEvent.keyboard('{ArrowLeft}{ArrowDown}{Enter}');
  await expect.element(page.getByRole('button', { name: 'Birch, granted' })).toHaveFocus();
  expect(onselect).toHaveBeenCalledExactlyOnceWith('b');
});

test('the legend lists a group of parts once, with its shades, and parts without one by themselves', async () => {
  const group = { key: 'yes', label: 'disclosed' };
  const parts = [
    { ...PARTS[0]!, group },
    { key: 'partly', label: 'partly granted', hue: 0 as const, shade: 1, group },
    PARTS[1]!,
  ];
  const cells = parts.map(({ key }) => ({ part: key, value: 5, share: 1 / 3 }));
  await render(StackedChart, { props: { ...props, parts, rows: [{ ...STACKED[0]!, cells }] } });
  await expect.element(page.getByRole('listitem').first()).toHaveTextContent('disclosed');
  const entries = page.getByRole('listitem').elements();
  expect(entries.map(({ textContent }) => textContent.trim())).toEqual(['disclosed', 'denied']);
  expect(entries.map((entry) => entry.querySelectorAll('rect').length)).toEqual([2, 1]);
  await expect.element(page.getByRole('img', { name: 'Amber, partly granted, 5, 33 %' })).toBeVisible();
});

test('twenty-one outcomes make a legend of at most three lines on a page of 390 pixels', async () => {
  await page.viewport(390, 800);
  const groups = ['Granted', 'Partially granted', 'Refused', 'Unable to provide', 'Not processed', 'Otherwise handled'];
  const parts = Array.from({ length: 21 }, (_, index) => {
    const label = groups[index % 6]!;
    const group = { key: label, label };
    return { key: `p${index}`, label: `a reason of many words ${index}`, hue: (index % 6) as Hue, shade: index, group };
  });
  const cells = parts.map(({ key }) => ({ part: key, value: 5, share: 1 / 21 }));
  await render(StackedChart, { props: { ...props, parts, rows: [{ ...STACKED[0]!, cells }] } });
  await expect.element(page.getByText('Otherwise handled')).toBeVisible();
  const entries = page.getByRole('listitem').elements();
  expect(entries).toHaveLength(6);
  const lines = new Set(entries.map((entry) => Math.round(entry.getBoundingClientRect().top)));
  expect(lines.size).toBeLessThanOrEqual(3);
  await page.viewport(1000, 800);
});

test('a part too small to be seen is reached by keyboard and named', async () => {
  const cells = [
    { part: 'granted', value: 999_999, share: 0.999_999 },
    { part: 'denied', value: 1, share: 0.000_001 },
  ];
  await render(StackedChart, { props: { ...props, rows: [{ ...STACKED[0]!, cells }] } });
  await expect.element(page.getByRole('img', { name: 'Amber, granted' })).toBeVisible();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(page.getByRole('img', { name: 'Amber, denied, 1, 0 %' })).toHaveFocus();
});

test('the legend names the parts that are drawn', async () => {
  await render(StackedChart, { props });
  await expect.element(page.getByRole('listitem').first()).toHaveTextContent('granted');
  expect(page.getByRole('listitem').elements()).toHaveLength(2);
});
