import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import RankingChart from '../../../src/charts/RankingChart.svelte';
import '../../../src/ui/tokens.css';
import { barriersIn } from './accessibility.ts';
import { CONTEXT, CONTEXT_WORDS, percent, RANKED } from './specimens.ts';

const props = { rows: RANKED, context: CONTEXT, words: CONTEXT_WORDS, format: percent };
const boxOf = (name: RegExp, shape: string) =>
  page.getByRole('button', { name }).element().querySelector(shape)?.getBoundingClientRect();

describe('a ranking', () => {
  test('names each body with its value, counts, interval, rank and fewness, in order', async () => {
    await render(RankingChart, { props });
    const chart = page.getByRole('group', { name: 'Disclosure rate by body' });
    await expect.element(chart).toBeVisible();
    const names = [...chart.element().querySelectorAll('[data-mark]')].map((mark) => mark.getAttribute('aria-label'));
    expect(names).toEqual([
      'Amber, 80 % (32/40), 95 % interval 60 % to 90 %, rank 1',
      'Birch, 50 % (1/2), 95 % interval 10 % to 90 %, rank 2, few cases',
      'Cedar, 0 % (0/12), rank 9',
      'Dogwood, no report',
    ]);
    expect(await barriersIn(chart.element())).toEqual([]);
  });

  test('draws zero hollow and a gap hatched with its reason, neither as a bar', async () => {
    await render(RankingChart, { props: { ...props, onselect: vi.fn() } });
    await expect.element(page.getByRole('button', { name: /Cedar/ })).toBeVisible();
    expect(boxOf(/Amber/, '.bar')?.width).toBeGreaterThan(20);
    expect(boxOf(/Cedar/, '.bar')).toBeUndefined();
    expect(boxOf(/Cedar/, '.hollow')?.width).toBeGreaterThan(5);
    expect(boxOf(/Dogwood/, '.bar, .hollow, .dot')).toBeUndefined();
    expect(boxOf(/Dogwood/, '.gap')?.width).toBeGreaterThan(20);
    await expect.element(page.getByText('no report')).toBeVisible();
  });

  test('says the median, the quartiles and how many bodies they rest on', async () => {
    await render(RankingChart, { props });
    await expect.element(page.getByText('median 55 %')).toBeVisible();
    await expect.element(page.getByText('P25–P75 40 % – 70 %')).toBeVisible();
    await expect.element(page.getByText('9 of 12 bodies')).toBeVisible();
  });

  test('is one tab stop in which arrows move, Enter and Space choose, and Escape takes the tip away', async () => {
    const onselect = vi.fn();
    await render(RankingChart, { props: { ...props, onselect } });
    await expect.element(page.getByRole('button', { name: /Amber/ })).toBeVisible();
    await userEvent.tab();
    await expect.element(page.getByRole('button', { name: /Amber/ })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.element(page.getByRole('button', { name: /Birch/ })).toHaveFocus();
    await userEvent.keyboard('{End} ');
    await expect.element(page.getByRole('button', { name: /Dogwood/ })).toHaveFocus();
    expect(onselect.mock.calls).toEqual([['b'], ['d']]);
    await userEvent.keyboard('{Home}');
    await expect.element(page.getByText('95 % interval 60 % to 90 %')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByText('95 % interval 60 % to 90 %')).not.toBeInTheDocument();
    await userEvent.tab();
    expect(document.activeElement?.closest('[data-mark]')).toBeNull();
  });

  test('says values short on the drawing and in full in names, and ends each tip with the definition', async () => {
    const definition = 'Granted in whole or part, of all handled.';
    const formatLabel = (value: number) => `~${Math.round(value * 10)}/10`;
    await render(RankingChart, { props: { ...props, formatLabel, definition } });
    await expect.element(page.getByText('~8/10 (32/40)')).toBeVisible();
    await expect.element(page.getByText('median ~6/10')).toBeVisible();
    const amber = page.getByRole('img', { name: /^Amber, 80 % \(32\/40\)/ });
    await expect.element(amber).toHaveAccessibleName('Amber, 80 % (32/40), 95 % interval 60 % to 90 %, rank 1');
    await expect.element(page.getByRole('group')).toHaveAccessibleDescription(definition);
    await userEvent.hover(amber);
    await vi.waitFor(() => expect(document.querySelector('.tip > :last-child')?.textContent).toBe(definition));
  });

  test('tells the pressed state of a selected body and draws it in its colour', async () => {
    await render(RankingChart, { props: { ...props, selected: new Map([['a', 'rgb(1, 2, 3)']]), onselect: vi.fn() } });
    const amber = page.getByRole('button', { name: /Amber/ });
    await expect.element(amber).toHaveAttribute('aria-pressed', 'true');
    expect(getComputedStyle(amber.element().querySelector('.bar')!).fill).toBe('rgb(1, 2, 3)');
    await expect.element(page.getByRole('button', { name: /Birch/ })).toHaveAttribute('aria-pressed', 'false');
  });

  test('on a logarithmic scale shows dots, for which a zero has its place', async () => {
    const rows = [11_000_000, 120, 0].map((value, index) => ({
      ...RANKED[0]!,
      key: String(index),
      name: `Body ${index}`,
      value,
      low: null,
      high: null,
      counts: null,
    }));
    const context = { median: 120, lower: 3, upper: 900, n: 3, of: 3 };
    await render(RankingChart, { props: { ...props, rows, context, log: true, format: String, onselect: vi.fn() } });
    await expect.element(page.getByRole('button', { name: /Body 0/ })).toBeVisible();
    const [most, some, none] = [boxOf(/Body 0/, '.dot')!, boxOf(/Body 1/, '.dot')!, boxOf(/Body 2/, '.hollow')!];
    expect(none.x).toBeLessThan(some.x);
    expect(some.x - none.x).toBeGreaterThan((most.x - none.x) * 0.2);
  });

  test.each([320, 360, 1000])('keeps within a page of %i pixels', async (width) => {
    await page.viewport(width, 800);
    const { container } = await render(RankingChart, { props });
    await expect.element(page.getByText('9 of 12 bodies')).toBeVisible();
    const edge = container.getBoundingClientRect().right;
    for (const text of container.querySelectorAll('text')) {
      expect(text.getBoundingClientRect().right).toBeLessThanOrEqual(edge + 1);
    }
    await page.viewport(1000, 800);
  });
});
