import { createRawSnippet } from 'svelte';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import ChartFigure from '../../../src/charts/ChartFigure.svelte';
import { toPng } from '../../../src/charts/png.ts';
import '../../../src/ui/tokens.css';
import { barriersIn } from './accessibility.ts';

const words = { showTable: 'Table', showChart: 'Chart', exports: 'Export' };
const file = (key: string, save: (figure: HTMLElement) => void, isPicture = false) => ({
  key,
  label: key.toUpperCase(),
  isPicture,
  save,
});
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
  await render(ChartFigure, { props: { ...props, links, files: [file('csv', vi.fn())] } });
  await expect.element(page.getByRole('button', { name: 'Copy link' })).toBeVisible();
  await page.getByText('Export').click();
  expect(page.getByRole('button').elements()).toHaveLength(3);
  for (const button of [...page.getByRole('button').elements(), page.getByText('Export').element()]) {
    expect(getComputedStyle(button).borderStyle).toBe('none');
    const { width, height } = button.getBoundingClientRect();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  }
});

test('offers files in a menu, pictures only of the chart, and closes it by a choice or by Escape', async () => {
  const [csv, png] = [vi.fn(), vi.fn()];
  const { container, rerender } = await render(ChartFigure, { props });
  expect(container.querySelector('details')).toBeNull();
  await rerender({ files: [file('csv', csv), file('png', png, true)] });
  await page.getByText('Export').click();
  expect(await barriersIn(container)).toEqual([]);
  await page.getByRole('button', { name: 'CSV' }).click();
  expect(csv).toHaveBeenCalledExactlyOnceWith(container.querySelector('figure'));
  await expect.element(page.getByText('CSV')).not.toBeVisible();
  await page.getByRole('button', { name: 'Table' }).click();
  await page.getByText('Export').click();
  await expect.element(page.getByRole('button', { name: 'PNG' })).toBeDisabled();
  await userEvent.keyboard('{Tab}{Escape}');
  await expect.element(page.getByText('CSV')).not.toBeVisible();
  expect(document.activeElement?.textContent).toBe('Export');
  expect(png).not.toHaveBeenCalled();
});

test('its picture is a PNG of twice the size with the drawing in its colours', async () => {
  let picture: Promise<Blob> | null = null;
  const save = (figure: HTMLElement) => void (picture = toPng(figure));
  const { container } = await render(ChartFigure, { props: { ...props, files: [file('png', save, true)] } });
  await page.getByText('Export').click();
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
