import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import StripChart from '../../../src/charts/StripChart.svelte';
import '../../../src/ui/tokens.css';
import { barriersIn } from './accessibility.ts';
import { CONTEXT, CONTEXT_WORDS, percent } from './specimens.ts';

const dotsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    key: `k${index}`,
    name: `Body ${index}`,
    value: index / (count - 1),
    counts: `${index}/${count - 1}`,
  }));
const selected = new Map([['k3', 'rgb(1, 2, 3)']]);
const props = { dots: dotsOf(5), context: CONTEXT, words: CONTEXT_WORDS, format: percent };

test('every body is a dot with its name, value and counts, in the order of values', async () => {
  const { container } = await render(StripChart, { props: { ...props, dots: [...dotsOf(5)].reverse() } });
  await expect.element(page.getByText('9 of 12 bodies')).toBeVisible();
  const names = [...container.querySelectorAll('[data-mark]')].map((mark) => mark.getAttribute('aria-label'));
  expect(names).toEqual([0, 1, 2, 3, 4].map((index) => `Body ${index}, ${index * 25} % (${index}/4)`));
  expect(await barriersIn(container)).toEqual([]);
});

test('bodies of the same value pile up beside each other instead of covering one another', async () => {
  const dots = dotsOf(4).map((dot) => ({ ...dot, value: 0.5 }));
  const { container } = await render(StripChart, { props: { ...props, dots } });
  await expect.element(page.getByText('9 of 12 bodies')).toBeVisible();
  const places = [...container.querySelectorAll('.dot')].map((dot) => dot.getAttribute('cy'));
  expect(new Set(places).size).toBe(4);
});

test('a selected body is named on the drawing in its colour', async () => {
  await render(StripChart, { props: { ...props, selected } });
  const label = page.getByText('Body 3', { exact: true });
  await expect.element(label).toBeVisible();
  expect(getComputedStyle(label.element()).fill).toBe('rgb(1, 2, 3)');
});

test('beyond 2,000 bodies a canvas draws the dots, and arrows still reach each of them', async () => {
  const onselect = vi.fn();
  const { container } = await render(StripChart, { props: { ...props, dots: dotsOf(3_000), selected, onselect } });
  await expect.element(page.getByText('Body 3', { exact: true })).toBeVisible();
  expect(container.querySelectorAll('canvas')).toHaveLength(1);
  expect(container.querySelectorAll('[data-mark]').length).toBeLessThan(50);
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight>25/}');
  await expect.element(page.getByRole('button', { name: 'Body 25,' })).toHaveFocus();
  await userEvent.keyboard('{End}{ArrowLeft}{Enter}');
  await expect.element(page.getByRole('button', { name: 'Body 2998,' })).toHaveFocus();
  expect(onselect).toHaveBeenCalledExactlyOnceWith('k2998');
});

test('on the canvas the pointer finds a body', async () => {
  const onselect = vi.fn();
  const { container } = await render(StripChart, { props: { ...props, dots: dotsOf(3_000), onselect } });
  await expect.element(page.getByText('9 of 12 bodies')).toBeVisible();
  const box = container.querySelector('svg')!.getBoundingClientRect();
  const ground = container.querySelector('.ground')!.getBoundingClientRect().top - box.top;
  await userEvent.hover(container.querySelector('.surface')!, { position: { x: box.width / 2, y: ground - 3 } });
  await vi.waitFor(() => expect(container.querySelectorAll('[data-mark]').length).toBeGreaterThan(12));
});
