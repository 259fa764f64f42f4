import { createRawSnippet } from 'svelte';
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import ChartFigure from '../../../src/charts/ChartFigure.svelte';
import { toPng } from '../../../src/charts/png.ts';
import '../../../src/ui/tokens.css';
import { barriersIn } from './accessibility.ts';

const words = { showTable: 'Table', showChart: 'Chart', csv: 'CSV', png: 'PNG', svg: 'SVG' };
const table = {
  columns: [
    { label: 'Body', numeric: false },
    { label: 'Rate', numeric: true },
  ],
  rows: [
    [{ text: 'Amber' }, { text: '80 % (32/40)' }],
    [{ text: 'Dogwood' }, { text: 'no report', gap: true }],
  ],
};
const children = createRawSnippet(() => ({
  render: () =>
    '<svg class="drawing" width="40" height="40"><rect width="40" height="40" style="fill: rgb(255, 0, 0)"/></svg>',
}));
const props = {
  title: 'Who discloses most?',
  caption: 'Amber does, with 80 % (32/40).',
  notice: 'Made-up figures',
  source: 'Source: nowhere',
  table,
  words,
  children,
};

test('a figure is named by its question and says its finding, notice and source', async () => {
  const { container } = await render(ChartFigure, { props });
  const figure = page.getByRole('figure', { name: 'Who discloses most?' });
  for (const text of [props.caption, props.notice, props.source]) {
    await expect.element(figure.getByText(text)).toBeVisible();
  }
  expect(await barriersIn(container)).toEqual([]);
});

test('its button shows the rows as a table, the gap with its reason, and back', async () => {
  const { container } = await render(ChartFigure, { props });
  await page.getByRole('button', { name: 'Table' }).click();
  await expect.element(page.getByRole('row', { name: 'Amber 80 % (32/40)' })).toBeVisible();
  await expect.element(page.getByRole('row', { name: 'Dogwood no report' })).toBeVisible();
  expect(container.querySelector('.drawing')).toBeNull();
  expect(await barriersIn(container)).toEqual([]);
  await page.getByRole('button', { name: 'Chart' }).click();
  await expect.element(page.getByRole('table')).not.toBeInTheDocument();
  expect(container.querySelector('.drawing')).not.toBeNull();
});

test('leaves the choice between table and chart to a page that makes it', async () => {
  const ontable = vi.fn();
  const { rerender } = await render(ChartFigure, { props: { ...props, tableShown: false, ontable } });
  await page.getByRole('button', { name: 'Table' }).click();
  expect(ontable).toHaveBeenCalledExactlyOnceWith(true);
  await expect.element(page.getByRole('table')).not.toBeInTheDocument();
  await rerender({ tableShown: true });
  await expect.element(page.getByRole('table')).toBeVisible();
  await page.getByRole('button', { name: 'Chart' }).click();
  expect(ontable).toHaveBeenLastCalledWith(false);
});

test('its actions are words without boxes, 44 pixels high, with those of the page among them', async () => {
  const links = createRawSnippet(() => ({ render: () => '<button type="button">Copy link</button>' }));
  await render(ChartFigure, { props: { ...props, links, oncsv: vi.fn() } });
  await expect.element(page.getByRole('button', { name: 'Copy link' })).toBeVisible();
  for (const button of page.getByRole('button').elements()) {
    expect(getComputedStyle(button).borderStyle).toBe('none');
    const { width, height } = button.getBoundingClientRect();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  }
});

test('offers CSV and the pictures only to a page that can give them', async () => {
  const oncsv = vi.fn();
  const { rerender } = await render(ChartFigure, { props });
  expect(page.getByRole('button', { name: /CSV|PNG|SVG/ }).elements()).toHaveLength(0);
  await rerender({ oncsv, onpng: vi.fn(), onsvg: vi.fn() });
  await page.getByRole('button', { name: 'CSV' }).click();
  expect(oncsv).toHaveBeenCalledOnce();
  await page.getByRole('button', { name: 'Table' }).click();
  await expect.element(page.getByRole('button', { name: 'PNG' })).toBeDisabled();
  await expect.element(page.getByRole('button', { name: 'SVG' })).toBeDisabled();
});

test('its picture is a PNG of twice the size with the drawing in its colours', async () => {
  let picture: Promise<Blob> | null = null;
  const onpng = (figure: HTMLElement) => void (picture = toPng(figure));
  const { container } = await render(ChartFigure, { props: { ...props, onpng } });
  await page.getByRole('button', { name: 'PNG' }).click();
  const blob = await picture!;
  expect(blob.type).toBe('image/png');
  const bitmap = await createImageBitmap(blob);
  expect(bitmap.width).toBeGreaterThan(container.querySelector('figure')!.clientWidth * 2);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const pen = canvas.getContext('2d')!;
  pen.drawImage(bitmap, 0, 0);
  const { data } = pen.getImageData(0, 0, bitmap.width, bitmap.height);
  let red = 0;
  for (let at = 0; at < data.length; at += 4)
    if (data[at] === 255 && data[at + 1] === 0 && data[at + 2] === 0) red += 1;
  expect(red).toBeGreaterThan(6_000);
  bitmap.close();
});
