import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDataset } from '../../../src/host/dataset-file.ts';
import { openNodeDatabase } from '../../../src/host/duckdb-node.ts';
import { bodyGapsQuery } from '../../../src/store/body-gaps.ts';
import { bodyOtherCellsQuery } from '../../../src/store/body-other-cells.ts';
import type { Database } from '../../../src/store/database.ts';
import { datasetFactsQuery } from '../../../src/store/dataset-facts.ts';
import { formatSchema } from '../../../src/store/document.ts';
import { measureGapsQuery } from '../../../src/store/measure-gaps.ts';
import { readFilingRows } from '../../../src/store/rows.ts';
import { buildCorrectedDataset } from '../../fixtures/corrected-dataset.ts';
import { CORRECTED_DESCRIPTION, CORRECTED_FILINGS } from '../../fixtures/corrected-filings.ts';
import { draftFiling } from '../../fixtures/draft-filing.ts';

const madeAt = '2026-03-01';

describe('a dataset with corrections', () => {
  let folder: string;
  let database: Database;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'nianbao-corrected-'));
    await buildCorrectedDataset(path.join(folder, 'corrected.duckdb'));
    database = await openNodeDatabase(path.join(folder, 'corrected.duckdb'));
  });
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });
  const rowsOf = async (statement: string) => (await database.run(statement)).rows;
  const financeId = async () => Number((await rowsOf(`SELECT body_id FROM body WHERE name = '石桥县财政局'`))[0]![0]);

  it('counts the figures as corrected', async () => {
    const statement = `SELECT name, year, version, new_total, granted_total, handled_total, admin_fees_wan, new_natural
      FROM report JOIN body USING (body_id) WHERE year > 2020 ORDER BY year, name, version`;
    expect(await rowsOf(statement)).toEqual([
      ['石桥县财政局', 2021, 1, 100, 6, 9, 0, 0],
      ['石桥县财政局', 2021, 2, 12, null, 10, 31.41593, 0],
      ['石桥县退役军人事务局', 2021, 1, 5, 0, 0, 0, 0],
      ['石桥县人民政府', 2023, 1, 95, null, 88, null, null],
      ['石桥县应急管理局', 2023, 1, 5, null, 6, null, null],
      ['石桥县财政局', 2023, 1, 9, 0, 10, 0, 7],
    ]);
  });

  it('keeps what was read beside what counts, and tells a correction made over another reading', async () => {
    const statement = `SELECT year, version, cell, old_value, new_value, made_at, reason, outdated, made_over
      FROM correction JOIN report USING (report_id) JOIN body USING (body_id) WHERE name = '石桥县财政局'
      ORDER BY report_id, cell`;
    const at = '2026-03-01T09:30:00.000Z';
    expect(await rowsOf(statement)).toEqual([
      [2020, 1, 'other_all_total', 1, 2, at, null, false, null],
      [2021, 1, 'new_total', 10, 100, at, null, false, null],
      [2021, 2, 'admin_fees_wan', 3.141593, 31.41593, at, null, false, null],
      [2021, 2, 'granted_total', 6, null, at, null, false, null],
      [2021, 2, 'new_total', 11, 12, at, '与文字部分一致', false, null],
      [2023, 1, 'handled_total', 8, 10, at, null, true, 3],
      [2023, 1, 'new_natural', 7, 7, at, null, true, 1],
      [2023, 1, 'new_total', null, 9, at, null, false, null],
    ]);
  });

  it('counts the changed figures of current reports', async () => {
    expect((await database.ask(datasetFactsQuery()))[0]!.corrected).toBe(8);
  });

  it('keeps the gap that was filled, and does not count it as missing', async () => {
    const gaps = `SELECT cell, reason FROM gap JOIN report USING (report_id) WHERE year = 2023 ORDER BY cell`;
    expect(await rowsOf(gaps)).toEqual([
      ['licensing_decisions', 'blank'],
      ['new_total', 'cut-off'],
    ]);
    expect(await database.ask(measureGapsQuery('new_total'))).toEqual([]);
    expect(await database.ask(bodyGapsQuery(await financeId()))).toEqual([
      { year: 2021, cell: 'granted_total', reason: 'struck', raw: '6', span: expect.anything() as unknown },
      { year: 2023, cell: 'licensing_decisions', reason: 'blank', raw: '', span: null },
    ]);
  });

  it('says of a figure that was taken away that a person did', async () => {
    expect(await database.ask(measureGapsQuery('granted_total'))).toEqual([
      { year: 2021, reason: 'struck', reports: 1 },
      { year: 2023, reason: 'not-listed', reports: 2 },
    ]);
  });

  it('corrects a cell that only the 2019 form has', async () => {
    const cells = await database.ask(bodyOtherCellsQuery(await financeId()));
    expect(cells.find(({ cell }) => cell === 'other_all_total')).toEqual({
      year: 2020,
      cell: 'other_all_total',
      value: 2,
    });
  });

  it('gives the figures as read by the statement of the documentation', async () => {
    const statement = /```sql\n([^]+?)```/.exec(formatSchema())![1]!.replace(/;\s*$/, ' ORDER BY report.report_id');
    expect((await rowsOf(statement)).map(([, figure]) => figure)).toEqual([4, 11, 5, 90, 5, null]);
  });

  it('has another fingerprint without a correction, and the same in whatever order they come', async () => {
    const file = path.join(folder, 'other.duckdb');
    const fingerprintOf = async (filings: typeof CORRECTED_FILINGS) =>
      (await writeDataset(file, filings, CORRECTED_DESCRIPTION)).fingerprint;
    const first = await fingerprintOf(CORRECTED_FILINGS);
    const reversed = CORRECTED_FILINGS.map((filing) => ({
      ...filing,
      corrections: [...(filing.corrections ?? [])].reverse(),
    }));
    expect(await fingerprintOf(reversed)).toBe(first);
    const fewer = CORRECTED_FILINGS.map((filing) => ({ ...filing, corrections: filing.corrections?.slice(1) ?? [] }));
    expect(await fingerprintOf(fewer)).not.toBe(first);
  });
});

describe('a filing with a correction', () => {
  const draft = { body: '石桥县财政局', year: 2021, kind: 'document' as const, figures: { new_total: 2.5 } };

  it('keeps where the figure that was read stands, and why it was no figure', () => {
    const corrections = [{ cell: 'new_total', before: 2.5, after: 25, madeAt }];
    const rows = readFilingRows(draftFiling({ ...draft, corrections }));
    expect(rows.parts.gap).toEqual([['new_total', 'not-a-number', '2.5', expect.any(Number), expect.any(Number)]]);
    expect(rows.parts.correction).toEqual([['new_total', 2.5, 25, madeAt, null, false, null]]);
    const bare = readFilingRows(draftFiling({ ...draft, figures: { new_total: 3 } }));
    const corrected = readFilingRows(
      draftFiling({ ...draft, figures: { new_total: 3 }, corrections: [{ cell: 'new_total', after: 4, madeAt }] }),
    );
    expect(corrected.source).toEqual(bare.source);
  });

  it.each([
    [{ cell: 'no_such_cell', after: 1, madeAt }, 'no edition of the form has a cell no_such_cell'],
    [{ cell: 'new_total', after: 2.5, madeAt }, 'the correction of new_total: 2.5 is no whole number'],
    [{ cell: 'new_total', after: -1, madeAt }, 'the correction of new_total: -1 is below zero'],
    [{ cell: 'admin_fees_wan', after: Number.NaN, madeAt }, 'the correction of admin_fees_wan: NaN is not a number'],
    [{ cell: 'new_total', before: Infinity, after: 1, madeAt }, 'Infinity, which was read, is not a number'],
    [{ cell: 'new_total', after: 1, madeAt: 'yesterday' }, 'new_total says no date when it was made: yesterday'],
    [{ cell: 'new_total', after: 1, madeAt: '2026-13-45' }, 'new_total says no date when it was made: 2026-13-45'],
  ])('that cannot be used is refused with the reason (%#)', (correction, reason) => {
    expect(() => readFilingRows(draftFiling({ ...draft, corrections: [correction] }))).toThrow(reason);
  });

  it('that comes twice for one cell is refused', () => {
    const twice = [1, 2].map((after) => ({ cell: 'new_total', after, madeAt }));
    expect(() => readFilingRows(draftFiling({ ...draft, corrections: twice }))).toThrow('new_total is corrected twice');
  });

  it('takes a decrease where the form writes one as a negative number', () => {
    const corrections = [{ cell: 'fee_items_change', after: -3, madeAt }];
    const rows = readFilingRows(draftFiling({ ...draft, edition: '2019', year: 2020, figures: {}, corrections }));
    expect(rows.parts.other_cell).toContainEqual(['fee_items_change', -3]);
  });
});
