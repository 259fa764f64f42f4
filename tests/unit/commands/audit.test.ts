import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOST_CHARACTERS, NAMELESS, openDesk, REPORT, type Desk } from './desk.ts';

const list = (body: string, figures: Readonly<Record<string, number | null>>, more: object = {}) =>
  `${JSON.stringify({ body, year: 2024, form: '2021', source: 'list', measures: figures, ...more })}\n`;

const BROKEN = list('青溪县财政局', {
  review_upheld: 10,
  review_corrected: 1,
  review_other_result: 0,
  review_pending: 0,
  review_total: 0,
});
const INJECTED = list('=HYPERLINK("http://example.com","x")', { new_total: -1 });

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await desk.lay({
    'sound.html': REPORT,
    'broken.jsonl': BROKEN,
    'injected.jsonl': INJECTED,
    'nameless.txt': NAMELESS,
    'lost.txt': LOST_CHARACTERS,
    'no.duckdb': 'nothing',
  });
});
afterAll(() => desk.clear());

interface Line {
  readonly rule: string;
  readonly outcome: string;
  readonly at: string;
}

const failing = (lines: readonly string[]) =>
  lines.map((line) => JSON.parse(line) as Line).filter(({ outcome }) => outcome === 'fails');

describe('nianbao audit', () => {
  it('ends well where no MUST fails, with a summary of every rule', async () => {
    const { exit, out, err } = await desk.run(['audit', 'sound.html', '--severity', 'must']);
    expect(exit).toBe(0);
    expect(err).toEqual([]);
    expect(out[0]).toMatch(/^rule +severity +holds +fails +cannot be checked/);
    expect(out.find((line) => line.startsWith('T3-SUM'))).toMatch(/^T3-SUM +must +1 +0 +0 /);
    expect(out.at(-1)).toBe('bodies 1, reports 1, rules 6; fails 0, cannot be checked 0');
  });

  it('ends with 1 where a MUST fails, and says what is wrong in either language', async () => {
    const words = ['audit', 'broken.jsonl', '--rules', 't4-sum'];
    const english = await desk.run(words);
    expect(english.exit).toBe(1);
    expect(english.out.slice(0, 2)).toEqual([
      '青溪县财政局 2024: must 1 (broken.jsonl)',
      '  T4-SUM  must  reconsideration: 0 stands there, 11 is due',
    ]);
    const { out } = await desk.run([...words, '--lang', 'zh']);
    expect(out[1]).toBe('  T4-SUM  must  行政复议：应为 11，却为 0');
  });

  it('prints one line of JSON a finding', async () => {
    const { exit, out, err } = await desk.run(['audit', 'broken.jsonl', '--rules', 'T4-SUM', '--format', 'json']);
    expect(exit).toBe(1);
    expect(out.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        source: 'broken.jsonl',
        body: '青溪县财政局',
        year: 2024,
        rule: 'T4-SUM',
        severity: 'must',
        outcome: 'fails',
        cells: ['review_total', 'review_upheld', 'review_corrected', 'review_other_result', 'review_pending'],
        expected: 11,
        actual: 0,
        at: 'review',
        explanations: [{ if: { review_total: 11 }, slip: null, complete: true }],
      },
      expect.objectContaining({
        outcome: 'cannot-check',
        at: 'suit_direct',
        expected: null,
        actual: null,
        lacking: expect.objectContaining({ suit_direct_total: 'not-listed' }) as unknown,
      }),
      expect.objectContaining({ outcome: 'cannot-check', at: 'suit_after_review' }),
    ]);
    expect(err.at(-1)).toBe('bodies 1, reports 1, rules 1; fails 1, cannot be checked 2');
  });

  it('audits a dataset as it audits what the dataset was built from', async () => {
    await desk.run(['build', 'sound.html', 'broken.jsonl', '--out', 'set.duckdb']);
    const built = await desk.run(['audit', 'set.duckdb', '--format', 'json']);
    const inputs = await desk.run(['audit', 'sound.html', 'broken.jsonl', '--format', 'json']);
    expect(failing(built.out).length).toBeGreaterThan(0);
    expect(built.out).toEqual(inputs.out);
    expect(built.exit).toBe(1);
  });

  it('lets no text run as a formula in CSV', async () => {
    const { out } = await desk.run(['audit', 'injected.jsonl', '--rules', 'NUM', '--format', 'csv']);
    const rows = parse<Record<string, string>>(`${out.join('\n')}\n`, { columns: true, bom: true });
    expect(rows.map(({ body, rule, at, said }) => ({ body, rule, at, said }))).toEqual([
      { body: `'=HYPERLINK("http://example.com","x")`, rule: 'NUM', at: 'new_total', said: `'-1` },
    ]);
  });

  it('writes lists of findings into a file for programs, and the summary to standard error', async () => {
    const words = ['audit', 'broken.jsonl', '--rules', 'T4-SUM', '--lang', 'zh', '--format'];
    const csv = await desk.run([...words, 'csv', '--out', 'findings.csv']);
    expect([csv.exit, csv.out]).toEqual([1, []]);
    expect(csv.err.at(-1)).toBe('bodies 1, reports 1, rules 1; fails 1, cannot be checked 2');
    const text = await readFile(path.join(desk.folder, 'findings.csv'), 'utf8');
    expect(text.startsWith('\uFEFFsource,body,')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(5);
    const [failed, open] = parse<Record<string, string>>(text, { columns: true, bom: true });
    expect(failed).toMatchObject({
      severity: 'must',
      outcome: 'fails',
      expected: '11',
      actual: '0',
      difference: '-11',
      labels: '行政复议 · 总计；行政复议 · 结果维持；行政复议 · 结果纠正；行政复议 · 其他结果；行政复议 · 尚未审结',
      entered: 'figures',
    });
    // What nobody knows is empty, and no zero.
    expect(open).toMatchObject({ outcome: 'cannot-check', expected: '', actual: '', difference: '' });
    const json = await desk.run([...words, 'json', '--out', 'findings.jsonl']);
    expect([json.exit, json.out]).toEqual([1, []]);
    const lines = (await readFile(path.join(desk.folder, 'findings.jsonl'), 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as Line).outcome)).toEqual(['fails', 'cannot-check', 'cannot-check']);
    const table = await desk.run([...words, 'table', '--out', 'findings.txt']);
    expect(table.err.at(-1)).toBe(csv.err.at(-1));
    const told = await readFile(path.join(desk.folder, 'findings.txt'), 'utf8');
    expect(told).toContain('T4-SUM  must  行政复议：应为 11，却为 0');
  });

  it('says of each finding of a dataset that is made up that it is', async () => {
    await desk.run(['build', 'broken.jsonl', '--synthetic', '--out', 'made-up.duckdb']);
    const words = ['audit', 'made-up.duckdb', '--rules', 'T4-SUM', '--format'];
    const { out } = await desk.run([...words, 'json']);
    expect(out.map((line) => (JSON.parse(line) as { synthetic?: boolean }).synthetic)).toEqual([true, true, true]);
    const { out: csv } = await desk.run([...words, 'csv']);
    const rows = parse<Record<string, string>>(`${csv.join('\n')}\n`, { columns: true, bom: true });
    expect(new Set(rows.map(({ synthetic }) => synthetic))).toEqual(new Set(['true']));
    await desk.run([...words, 'xlsx', '--out', 'made-up.xlsx']);
    const book = read(await readFile(path.join(desk.folder, 'made-up.xlsx')));
    for (const name of ['findings', 'arithmetic', 'sources'])
      for (const row of utils.sheet_to_json<Record<string, unknown>>(book.Sheets[name]!))
        expect(row['nature']).toBe('demonstration data, all made up, not to be quoted');
  });

  it('writes a spreadsheet without formulas: findings, their arithmetic, sources, and what it is', async () => {
    const { exit, err } = await desk.run(['audit', 'injected.jsonl', '--format', 'xlsx', '--out', 'findings.xlsx']);
    expect(exit).toBe(1);
    expect(err.at(-1)).toMatch(/^bodies 1, reports 1/);
    const book = read(await readFile(path.join(desk.folder, 'findings.xlsx')));
    expect(book.SheetNames).toEqual(['findings', 'arithmetic', 'sources', 'about']);
    const rows = (name: string) => utils.sheet_to_json<Record<string, unknown>>(book.Sheets[name]!);
    const [negative] = rows('findings').filter(({ rule, outcome }) => rule === 'NUM' && outcome === 'fails');
    const body = `'=HYPERLINK("http://example.com","x")`;
    expect(negative).toMatchObject({ body, severity: 'must hold', 'as published': `'-1`, 'cells (ids)': 'new_total' });
    const ofNegative = rows('arithmetic').filter((row) => row['no.'] === negative!['no.']);
    expect(ofNegative).toMatchObject([{ body, cell: 'new_total', 'figure, or why there is none': 'not a number: -1' }]);
    expect(rows('sources')).toMatchObject([{ body, year: 2024, entered: 'from a list of figures' }]);
    const about = utils.sheet_to_json<unknown[]>(book.Sheets['about']!, { header: 1 });
    expect(about).toContainEqual(['exported at', '2026-01-31T08:00:00.000Z']);
    const cells = book.SheetNames.flatMap((name) => Object.values(book.Sheets[name]!) as { f?: string }[]);
    expect(cells.filter(({ f }) => f !== undefined)).toEqual([]);
  });

  it('makes the spreadsheet in Chinese as the page does', async () => {
    await desk.run([
      'audit',
      'broken.jsonl',
      '--rules',
      'T4-SUM',
      '--format',
      'xlsx',
      '--out',
      'zh.xlsx',
      '--lang',
      'zh',
    ]);
    const book = read(await readFile(path.join(desk.folder, 'zh.xlsx')));
    const [first] = utils.sheet_to_json<Record<string, unknown>>(book.Sheets['问题']!);
    expect(first).toMatchObject({ 单位: '青溪县财政局', 年度: 2024, 规则: 'T4-SUM', 应为: 11, 实为: 0, 相差: -11 });
  });

  it('does not pass what it could not audit', async () => {
    const nameless = await desk.run(['audit', 'nameless.txt']);
    expect(nameless.exit).toBe(1);
    expect(nameless.err.join('\n')).toContain('say it in nameless.txt.json');
    const lost = await desk.run(['audit', 'sound.html', 'lost.txt']);
    expect(lost.exit).toBe(1);
    expect(lost.err.join('\n')).toContain('lost.txt');
    const absent = await desk.run(['audit', 'absent.html']);
    expect(absent.exit).toBe(1);
    const dataset = await desk.run(['audit', 'no.duckdb']);
    expect(dataset.exit).toBe(1);
    expect(dataset.err.join('\n')).toContain('cannot open the dataset no.duckdb');
  });

  it('refuses rules that do not exist', async () => {
    const { exit, err } = await desk.run(['audit', 'sound.html', '--rules', 'T3-SUM,T9-ALL']);
    expect(exit).toBe(2);
    expect(err[0]).toMatch(/^error: there is no rule T9-ALL; the rules are T3-COL, /);
    const none = await desk.run(['audit', 'sound.html', '--rules', 'T3-CARRY', '--severity', 'must']);
    expect(none.exit).toBe(2);
  });
});
