import { createRawSnippet, mount, unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import ChartFigure from '../../../src/charts/ChartFigure.svelte';
import { toPng } from '../../../src/charts/png.ts';
import RankingChart from '../../../src/charts/RankingChart.svelte';
import StripChart from '../../../src/charts/StripChart.svelte';
import { toSvg } from '../../../src/charts/svg.ts';
import '../../../src/ui/tokens.css';
import { CONTEXT, CONTEXT_WORDS, percent, RANKED } from './specimens.ts';

const words = { showTable: 'Table', showChart: 'Chart', exports: 'Export' };
const props = {
  title: 'Who discloses <most> & why?',
  caption: 'Amber does, with 80 % (32/40).',
  notice: 'Made-up figures',
  source: 'Source: nowhere',
  table: { columns: [], rows: [] },
  words,
  files: [{ key: 'csv', label: 'CSV', isPicture: false, save: () => undefined }],
};
const chart = { context: CONTEXT, words: CONTEXT_WORDS, format: percent };
const around = (draw: (target: Element) => Record<string, unknown>) =>
  createRawSnippet(() => ({
    render: () => '<div></div>',
    setup: (target) => {
      const drawn = draw(target);
      return () => void unmount(drawn);
    },
  }));
const ranking = (rows = RANKED) =>
  around((target) => mount(RankingChart, { target, props: { ...chart, rows, selected: new Map([['a', '#c0ffee']]) } }));

async function figureWith(children: ReturnType<typeof around>): Promise<HTMLElement> {
  const { container } = await render(ChartFigure, { props: { ...props, children } });
  await expect.element(page.getByText('9 of 12 bodies')).toBeVisible();
  return container.querySelector('figure')!;
}
const parsed = (svg: string) => new DOMParser().parseFromString(svg, 'image/svg+xml');
const colours = async (blob: Blob) => {
  const bitmap = await createImageBitmap(blob);
  const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
  pen.drawImage(bitmap, 0, 0);
  const { data } = pen.getImageData(0, 0, bitmap.width, bitmap.height);
  const counts = new Map<string, number>();
  for (let at = 0; at < data.length; at += 4) {
    const key = `${data[at]},${data[at + 1]},${data[at + 2]}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};

afterEach(() => document.documentElement.removeAttribute('data-theme'));

test('an SVG holds title, caption, notice, chart and source as text, and nothing that runs or is fetched', async () => {
  const svg = toSvg(await figureWith(ranking()));
  const document = parsed(svg);
  expect(document.querySelector('parsererror')).toBeNull();
  expect(document.querySelector('title')?.textContent).toBe(props.title);
  const texts = [...document.querySelectorAll('text')].map(({ textContent }) => textContent);
  for (const text of [props.title, props.caption, props.notice, props.source, 'Amber', '80 % (32/40)', 'no report']) {
    expect(texts).toContain(text);
  }
  for (const text of ['CSV', 'Export', 'Table']) expect(texts).not.toContain(text);
  expect(svg).not.toMatch(/<script|href="http|style=|class=|url\((?!&quot;#|"?#)|var\(/);
});

test('an SVG keeps colours, hatching and the names of the marks', async () => {
  const document = parsed(toSvg(await figureWith(ranking())));
  expect(document.querySelectorAll('rect[fill="rgb(192, 255, 238)"]')).toHaveLength(1);
  const hatched = document.querySelector('rect[fill^="url"]')?.getAttribute('fill');
  expect(document.querySelector(hatched!.match(/#[^")]+/)![0])?.localName).toBe('pattern');
  const titles = [...document.querySelectorAll('g > title')].map(({ textContent }) => textContent);
  expect(titles).toContain('Dogwood, no report');
});

test('a name with characters that no file may hold leaves a file that opens', async () => {
  const figure = await figureWith(ranking([{ ...RANKED[0]!, name: 'Am\u0000b\u0007er \uD800<b>' }]));
  const document = parsed(toSvg(figure));
  expect(document.querySelector('parsererror')).toBeNull();
  expect(document.documentElement.textContent).toContain('Amber <b>');
});

test('dots of a canvas are a picture inside the SVG, and in the PNG', async () => {
  const dots = Array.from({ length: 3_000 }, (_, index) => ({
    key: `k${index}`,
    name: `Body ${index}`,
    value: index / 3_000,
    counts: null,
  }));
  const figure = await figureWith(around((target) => mount(StripChart, { target, props: { ...chart, dots } })));
  const canvas = figure.querySelector('canvas')!;
  const pen = canvas.getContext('2d')!;
  pen.globalAlpha = 1;
  pen.fillStyle = 'rgb(255, 0, 0)';
  pen.fillRect(0, 0, 40, 40);
  const image = parsed(toSvg(figure)).querySelector('image')!;
  expect(image.getAttribute('xlink:href')).toMatch(/^data:image\/png;base64,/);
  expect((await colours(await toPng(figure))).get('255,0,0')).toBeGreaterThan(4_000);
});

test.each([
  ['light', '255,255,255'],
  ['dark', '22,24,27'],
])('a PNG in the %s theme is twice as large as the figure, on its paper, with its colours', async (theme, paper) => {
  document.documentElement.dataset['theme'] = theme;
  const figure = await figureWith(ranking());
  const blob = await toPng(figure);
  expect(blob.type).toBe('image/png');
  const found = await colours(blob);
  const total = [...found.values()].reduce((sum, count) => sum + count, 0);
  expect(total).toBeGreaterThan(figure.clientWidth * 4 * 150);
  expect(found.get(paper)).toBeGreaterThan(total / 2);
  expect(found.get('192,255,238')).toBeGreaterThan(1_000);
});
