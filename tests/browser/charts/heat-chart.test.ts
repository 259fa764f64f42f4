import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import HeatChart from '../../../src/charts/HeatChart.svelte';
import type { HeatCell } from '../../../src/charts/heat-layout.ts';
import '../../../src/ui/tokens.css';
import { barriersIn } from './accessibility.ts';

const cell = (value: number | null, gap: string | null = null): HeatCell => ({
  ...{ value, gap, shade: (value ?? 0) / 100, label: value === null ? '' : `${value} %`, amended: false },
  lines: value === null ? [] : [`${value} % (${value}/100)`],
});
const column = (year: number) => ({ key: String(year), label: String(year), name: String(year) });
const props = {
  rows: [
    { key: 'a', name: 'Amber', cells: [cell(20), cell(80)] },
    { key: 'b', name: 'A bureau whose name takes twenty-five characters', cells: [cell(0), cell(null, 'no report')] },
  ],
  columns: [column(2020), column(2021)],
  breaks: ['2021'],
  label: 'Rates by year',
};
const shadeOf = (mark: Element) => Number(mark.querySelector('.shade')!.getAttribute('fill-opacity'));

test('every cell is named with its body, year and value or the reason of its gap', async () => {
  const { container } = await render(HeatChart, { props: { ...props, onselect: vi.fn() } });
  await expect.element(page.getByRole('button', { name: 'Amber, 2020, 20 % (20/100)' })).toBeVisible();
  const names = [...container.querySelectorAll('[data-mark]')].map((mark) => mark.getAttribute('aria-label'));
  expect(names.map((name) => name!.split(', ').slice(1).join(', '))).toEqual([
    ...['2020, 20 % (20/100)', '2021, 80 % (80/100)', '2020, 0 % (0/100)', '2021, no report'],
  ]);
  expect(await barriersIn(container)).toEqual([]);
});

test('a higher value has a deeper shade, a zero is hollow and a gap hatched', async () => {
  const { container } = await render(HeatChart, { props });
  await vi.waitUntil(() => container.querySelectorAll('[data-mark]').length === 4);
  const [low, high, zero, gap] = [...container.querySelectorAll('[data-mark]')] as [Element, Element, Element, Element];
  expect(shadeOf(high)).toBeGreaterThan(shadeOf(low));
  expect(zero.querySelector('.zero')).not.toBeNull();
  expect(gap.querySelector('rect')!.getAttribute('fill')).toMatch(/^url\(#.+-hatch\)$/);
});

test.each([320, 1200])(
  'at %i pixels nothing stands beyond the edge, and the arrow keys go through rows and columns',
  async (width) => {
    await page.viewport(width, 800);
    const { container } = await render(HeatChart, { props: { ...props, onselect: vi.fn() } });
    const mark = page.getByRole('button', { name: /^Amber, 2020/ });
    await expect.element(mark).toBeVisible();
    for (const text of container.querySelectorAll('svg text'))
      expect(text.getBoundingClientRect().right).toBeLessThanOrEqual(width);
    (mark.element() as unknown as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Amber, 2021/);
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/2021, no report$/);
  },
);
