import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import blankCells from '../fixtures/documents/c1-blank-cells.html?raw';
import { openDataset } from '../../src/host/duckdb-wasm.ts';
import type { KeptReport } from '../../src/host/kept-report.ts';
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

describe('many files', () => {
  test('come in a ZIP and in folders, with what stands beside them; the same bytes twice are one report, and told', async () => {
    const sidecar = JSON.stringify({
      body: '青溪县水利局',
      corrections: [{ cell: 'new_total', after: 9, made_at: '2026-01-02' }],
    });
    const zip = zipSync({
      'reports/a.html': strToU8(blankCells),
      'reports/a.html.json': strToU8(sidecar),
      'reports/.hidden.html': strToU8('x'),
      'list.csv': strToU8('单位,年度,new_total\n叶县财政局,2024,3\n'),
      'older.zip': zipSync({ 'README.txt': strToU8('x'), 'd.html': strToU8(blankCells.replaceAll('2024', '2022')) }),
    });
    const other = blankCells.replaceAll('2024', '2023');
    await collection.add([
      new File([zip], 'all.zip'),
      { file: new File([other], 'b.html'), path: 'folder/b.html' },
      { file: new File([other], 'c.html'), path: 'folder/c.html' },
      new File([zip.slice(0, 200)], 'torn.zip'),
    ]);
    expect(
      collection.reports.map(({ file, body, year, status, corrections }) => [file, body, year, status, corrections]),
    ).toEqual([
      ['all.zip/list.csv', '叶县财政局', 2024, 'read', 0],
      ['all.zip/older.zip/d.html', '青溪县水务局', 2022, 'gaps', 0],
      ['all.zip/reports/a.html', '青溪县水利局', 2024, 'gaps', 1],
      ['folder/b.html', '青溪县水务局', 2023, 'gaps', 0],
      ['torn.zip', null, null, 'failed', 0],
    ]);
    expect(collection.lists.map(({ file, format }) => [file, format])).toEqual([['all.zip/list.csv', 'csv-wide']]);
    expect(collection.problems).toMatchObject([
      { file: 'folder/c.html', trouble: { what: 'repeat', of: 'folder/b.html' } },
    ]);
    expect((await collection.open(collection.reports[2]!.id))!.corrections).toMatchObject([
      { cell: 'new_total', after: 9 },
    ]);
  });
});

describe('two tabs', () => {
  test('that correct one report at the same moment keep both corrections, and see them', async () => {
    const other = await Collection.open();
    await collection.add([page('a.html')]);
    const { id } = collection.reports[0]!;
    await expect.poll(() => other.reports.map((report) => report.id)).toEqual([id]);
    await Promise.all([
      collection.correct(id, 'new_total', 41),
      other.correct(id, 'carried_in_total', 7),
      collection.identify(id, { body: '青溪县水利局', year: null, region: null }),
      other.correct(id, 'granted_natural', 9),
      collection.correct(id, 'new_natural', 8),
    ]);
    const made = ['carried_in_total', 'granted_natural', 'new_natural', 'new_total'];
    for (const tab of [collection, other, await Collection.open()]) {
      await expect
        .poll(() => tab.reports.map(({ body, corrections }) => [body, corrections]))
        .toEqual([['青溪县水利局', 4]]);
      expect((await tab.open(id))!.corrections.map(({ cell }) => cell).sort()).toEqual(made);
    }
  });

  test('share what is gone: a report that one has removed is not corrected, and not read again, by the other', async () => {
    await collection.add([page('a.html')]);
    const { id } = collection.reports[0]!;
    const other = await Collection.open();
    await Promise.all([collection.remove(id), other.correct(id, 'new_total', 41)]);
    await expect.poll(() => [collection.reports, other.reports]).toEqual([[], []]);
    expect((await Collection.open()).reports).toEqual([]);
  });
});

describe('the dataset of the collection', () => {
  const SUM = 'SELECT name, year, new_total FROM report JOIN body USING (body_id) WHERE current ORDER BY year';

  async function figures(of: Collection): Promise<unknown> {
    const { origin } = await of.dataset(() => undefined, new AbortController().signal);
    const database = await openDataset(origin);
    try {
      return (await database.run(SUM)).rows;
    } finally {
      await database.close();
    }
  }

  test('holds documents with their corrections and lists together; a report without a body waits until it is typed', async () => {
    const nameless = blankCells.replaceAll('青溪县水务局', '本机关').replaceAll('2024', '2023');
    await collection.add([
      page('a.html'),
      new File([nameless], 'b.html'),
      new File(['单位,年度,new_total\n叶县财政局,2022,3\n'], 'list.csv'),
    ]);
    const [first, second] = collection.reports as [KeptReport, KeptReport];
    expect([second.body, second.year]).toEqual([null, 2023]);
    await collection.correct(first.id, 'new_total', 41);
    const before = [
      ['叶县财政局', 2022, 3],
      ['青溪县水务局', 2024, 41],
    ];
    expect(await figures(collection)).toEqual(before);
    await collection.identify(second.id, { body: '青溪县林业局', year: null, region: null });
    const report = (await collection.open(second.id))!.report!;
    const read = report.cells.find(({ id }) => id === 'new_total')?.value ?? null;
    expect(await figures(collection)).toEqual([before[0], ['青溪县林业局', 2023, read], before[1]]);
    expect(await figures(await Collection.open())).toEqual([before[0], ['青溪县林业局', 2023, read], before[1]]);
  }, 90_000);
});

describe('a saved set', () => {
  test('opens again as it was: sources, lists, what was typed and corrected', async () => {
    await collection.add([
      { file: page('a.html'), path: 'folder/a.html' },
      new File(['只是一句话'], 'note.txt'),
      new File(['单位,年度,new_total\n叶县财政局,2022,3\n'], 'list.csv'),
    ]);
    const [{ id }] = collection.reports as [KeptReport];
    await collection.correct(id, 'new_total', 41);
    await collection.identify(id, { body: '青溪县水利局', year: null, region: '云岭省瑞州市青溪县' });
    const before = collection.reports;
    const saved = await collection.save();
    const files = unzipSync(new Uint8Array(await saved.arrayBuffer()));
    expect(Object.keys(files)).toEqual([
      'sources/folder/a.html',
      'sources/folder/a.html.json',
      'sources/note.txt',
      'lists/list.csv',
      'figures.csv',
      'corrections.csv',
      'nianbao-set.json',
    ]);
    expect(strFromU8(files['figures.csv']!)).toContain(`${id},青溪县水利局,2024,云岭省瑞州市青溪县,new_total,41,yes`);
    await collection.clear();
    await collection.add([new File([saved], 'set.zip')]);
    expect(collection.problems).toEqual([]);
    const known = ({ file, body, year, cells, gaps, corrections, status }: KeptReport) => [
      file,
      body,
      year,
      cells,
      gaps,
      corrections,
      status,
    ];
    // The archive has its lists before its sources.
    expect(collection.reports.map(known).sort()).toEqual(before.map(known).sort());
    expect(collection.lists.map(({ file }) => file)).toEqual(['list.csv']);
    expect((await collection.open(id))!.corrections).toMatchObject([{ cell: 'new_total', after: 41 }]);
  });
});
