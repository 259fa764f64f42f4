import { createRawSnippet, mount, unmount } from 'svelte';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import ChartFigure from '../../../src/charts/ChartFigure.svelte';
import PanelsChart from '../../../src/charts/PanelsChart.svelte';
import RankingChart from '../../../src/charts/RankingChart.svelte';
import ScatterChart from '../../../src/charts/ScatterChart.svelte';
import StackedChart from '../../../src/charts/StackedChart.svelte';
import StripChart from '../../../src/charts/StripChart.svelte';
import { toSvg } from '../../../src/charts/svg.ts';
import TrendChart from '../../../src/charts/TrendChart.svelte';
import '../../../src/ui/tokens.css';
import { barriersIn } from './accessibility.ts';
import { CONTEXT, CONTEXT_WORDS, PARTS, percent, point, RANKED, STACKED } from './specimens.ts';

const SAID = 'read as 1, corrected by hand to 2';
const amended = [SAID];
const chart = { context: CONTEXT, words: CONTEXT_WORDS, format: percent };
const markedRows = RANKED.map((row) => (row.key === 'a' || row.key === 'd' ? { ...row, amended } : row));
const stackedWords = { label: 'Outcomes', notGiven: (count: number) => `${count} not given` };

const namesIn = (container: Element) =>
  [...container.querySelectorAll('[data-mark]')].map((mark) => mark.getAttribute('aria-label') ?? '');
const said = (container: Element) => namesIn(container).filter((name) => name.includes(SAID));
const pencils = (container: Element) => container.querySelectorAll('svg .amended').length;
const shown = (text: string) => expect.element(page.getByText(text).first()).toBeVisible();

test('a ranking marks the values and the gaps that rest on a correction, and says what was read', async () => {
  const { container } = await render(RankingChart, { props: { ...chart, rows: markedRows } });
  await shown('9 of 12 bodies');
  expect(said(container)).toEqual([
    `Amber, 80 % (32/40), 95 % interval 60 % to 90 %, rank 1, ${SAID}`,
    `Dogwood, no report, ${SAID}`,
  ]);
  expect(pencils(container)).toBe(2);
  expect(await barriersIn(container)).toEqual([]);
});

test.each([1200, 390])(
  'the mark of a ranking stands before its value and on no other mark at %i pixels',
  async (width) => {
    await page.viewport(width, 800);
    const { container } = await render(RankingChart, { props: { ...chart, rows: markedRows } });
    await shown('9 of 12 bodies');
    const row = container.querySelector('[data-mark="a"]')!;
    const [pencil, value, bar] = ['.amended', '.value', '.bar'].map((part) =>
      row.querySelector(part)!.getBoundingClientRect(),
    );
    expect(pencil!.right).toBeLessThanOrEqual(value!.left);
    if (Math.abs(pencil!.top - bar!.top) < 20 && width > 620) expect(pencil!.left).toBeGreaterThan(bar!.right);
    expect(pencil!.bottom).toBeGreaterThan(value!.top);
  },
);

test('nothing is marked where nothing is corrected', async () => {
  const { container } = await render(RankingChart, { props: { ...chart, rows: RANKED } });
  await shown('9 of 12 bodies');
  expect([pencils(container), said(container)]).toEqual([0, []]);
});

test('a trend and small drawings mark the years that rest on a correction, gaps among them', async () => {
  const series = [
    {
      key: 's',
      name: 'Amber',
      points: [{ ...point(2021, 0.5), amended }, point(2022, 0.6), { ...point(2023, 'struck'), amended }],
    },
  ];
  const words = { label: 'Trend', few: 'few', median: 'median', quartiles: 'P25–P75' };
  const trend = await render(TrendChart, { props: { series, band: [], breaks: [], words, format: percent } });
  await expect.poll(() => pencils(trend.container)).toBe(2);
  expect(said(trend.container)).toEqual([`Amber, 2021, 50 % (10/20), ${SAID}`, `Amber, 2023, struck, ${SAID}`]);
  await trend.unmount();
  const panels = [{ series: series[0]!, title: 'Amber', format: percent, formatTick: percent }];
  const small = await render(PanelsChart, { props: { panels, breaks: [], label: 'Panels' } });
  await expect.poll(() => pencils(small.container)).toBe(2);
  expect(said(small.container)).toHaveLength(2);
});

test('a stacked bar is marked once, and each of its parts says what is corrected in it, drawn or not', async () => {
  const rows = STACKED.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => (cell.part === 'denied' ? { ...cell, amended } : cell)),
  }));
  const { container } = await render(StackedChart, {
    props: { rows, parts: PARTS, mode: 'absolute', words: stackedWords, format: String, formatShare: percent },
  });
  await expect.poll(() => pencils(container)).toBe(3);
  expect(said(container)).toEqual([
    `Amber, denied, 10, 25 %, ${SAID}`,
    `Birch, 1 not given, ${SAID}`,
    `Cedar, 0, ${SAID}`,
  ]);
});

test('a strip and a scatter mark the dots that rest on a correction, in a crowd that a canvas draws too', async () => {
  const dots = Array.from({ length: 3000 }, (_, index) => ({
    ...{ key: `k${index}`, name: `Body ${index}`, value: index, counts: null, x: index, y: index },
    ...(index === 1500 ? { amended } : {}),
  }));
  for (const few of [dots.slice(1498, 1503), dots]) {
    const strip = await render(StripChart, { props: { ...chart, dots: few, format: String } });
    await expect.poll(() => pencils(strip.container)).toBe(1);
    expect(said(strip.container)).toEqual([`Body 1500, 1500, ${SAID}`]);
    await strip.unmount();
  }
  const words = { label: 'Pair', xTitle: 'x', yTitle: 'y', median: 'median' };
  const scatter = await render(ScatterChart, {
    props: { dots, medians: { x: null, y: null }, words, formatX: String, formatY: String },
  });
  await expect.poll(() => pencils(scatter.container)).toBe(1);
  expect(said(scatter.container)).toEqual([`Body 1500, x 1500, y 1500, ${SAID}`]);
});

const figure = {
  title: 'Who discloses most?',
  caption: 'Amber does.',
  amended: '2 figures here are corrected by hand (Amber 2023; Dogwood 2023).',
  table: {
    columns: [
      { label: 'Body', numeric: false },
      { label: 'Rate', numeric: true },
      { label: 'Corrected by hand', numeric: false },
    ],
    rows: [
      [{ text: 'Amber' }, { text: '80 %' }, { text: SAID, amended: true }],
      [{ text: 'Birch' }, { text: '50 %' }, { text: '' }],
    ],
  },
  words: { showTable: 'Table', showChart: 'Chart', exports: 'Export' },
};
const children = createRawSnippet(() => ({
  render: () => '<div></div>',
  setup: (target) => {
    const drawn = mount(RankingChart, { target, props: { ...chart, rows: markedRows } });
    return () => void unmount(drawn);
  },
}));

test('the line of corrections stands below the chart and goes into its picture with the pencils', async () => {
  const { container } = await render(ChartFigure, { props: { ...figure, children } });
  await shown(figure.amended);
  await shown('9 of 12 bodies');
  expect(await barriersIn(container)).toEqual([]);
  const picture = new DOMParser().parseFromString(toSvg(container.querySelector('figure')!), 'image/svg+xml');
  const texts = [...picture.querySelectorAll('text')].map(({ textContent }) => textContent);
  expect(texts.join(' ')).toContain('corrected by hand (Amber 2023; Dogwood 2023)');
  const pencil = container.querySelector('.amended path, path.amended')!.getAttribute('d');
  const drawn = [...picture.querySelectorAll('path')].filter((path) => path.getAttribute('d') === pencil);
  // One before the line, and for each marked row one over its own outline.
  expect(drawn).toHaveLength(5);
  expect(drawn.every((path) => path.getAttribute('fill') !== 'none')).toBe(true);
});

test('a table marks the row and says what was read in a column of its own', async () => {
  const { container } = await render(ChartFigure, { props: { ...figure, children, tableShown: true } });
  await expect.element(page.getByRole('row', { name: `Amber 80 % ${SAID}` })).toBeVisible();
  const rows = [...container.querySelectorAll('tbody tr')].map((row) => row.querySelectorAll('svg').length);
  expect(rows).toEqual([2, 0]);
  expect(await barriersIn(container)).toEqual([]);
});
