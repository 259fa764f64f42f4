import { utils, write, type WorkSheet } from '@e965/xlsx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReportLine } from '../../../src/commands/report-line.ts';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
beforeEach(async () => void (desk = await openDesk()));
afterEach(() => desk.clear());

const linesOf = (out: readonly string[]) => out.map((line) => JSON.parse(line) as ReportLine);

function book(sheets: Readonly<Record<string, WorkSheet>>): Uint8Array {
  const whole = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(whole, sheet, name);
  return new Uint8Array(write(whole, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

/** Two header rows: groups of columns merged over their columns, the others merged downwards. */
function grouped(): WorkSheet {
  const sheet = utils.aoa_to_sheet([
    ['各单位2024年政府信息公开情况汇总表'],
    ['单位名称', '年度', '本年新收政府信息公开申请数量', '', '行政许可', '备注'],
    ['', '', '自然人', '总计', '', ''],
    ['青溪县水务局', 2024, 3, 5, 120, ''],
    ['', 2023, 2, 4, 110, '补报'],
    ['松岭县公安局', 2024, '/', 0, 9.5, ''],
    ['合计', '', 5, 9, 239.5, ''],
  ]);
  const merge = (top: number, left: number, bottom: number, right: number) => ({
    s: { r: top, c: left },
    e: { r: bottom, c: right },
  });
  sheet['!merges'] = [
    merge(0, 0, 0, 5),
    merge(1, 0, 2, 0),
    merge(1, 1, 2, 1),
    merge(1, 2, 1, 3),
    merge(1, 4, 2, 4),
    merge(1, 5, 2, 5),
    merge(3, 0, 4, 0),
  ];
  return sheet;
}

describe('a table of many bodies in a spreadsheet', () => {
  test('gives a report a line under the labels of the form, and leaves out sums, with what it left', async () => {
    await desk.lay({ 'a.xlsx': book({ 汇总: grouped(), 说明: utils.aoa_to_sheet([['按季度更新']]) }) });
    const { exit, out, err } = await desk.run(['read', 'a.xlsx']);
    expect(exit).toBe(0);
    expect(linesOf(out).map(({ body, year, measures, gaps }) => [body, year, measures, gaps])).toEqual([
      ['青溪县水务局', 2024, { licensing_decisions: 120, new_natural: 3, new_total: 5 }, {}],
      ['青溪县水务局', 2023, { licensing_decisions: 110, new_natural: 2, new_total: 4 }, {}],
      ['松岭县公安局', 2024, { new_total: 0 }, { licensing_decisions: 'not-a-number', new_natural: 'not-a-number' }],
    ]);
    expect(err).toEqual([
      expect.stringMatching(/^problem: a\.xlsx:2: "备注" is no cell of the form/),
      expect.stringMatching(/^problem: a\.xlsx:6: new_natural is no count: "\/"/),
      expect.stringMatching(/^problem: a\.xlsx:6: licensing_decisions is no count: "9\.5"/),
      expect.stringMatching(/^problem: a\.xlsx:7: "合计" adds up other lines/),
      'problem: a.xlsx:1: the sheet "说明" is no list of figures; it is left out',
    ]);
  });

  test('is never taken for a report of one body where it does not say the year', async () => {
    const sheet = utils.aoa_to_sheet([
      ['单位', 'new_total', 'carried_in_total', 'granted_total'],
      ['青溪县水务局', 3, 1, 2],
    ]);
    await desk.lay({ 'a.xlsx': book({ A: sheet }), 'a.csv': utils.sheet_to_csv(sheet) });
    const { exit, out } = await desk.run(['read', 'a.xlsx', 'a.csv']);
    expect(exit).toBe(1);
    expect(linesOf(out).map(({ source, failure }) => [source, failure?.code, failure?.message])).toEqual([
      ['a.xlsx', 'list', expect.stringContaining('no column is known to hold the year')],
      ['a.csv', 'list', expect.stringContaining('no column is known to hold the year')],
    ]);
  });

  test('is read by a mapping of its columns, in a spreadsheet or a CSV file', async () => {
    const sheet = utils.aoa_to_sheet([
      ['填报单位', '新收', '结转', '予以公开', '备注'],
      ['青溪县水务局', 3, 1, 2, '甲'],
      ['松岭县公安局', 0, '', 4, ''],
    ]);
    const mapping = {
      columns: { 填报单位: 'body', 新收: 'new_total', 结转: 'carried_in_total', 予以公开: 'granted_total', 备注: null },
      year: 2024,
    };
    await desk.lay({
      'a.xlsx': book({ A: sheet }),
      'a.csv': utils.sheet_to_csv(sheet),
      'm.json': JSON.stringify(mapping),
      'bad.json': '{ "columns": { "新收": "new_totals" } }',
    });
    const { exit, out, err } = await desk.run(['read', '--columns', 'm.json', 'a.xlsx', 'a.csv']);
    expect({ exit, err }).toEqual({ exit: 0, err: [] });
    const expected = [
      ['青溪县水务局', 2024, { new_total: 3, carried_in_total: 1, granted_total: 2 }],
      ['松岭县公安局', 2024, { new_total: 0, granted_total: 4 }],
    ];
    expect(linesOf(out).map(({ body, year, measures }) => [body, year, measures])).toEqual([...expected, ...expected]);
    const refused = await desk.run(['read', '--columns', 'bad.json', 'a.xlsx']);
    expect(refused.exit).toBe(1);
    expect(refused.err.join(' ')).toContain('"新收" must be an id of a cell');
  });

  test('is known by names of bodies and numbers where no header is, and asks for a mapping', async () => {
    const sheet = utils.aoa_to_sheet([
      ['填报情况', '甲', '乙'],
      ['青溪县水务局', 3, 1],
      ['松岭县公安局', 0, 2],
    ]);
    await desk.lay({ 'a.xlsx': book({ A: sheet }) });
    const { exit, out } = await desk.run(['read', 'a.xlsx']);
    expect(exit).toBe(1);
    expect(linesOf(out)[0]!.failure?.message).toContain('no column is known to hold the body or the year');
  });

  test('takes what stands beside it: its mapping, and what is said of single rows', async () => {
    const sheet = utils.aoa_to_sheet([
      ['填报情况', '新收', '行政事业性收费'],
      ['青溪县水务局', 3, 50000],
      ['松岭县公安局', { t: 'e', v: 7, w: '#DIV/0!' }, { t: 'n', v: 2, f: 'SUM(B2:B9)' }],
    ]);
    const sidecar = {
      columns: { 填报情况: 'body', 新收: 'new_total', 行政事业性收费: 'admin_fees_wan:元' },
      year: 2024,
      rows: {
        'A!2': { region: '云岭省瑞州市青溪县' },
        'A!3': { body: '松岭县林业局', corrections: [{ cell: 'new_total', after: 9, made_at: '2026-01-02' }] },
      },
    };
    const csv = utils.sheet_to_csv(sheet);
    const beside = JSON.stringify(sidecar);
    await desk.lay({
      'in/a.xlsx': book({ A: sheet }),
      'in/a.xlsx.json': beside,
      'in/b.csv': csv,
      'in/b.csv.json': beside.replaceAll('A!', ''),
    });
    const { exit, out } = await desk.run(['read', 'in']);
    expect(exit).toBe(0);
    const expected = [
      ['青溪县水务局', 2024, { new_total: 3, admin_fees_wan: 5 }, {}],
      ['松岭县林业局', 2024, { admin_fees_wan: 0.0002 }, { new_total: 'not-a-number' }],
    ];
    expect(linesOf(out).map(({ body, year, measures, gaps }) => [body, year, measures, gaps])).toEqual([
      ...expected,
      ...expected,
    ]);
    const built = await desk.run(['build', 'in', '--out', 'x.duckdb']);
    expect(built.exit).toBe(0);
    expect(built.out.join(' ')).toContain('corrected');
  });
});
