import { createRawSnippet, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import ChartFigure from '../../../src/charts/ChartFigure.svelte';
import StripChart from '../../../src/charts/StripChart.svelte';
import '../../../src/ui/tokens.css';
import { CONTEXT, CONTEXT_WORDS, percent } from './specimens.ts';

const words = { showTable: 'Table', showChart: 'Chart', exports: 'Export' };
const dots = Array.from({ length: 3_000 }, (_, index) => ({
  key: `k${index}`,
  name: `Body ${index}`,
  value: index / 3_000,
  counts: null,
}));
const children = createRawSnippet(() => ({
  render: () => '<div></div>',
  setup: (target) => {
    const props = { dots, context: CONTEXT, words: CONTEXT_WORDS, format: percent };
    const drawn = mount(StripChart, { target, props });
    return () => void unmount(drawn);
  },
}));
const props = { title: 'How far apart are they?', caption: 'Far.', table: { columns: [], rows: [] }, words, children };

const emulate = (media: string, features: { name: string; value: string }[] = []) =>
  cdp().send('Emulation.setEmulatedMedia', { media, features });
const darkest = (canvas: HTMLCanvasElement) => {
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  return data.reduce((least, value, at) => (at % 4 === 0 && data[at + 3]! > 0 ? Math.min(least, value) : least), 255);
};

beforeEach(async () => {
  document.documentElement.dataset['theme'] = 'dark';
  await render(ChartFigure, { props });
  await expect.element(page.getByText('9 of 12 bodies')).toBeVisible();
});
afterEach(async () => {
  document.documentElement.removeAttribute('data-theme');
  await emulate('');
});

test('on paper a figure stands whole, without its buttons, dark on white in the dark theme too', async () => {
  const canvas = document.querySelector('canvas')!;
  const onScreen = darkest(canvas);
  await emulate('print');
  await expect.element(page.getByText('Table')).not.toBeVisible();
  const figure = document.querySelector('figure')!;
  expect(getComputedStyle(figure).breakInside).toBe('avoid');
  expect(getComputedStyle(figure).getPropertyValue('--paper')).toBe('#fff');
  expect(getComputedStyle(document.querySelector('.band')!).fill).toBe('rgb(228, 231, 234)');
  await expect.poll(() => darkest(canvas)).toBeLessThan(onScreen);
});

test('nothing moves for a reader who wants no motion', async () => {
  await emulate('', [{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  const moving = [...document.querySelectorAll('figure, figure *')].filter((element) => {
    const { transitionDuration, animationName } = getComputedStyle(element);
    return transitionDuration !== '0s' || animationName !== 'none';
  });
  expect(moving).toEqual([]);
});
