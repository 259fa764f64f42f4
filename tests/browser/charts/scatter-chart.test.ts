import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import ScatterChart from '../../../src/charts/ScatterChart.svelte';
import '../../../src/ui/tokens.css';
import { barriersIn } from './accessibility.ts';

const words = { label: 'Permits against penalties', xTitle: 'permits', yTitle: 'penalties', median: 'median' };
const DOTS = [
  { key: 'c', name: 'Cedar', x: 400, y: 90 },
  { key: 'a', name: 'Amber', x: 0, y: 12 },
  { key: 'b', name: 'Birch', x: 25, y: 3 },
];
const props = {
  dots: DOTS,
  medians: { x: 25, y: 12 },
  words,
  formatX: (value: number) => `${value} given`,
  formatY: (value: number) => `${value} imposed`,
  formatTick: String,
};
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ key: `k${index}`, name: `Body ${index}`, x: index, y: index % 97 }));
const button = (name: RegExp) => page.getByRole('button', { name });
const centre = (element: Element) => {
  const box = element.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

afterEach(() => document.documentElement.removeAttribute('data-theme'));

describe.each(['light', 'dark'])('in the %s theme', (theme) => {
  test('every body is named with both its values, from left to right', async () => {
    document.documentElement.dataset['theme'] = theme;
    const { container } = await render(ScatterChart, { props: { ...props, onselect: vi.fn() } });
    await expect.element(button(/Amber/)).toBeVisible();
    const names = [...container.querySelectorAll('[data-mark]')].map((mark) => mark.getAttribute('aria-label'));
    expect(names).toEqual([
      'Amber, permits 0 given, penalties 12 imposed',
      'Birch, permits 25 given, penalties 3 imposed',
      'Cedar, permits 400 given, penalties 90 imposed',
    ]);
    expect(await barriersIn(container)).toEqual([]);
  });
});

test('both axes are titled, and the medians labelled', async () => {
  await render(ScatterChart, { props: { ...props, formatLabel: (value: number) => `~${value}` } });
  for (const text of ['permits', 'penalties', 'median ~25', 'median ~12']) {
    await expect.element(page.getByText(text, { exact: true })).toBeVisible();
  }
});

test('no median is no line', async () => {
  const { container } = await render(ScatterChart, { props: { ...props, medians: { x: null, y: 12 } } });
  await expect.element(page.getByText('median 12 imposed')).toBeVisible();
  expect(container.querySelectorAll('.median')).toHaveLength(1);
});

test('a zero is hollow, and on logarithmic axes it has a place before one', async () => {
  await render(ScatterChart, { props: { ...props, log: true, onselect: vi.fn() } });
  await expect.element(button(/Amber/)).toBeVisible();
  const dot = (name: RegExp) => button(name).element().querySelector('.dot')!;
  expect(dot(/Amber/).classList).toContain('zero');
  expect(dot(/Birch/).classList).not.toContain('zero');
  const [zero, some, most] = [centre(dot(/Amber/)).x, centre(dot(/Birch/)).x, centre(dot(/Cedar/)).x];
  expect(zero).toBeLessThan(some);
  expect(some - zero).toBeGreaterThan((most - zero) * 0.4);
});

test.each([320, 1000])(
  'selected bodies on one spot are named in their colours without collisions at %i px',
  async (width) => {
    await page.viewport(width, 800);
    const dots = Array.from({ length: 8 }, (_, index) => ({
      key: `k${index}`,
      name: `Bureau number ${index} of the city`,
      x: 5,
      y: 5,
    }));
    const selected = new Map(dots.map(({ key }, index) => [key, `rgb(${index}, 2, 3)`]));
    const { container } = await render(ScatterChart, { props: { ...props, dots, selected } });
    await expect.element(page.getByText(/number 7/)).toBeVisible();
    const labels = [...container.querySelectorAll('.names text')];
    expect(labels.map((label) => getComputedStyle(label).fill)).toEqual([...selected.values()]);
    const boxes = labels.map((label) => label.getBoundingClientRect());
    const edge = container.getBoundingClientRect();
    boxes.forEach((box, index) => {
      expect(box.left).toBeGreaterThanOrEqual(edge.left - 1);
      expect(box.right).toBeLessThanOrEqual(edge.right + 1);
      for (const other of boxes.slice(0, index)) {
        const apart =
          box.bottom <= other.top + 3 ||
          other.bottom <= box.top + 3 ||
          box.right <= other.left ||
          other.right <= box.left;
        expect(apart).toBe(true);
      }
    });
    await page.viewport(1000, 800);
  },
);

test('arrows go from body to body by the measure along the foot; Enter chooses; the tip ends with the definition', async () => {
  const onselect = vi.fn();
  await render(ScatterChart, { props: { ...props, definition: 'As the form counts them.', onselect } });
  await expect.element(button(/Amber/)).toBeVisible();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}{Enter}');
  await expect.element(button(/Birch/)).toHaveFocus();
  expect(onselect).toHaveBeenCalledExactlyOnceWith('b');
  await expect.element(page.getByText('As the form counts them.').last()).toBeVisible();
  await expect
    .element(page.getByRole('group', { name: words.label }))
    .toHaveAccessibleDescription('As the form counts them.');
});

test('beyond 2,000 bodies a canvas draws the dots, and keys and pointer still reach each of them', async () => {
  const onselect = vi.fn();
  const selected = new Map([['k7', 'rgb(1, 2, 3)']]);
  const { container } = await render(ScatterChart, { props: { ...props, dots: many(3_000), selected, onselect } });
  await expect.element(page.getByText('Body 7', { exact: true })).toBeVisible();
  expect(container.querySelectorAll('canvas')).toHaveLength(1);
  expect(container.querySelectorAll('[data-mark]').length).toBeLessThan(50);
  await userEvent.tab();
  await userEvent.keyboard('{End}{ArrowLeft}{Enter}');
  await expect.element(button(/Body 2998,/)).toHaveFocus();
  expect(onselect).toHaveBeenCalledExactlyOnceWith('k2998');
  const last = centre(button(/Body 2998,/).element());
  const surface = container.querySelector('.surface')!;
  const origin = surface.getBoundingClientRect();
  // The body found there stands in the way of the surface at once.
  await userEvent.hover(surface, { position: { x: last.x - origin.x - 60, y: last.y - origin.y }, force: true });
  await vi.waitFor(() => expect(container.querySelectorAll('[data-mark]').length).toBeGreaterThan(13));
});

test('without bodies the axes stand alone', async () => {
  const { container } = await render(ScatterChart, { props: { ...props, dots: [], medians: { x: null, y: null } } });
  await expect.element(page.getByText('permits', { exact: true })).toBeVisible();
  expect(container.querySelectorAll('[data-mark]')).toHaveLength(0);
});
