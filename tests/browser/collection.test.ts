import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import blankCells from '../fixtures/documents/c1-blank-cells.html?raw';
import { Collection } from '../../src/state/collection.svelte.ts';

const page = (name: string) => new File([blankCells], name, { type: 'text/html' });

let collection: Collection;
beforeEach(async () => {
  collection = await Collection.open();
  await collection.clear();
});
afterEach(() => collection.clear());

describe('a document of the reader’s own', () => {
  test('is read in a worker, listed with its body and year, and opened with its figures and its bytes', async () => {
    await collection.add([page('水务局.html')]);
    expect(collection.failure).toBeNull();
    expect(collection.unkept).toBeNull();
    const [kept] = collection.reports;
    expect(kept).toMatchObject({
      file: '水务局.html',
      body: '青溪县水务局',
      year: 2024,
      status: 'gaps',
      trouble: null,
    });
    const opened = await collection.open(kept!.id);
    expect(opened!.report!.cells).toHaveLength(kept!.cells);
    expect(await opened!.source!.text()).toBe(blankCells);
  });

  test('is there after a reload, with what was corrected and typed by hand, and gone when it is removed', async () => {
    await collection.add([page('水务局.html')]);
    const [{ id, cells, gaps }] = collection.reports as [(typeof collection.reports)[number]];
    const report = (await collection.open(id))!.report!;
    const [gap] = report.gaps;
    const [cell] = report.cells;
    await collection.correct(id, gap!.id, 7);
    await collection.correct(id, cell!.id, null);
    await collection.identify(id, { body: '青溪县水利局', year: null, region: '云岭省瑞州市青溪县' });

    const again = await Collection.open();
    expect(again.reports).toEqual(collection.reports);
    expect(again.reports[0]).toMatchObject({ body: '青溪县水利局', year: 2024, cells, gaps, corrections: 2 });
    const opened = (await again.open(id))!;
    expect(opened.corrections).toMatchObject([
      { cell: gap!.id, before: null, after: 7 },
      { cell: cell!.id, before: cell!.value, after: null },
    ]);
    await again.takeBack(id, cell!.id);
    expect(again.reports[0]).toMatchObject({ cells: cells + 1, gaps: gaps - 1, corrections: 1 });

    await again.remove(id);
    expect((await Collection.open()).reports).toEqual([]);
  });

  test('that gives no report stays in the list with the reason and its bytes', async () => {
    await collection.add([new File(['只是一句话'], 'note.txt'), new File([], 'nothing.html')]);
    expect(collection.reports.map(({ file, status, trouble }) => [file, status, trouble])).toMatchObject([
      ['note.txt', 'failed', { what: 'not-a-report' }],
      ['nothing.html', 'failed', { what: 'empty' }],
    ]);
    const opened = await collection.open(collection.reports[0]!.id);
    expect([opened!.report, await opened!.source!.text()]).toEqual([null, '只是一句话']);
  });
});
