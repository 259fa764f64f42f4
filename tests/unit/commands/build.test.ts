import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openNodeDatabase } from '../../../src/host/duckdb-node.ts';
import { LOST_CHARACTERS, NAMELESS, openDesk, REPORT, type Desk } from './desk.ts';

let desk: Desk;
beforeEach(async () => void (desk = await openDesk()));
afterEach(() => desk.clear());

async function rowsOf(file: string, statement: string) {
  const database = await openNodeDatabase(path.join(desk.folder, file));
  try {
    return (await database.run(statement)).rows;
  } finally {
    await database.close();
  }
}

const entry = (year: number, measures: object) =>
  JSON.stringify({ body: '云陵市水务局', year, edition: '2021', source: 'the report', measures });

describe('nianbao build', () => {
  test('stores documents and lists of figures and tells what went in', async () => {
    await desk.lay({
      'in/a.html': REPORT,
      'in/list.jsonl': `${entry(2022, { new_total: 3 })}\n${entry(2023, { new_total: 5 })}\n`,
    });
    const { exit, out, err } = await desk.run(['build', 'in', '--out', 'out.duckdb', '--name', 'two bodies']);
    expect({ exit, err }).toEqual({ exit: 0, err: [] });
    expect(out).toEqual([
      'out.duckdb: two bodies',
      '3 reports, 2 bodies, 2022–2024',
      'reports: 1 read from documents, 2 from lists of figures',
      expect.stringMatching(/^gaps: \d+/),
    ]);
    expect(await rowsOf('out.duckdb', 'SELECT name, synthetic, made_at, made_by FROM dataset')).toEqual([
      ['two bodies', false, '2026-01-31T08:00:00.000Z', '9.9.9'],
    ]);
    const statement =
      'SELECT b.name, r.year, r.entered, r.new_total, r.granted_total FROM report r JOIN body b USING (body_id) ORDER BY r.year';
    expect((await rowsOf('out.duckdb', statement)).slice(0, 2)).toEqual([
      ['云陵市水务局', 2022, 'figures', 3, null],
      ['云陵市水务局', 2023, 'figures', 5, null],
    ]);
  });

  test('keeps a second report of the same body and year as another version', async () => {
    await desk.lay({ 'a.html': REPORT, 'b.html': REPORT });
    const { exit, out } = await desk.run(['build', 'a.html', 'b.html', '--out', 'out.duckdb']);
    expect(exit).toBe(0);
    expect(out[1]).toBe('2 reports, 1 body, 2024, 1 earlier version');
    expect(await rowsOf('out.duckdb', 'SELECT version, current FROM report ORDER BY version')).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  test('lists a report without identity with what is missing and how to say it, and stores it once a sidecar says it', async () => {
    await desk.lay({ 'a.html': REPORT, 'b.txt': NAMELESS });
    const first = await desk.run(['build', 'a.html', 'b.txt', '--out', 'out.duckdb']);
    expect(first.exit).toBe(0);
    expect(first.err).toEqual([
      'not stored, whose report or of which year is unknown: 1',
      '  b.txt: no body and no year; say it in b.txt.json, e.g. {"body":"…","year":2025}',
    ]);
    await desk.lay({
      'b.txt.json':
        '{ "body": "云陵市水务局", "year": 2021, "region": "浙江省杭州市", "source": "https://example.gov.cn/b" }',
    });
    expect((await desk.run(['build', 'a.html', 'b.txt', '--out', 'out.duckdb'])).err).toEqual([]);
    const statement =
      'SELECT b.name, b.city, r.year, s.url FROM report r JOIN body b USING (body_id) JOIN source s USING (source_id) WHERE r.year = 2021';
    expect(await rowsOf('out.duckdb', statement)).toEqual([
      ['云陵市水务局', '杭州市', 2021, 'https://example.gov.cn/b'],
    ]);
  });

  test('takes the corrections of a sidecar, keeps what was read beside them and tells their number', async () => {
    const corrections = [
      { cell: 'new_total', before: 1_000, after: 77, made_at: '2026-03-01' },
      { cell: 'granted_total', after: null, made_at: '2026-03-01' },
    ];
    await desk.lay({ 'a.html': REPORT, 'a.html.json': JSON.stringify({ corrections }) });
    const { exit, out } = await desk.run(['build', 'a.html', '--out', 'out.duckdb']);
    expect(exit).toBe(0);
    expect(out.find((line) => line.startsWith('gaps:'))).toContain('struck 1');
    expect(out.at(-1)).toBe(
      'corrected by hand: 2 figures; 1 made over another reading of the source, to be looked at again',
    );
    expect(await rowsOf('out.duckdb', 'SELECT new_total, granted_total FROM report')).toEqual([[77, null]]);
    const statement =
      'SELECT cell, old_value IS NOT NULL AS was_read, new_value, outdated FROM correction ORDER BY cell';
    expect(await rowsOf('out.duckdb', statement)).toEqual([
      ['granted_total', true, null, false],
      ['new_total', true, 77, true],
    ]);
  });

  test('takes the figures that were typed from a picture, and leaves a picture out where none were', async () => {
    const corrections = [{ cell: 'new_total', before: null, after: 12, made_at: '2026-03-01' }];
    const said = { body: '青溪县水务局', year: 2023, corrections };
    const picture = '\u0089PNG\r\n\u001a\n';
    await desk.lay({ 'a.png': Buffer.from(picture, 'latin1'), 'a.png.json': JSON.stringify(said) });
    await desk.lay({ 'b.png': Buffer.from(picture, 'latin1') });
    const { exit, err } = await desk.run(['build', 'a.png', 'b.png', '--out', 'out.duckdb']);
    expect(exit).toBe(0);
    expect(err).toEqual(['skipped: 1', expect.stringMatching(/^ {2}b\.png: .*\(needs-transcription\)$/)]);
    expect(await rowsOf('out.duckdb', 'SELECT year, new_total, handled_total FROM report')).toEqual([[2023, 12, null]]);
    const reasons = "SELECT reason, count(*)::INTEGER FROM gap WHERE cell <> 'new_total' GROUP BY reason";
    expect(await rowsOf('out.duckdb', reasons)).toEqual([['table-absent', 199]]);
  });

  test('lists what was skipped, what is wrong and what failed, writes the rest and exits with 1', async () => {
    await desk.lay({ 'in/a.html': REPORT, 'in/a.html.json': '[]', 'in/b.txt': LOST_CHARACTERS, 'in/LICENSE': 'MIT' });
    await desk.lay({
      'in/c.rtf': '{\\rtf1\\ansi }',
      'in/d.jsonl': `${entry(2023, { new_total: 5 })}\n${entry(2024, { no_such_cell: 5 })}\n`,
    });
    const { exit, out, err } = await desk.run(['build', 'in', 'gone', '--out', 'out.duckdb']);
    expect(exit).toBe(1);
    expect(out[0]).toBe('out.duckdb: out');
    const text = err.join('\n');
    expect(text).toMatch(
      /^skipped: 2\n {2}in\/LICENSE: .* \(aside\)\n {2}in\/c\.rtf: .*save.* \(format-unsupported\)\n/,
    );
    expect(text).toContain('in/a.html.json: sidecar ignored: it must hold one JSON object');
    expect(text).toMatch(/in\/d\.jsonl:2: .*no_such_cell/);
    expect(text).toMatch(/failed: 2\n {2}gone: no such file or folder \(unreadable\)\n {2}in\/b\.txt: .* \(charset\)$/);
  });

  test('joins bodies by a registry among the inputs or given apart, and names its bad lines', async () => {
    const registry =
      'name,region,kind,aliases,from_year\n青溪县水利局,,,青溪县水务局@2019-2024,2019\n云陵市水务局,,,,soon\n';
    await desk.lay({ 'in/a.html': REPORT, 'in/bodies.csv': registry });
    for (const words of [['in'], ['in/a.html', '--bodies', 'in/bodies.csv']]) {
      const { exit, err } = await desk.run(['build', ...words, '--out', 'out.duckdb']);
      expect(exit).toBe(0);
      expect(err).toEqual(['problems: 1', expect.stringMatching(/in\/bodies\.csv:3: .*soon/)]);
      expect(await rowsOf('out.duckdb', 'SELECT name FROM body')).toEqual([['青溪县水利局']]);
    }
  });

  test.each([
    ['out.duckdb', 'in/notes.csv', 'is no registry of bodies'],
    ['out.duckdb', 'in/gone.csv', 'no such file or folder'],
    ['nowhere/out.duckdb', 'in/bodies.csv', 'there is no folder nowhere'],
  ])('says what is wrong and what to do: --out %s --bodies %s', async (out, bodies, reason) => {
    await desk.lay({ 'in/a.html': REPORT, 'in/notes.csv': 'a,b\n1,2\n', 'in/bodies.csv': 'name\n青溪县水务局\n' });
    const { exit, err } = await desk.run(['build', 'in/a.html', '--out', out, '--bodies', bodies]);
    expect(exit).toBe(1);
    expect(err.join('\n')).toContain(reason);
    expect(err.at(-1)).toMatch(/^ {2}next: /);
  });

  test('leaves the old file and nothing else behind when it has nothing to store', async () => {
    await desk.lay({ 'out.duckdb': 'the old one', 'note.txt': 'nothing of the kind' });
    const { exit, err } = await desk.run(['build', 'note.txt', '--out', 'out.duckdb']);
    expect(exit).toBe(1);
    expect(err.at(-1)).toBe('nothing to store: out.duckdb was not written');
    expect(await readFile(path.join(desk.folder, 'out.duckdb'), 'utf8')).toBe('the old one');
    expect((await readdir(desk.folder)).sort()).toEqual(['note.txt', 'out.duckdb']);
  });

  test('says so when the target cannot be replaced, and leaves it as it was', async () => {
    await desk.lay({ 'a.html': REPORT, 'out.duckdb/kept.txt': 'a folder stands here' });
    const { exit, err } = await desk.run(['build', 'a.html', '--out', 'out.duckdb']);
    expect(exit).toBe(1);
    expect(err[0]).toMatch(/^nianbao build failed: could not write out\.duckdb/);
    expect(await readFile(path.join(desk.folder, 'out.duckdb/kept.txt'), 'utf8')).toBe('a folder stands here');
    expect((await readdir(desk.folder)).sort()).toEqual(['a.html', 'out.duckdb']);
  });

  test('marks a dataset as made up when told', async () => {
    await desk.lay({ 'a.html': REPORT });
    await desk.run(['build', 'a.html', '--out', 'out.duckdb', '--synthetic']);
    expect(await rowsOf('out.duckdb', 'SELECT synthetic FROM dataset')).toEqual([[true]]);
  });
});
