import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from './desk.ts';

const list = (figures: Readonly<Record<string, Readonly<Record<string, number>>>>) =>
  Object.entries(figures)
    .map(([body, measures]) => JSON.stringify({ body, year: 2024, form: '2021', source: 'list', measures }))
    .join('\n');
const block = (name: string, upheld: number, total: number) => ({
  [`${name}_upheld`]: upheld,
  [`${name}_corrected`]: 0,
  [`${name}_other_result`]: 0,
  [`${name}_pending`]: 0,
  [`${name}_total`]: total,
});

const EARLIER = list({
  青溪县财政局: { ...block('review', 3, 1), ...block('suit_direct', 2, 9) },
  青溪县教育局: block('review', 3, 1),
});
const LATER = list({
  青溪县财政局: { ...block('review', 3, 3), ...block('suit_direct', 2, 8), ...block('suit_after_review', 0, 4) },
});
const SOUND = list({ 青溪县财政局: { ...block('review', 3, 3), ...block('suit_direct', 2, 2) } });

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await desk.lay({ 'earlier.jsonl': EARLIER, 'later.jsonl': LATER, 'sound.jsonl': SOUND });
  expect((await desk.run(['build', 'earlier.jsonl', '--out', 'earlier.duckdb'])).exit).toBe(0);
});
afterAll(() => desk.clear());

const compare = (later: string, ...more: string[]) =>
  desk.run(['audit', later, '--against', 'earlier.duckdb', '--rules', 'T4-SUM', ...more]);

describe('nianbao audit --against', () => {
  it('tells what is mended, new and still there since an earlier dataset, and ends with 1 while a MUST fails', async () => {
    const { exit, out } = await compare('later.jsonl');
    expect(exit).toBe(1);
    expect(out).toEqual([
      'mended: 1',
      '  青溪县财政局 2024  T4-SUM  must  reconsideration: 1 stands there, 3 is due',
      'new: 1',
      '  青溪县财政局 2024  T4-SUM  must  suits after reconsideration: 4 stands there, 0 is due',
      'still there: 1',
      expect.stringContaining('8 stands there, 2 is due'),
      'report not there: 1',
      expect.stringContaining('青溪县教育局 2024'),
      expect.stringMatching(/^rule +severity +mended +new +still there +no longer checked +report not there +demands$/),
      expect.stringMatching(/^T4-SUM +must +1 +1 +1 +0 +1 /),
    ]);
  });

  it('ends well where what failed is mended, though it failed before', async () => {
    const { exit, out } = await compare('sound.jsonl', '--format', 'json');
    expect(exit).toBe(0);
    const lines = out.map((line) => JSON.parse(line) as { change: string; body: string; at: string });
    expect(lines.map(({ change, body, at }) => [change, body, at])).toEqual([
      ['absent', '青溪县教育局', 'review'],
      ['mended', '青溪县财政局', 'review'],
      ['mended', '青溪县财政局', 'suit_direct'],
    ]);
  });

  it('gives CSV a column of it, into a file where one is named, and takes inputs on both sides', async () => {
    const words = ['audit', 'later.jsonl', '--against', 'earlier.jsonl', '--rules', 'T4-SUM', '--format', 'csv'];
    const { exit, out } = await desk.run([...words, '--out', 'changes.csv']);
    expect([exit, out]).toEqual([1, []]);
    const rows = parse<Record<string, string>>(await readFile(path.join(desk.folder, 'changes.csv')), {
      bom: true,
      columns: true,
    });
    expect(rows.map(({ change, at }) => `${change} ${at}`).sort()).toEqual([
      'absent review',
      'mended review',
      'new suit_after_review',
      'still suit_direct',
    ]);
  });

  it('says what it cannot compare', async () => {
    expect((await compare('later.jsonl', '--format', 'xlsx')).exit).toBe(2);
    expect((await desk.run(['audit', 'later.jsonl', 'earlier.duckdb', '--against', 'earlier.duckdb'])).exit).toBe(2);
    const missing = await desk.run(['audit', 'later.jsonl', '--against', 'no.duckdb']);
    expect(missing.exit).toBe(1);
    expect(missing.err.join('\n')).toContain('cannot open the dataset no.duckdb');
  });
});
