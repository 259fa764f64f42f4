import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import fontNotInside from '../fixtures/pdf/font-not-inside.pdf?url';
import pagesAndRules from '../fixtures/pdf/pages-and-rules.pdf?url';
import { openPdfPicture } from '../../src/host/pdf-picture.ts';
import { Collection } from '../../src/state/collection.svelte.ts';

const fileAt = async (address: string, name: string) => new File([await (await fetch(address)).arrayBuffer()], name);

describe('a PDF of the reader’s own', () => {
  let collection: Collection;
  beforeEach(async () => {
    collection = await Collection.open();
    await collection.clear();
  });
  afterEach(() => collection.clear());

  test('is read in a worker, with its own fonts and with fonts that only the page’s tables know', async () => {
    const files = [await fileAt(pagesAndRules, 'a.pdf'), await fileAt(fontNotInside, 'b.pdf')];
    await collection.add(files);
    expect(collection.failure).toBeNull();
    const found = collection.reports.map(({ file, body, year, trouble }) => ({ file, body, year, trouble }));
    expect(found.sort((one, other) => one.file.localeCompare(other.file))).toEqual([
      { file: 'a.pdf', body: '云岭县档案局', year: 2023, trouble: null },
      { file: 'b.pdf', body: '桐河区白石镇人民政府', year: 2022, trouble: null },
    ]);
    const opened = await collection.open(collection.reports.find(({ file }) => file === 'b.pdf')!.id);
    const cells = opened!.report!.cells.map(({ id, value }) => [id, value]);
    expect(Object.fromEntries(cells)).toMatchObject({ normative_docs_in_force: 17, admin_fees_wan: 12.5 });
  });

  test('that is damaged is listed with its reason', async () => {
    await collection.add([new File(['%PDF-1.7\nnothing'], 'c.pdf')]);
    expect(collection.reports.map(({ trouble }) => trouble?.what)).toEqual(['damaged']);
  });
});

describe('a picture of a PDF’s page', () => {
  /** Share of a canvas's points that are not white. */
  function inked(canvas: HTMLCanvasElement): number {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at]! < 128) dark += 1;
    return (dark * 4) / data.length;
  }

  test('fills the width of the canvas and shows the page', async () => {
    const picture = await openPdfPicture(await fileAt(pagesAndRules, 'a.pdf'));
    const canvas = document.createElement('canvas');
    canvas.width = 500;
    await picture.draw(1, canvas);
    expect(picture.pages).toBeGreaterThan(1);
    expect([canvas.width, canvas.height]).toEqual([500, Math.round((500 * 842) / 595)]);
    expect(inked(canvas)).toBeGreaterThan(0.005);
    expect(inked(canvas)).toBeLessThan(0.5);
    await picture.close();
  });

  test('is refused where the file is no PDF', async () => {
    await expect(openPdfPicture(new Blob(['no PDF']))).rejects.toThrow();
  });
});
