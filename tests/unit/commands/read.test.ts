import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CELLS_ONLY_2019, MEASURES } from '../../../src/form/cells.ts';
import type { ReportLine } from '../../../src/commands/report-line.ts';
import { LOST_CHARACTERS, NAMELESS, openDesk, REPORT, type Desk } from './desk.ts';

let desk: Desk;
beforeEach(async () => void (desk = await openDesk()));
afterEach(() => desk.clear());

const linesOf = (out: readonly string[]) => out.map((line) => JSON.parse(line) as ReportLine);

describe('nianbao read', () => {
  test('prints one line of JSON a report with its keys in order and the measures in the order of the form', async () => {
    await desk.lay({ 'in/a.html': REPORT, 'in/b.html': REPORT });
    const { exit, out, err } = await desk.run(['read', 'in']);
    expect({ exit, err }).toEqual({ exit: 0, err: [] });
    const lines = linesOf(out);
    expect(lines.map(({ source, body, year, edition }) => [source, body, year, edition])).toEqual([
      [path.join('in', 'a.html'), '青溪县水务局', 2024, '2021'],
      [path.join('in', 'b.html'), '青溪县水务局', 2024, '2021'],
    ]);
    const [line] = lines;
    expect(Object.keys(line!)).toEqual([
      'source',
      'body',
      'year',
      'edition',
      'measures',
      'form_2019',
      'gaps',
      'claims',
      'evidence',
    ]);
    expect(Object.keys(line!.measures)).toEqual(MEASURES.map(({ id }) => id).filter((id) => id in line!.measures));
    expect(line!.measures).toMatchObject({ normative_docs_issued: 32, rules_issued: 0 });
    expect(line!.form_2019).toEqual({});
  });

  test('accounts for every cell of the form once, as a measure or a gap', async () => {
    await desk.lay({ 'a.txt': NAMELESS });
    const [line] = linesOf((await desk.run(['read', 'a.txt'])).out);
    const ids = [...Object.keys(line!.measures), ...Object.keys(line!.gaps)];
    expect(ids.filter((id) => CELLS_ONLY_2019.every((cell) => cell.id !== id)).sort()).toEqual(
      MEASURES.map(({ id }) => id).sort(),
    );
  });

  test('lists a file that is no report as skipped, with the reason, and goes on', async () => {
    await desk.lay({
      'in/a.html': REPORT,
      'in/README.md': '# about',
      'in/empty.txt': '',
      'in/note.txt': 'nothing of the kind',
    });
    await desk.lay({ 'in/old.rtf': '{\\rtf1\\ansi }' });
    const { exit, out, err } = await desk.run(['read', 'in']);
    expect(exit).toBe(0);
    expect(out).toHaveLength(1);
    expect(err.map((line) => /^skipped: (\S+): .*\(([a-z-]+)\)$/.exec(line)?.slice(1))).toEqual([
      [path.join('in', 'README.md'), 'aside'],
      [path.join('in', 'empty.txt'), 'empty'],
      [path.join('in', 'note.txt'), 'not-a-report'],
      [path.join('in', 'old.rtf'), 'format-unsupported'],
    ]);
  });

  test('gives a report that failed its line with the failure, prints the rest and exits with 1', async () => {
    await desk.lay({ 'a.txt': LOST_CHARACTERS, 'b.html': REPORT });
    const { exit, out, err } = await desk.run(['read', 'a.txt', 'gone.html', 'b.html']);
    expect(exit).toBe(1);
    const lines = linesOf(out);
    expect(lines.map(({ source, failure }) => [source, failure?.code])).toEqual([
      ['a.txt', 'charset'],
      ['b.html', undefined],
      ['gone.html', 'unreadable'],
    ]);
    expect(lines[0]).toMatchObject({ body: null, year: null, edition: null, measures: {}, gaps: {} });
    expect(err).toEqual([
      expect.stringMatching(/^failed: a\.txt: .+ \(charset\)$/),
      'failed: gone.html: no such file or folder (unreadable)',
    ]);
  });

  test('takes body and year from the sidecar before the document', async () => {
    await desk.lay({ 'a.txt': NAMELESS, 'b.html': REPORT, 'b.html.json': '{ "year": 2023 }' });
    const before = linesOf((await desk.run(['read', 'a.txt'])).out);
    expect(before).toMatchObject([{ body: null, year: null }]);
    await desk.lay({ 'a.txt.json': '{ "body": "云陵市水务局", "year": 2024, "source": "https://example.gov.cn/a" }' });
    const lines = linesOf((await desk.run(['read', 'a.txt', 'b.html'])).out);
    expect(lines).toMatchObject([
      { source: 'a.txt', body: '云陵市水务局', year: 2024 },
      { source: 'b.html', body: '青溪县水务局', year: 2023 },
    ]);
  });

  test('names a bad sidecar, ignores it and reads the document all the same', async () => {
    await desk.lay({ 'b.html': REPORT, 'b.html.json': '{ "year": "2023" }' });
    const { exit, out, err } = await desk.run(['read', 'b.html']);
    expect(exit).toBe(0);
    expect(linesOf(out)).toMatchObject([{ year: 2024 }]);
    expect(err).toEqual([
      'problem: b.html.json: sidecar ignored: "year" must be a whole number from 2008 to 2100, found "2023"',
    ]);
  });

  test('reads a list of figures into a line for each body and year', async () => {
    const entry = (year: number) =>
      JSON.stringify({
        body: '云陵市水务局',
        year,
        edition: '2021',
        source: 'x',
        measures: { new_total: year - 2000 },
      });
    await desk.lay({ 'list.jsonl': `${entry(2023)}\n${entry(2024)}\n` });
    const { exit, out } = await desk.run(['read', 'list.jsonl']);
    expect(exit).toBe(0);
    expect(linesOf(out)).toMatchObject([
      { body: '云陵市水务局', year: 2023, measures: { new_total: 23 } },
      { body: '云陵市水务局', year: 2024, measures: { new_total: 24 } },
    ]);
  });

  test('reads standard input for -', async () => {
    const { exit, out } = await desk.run(['read', '-'], REPORT);
    expect(exit).toBe(0);
    expect(linesOf(out)).toMatchObject([{ source: '-', body: '青溪县水务局', year: 2024 }]);
  });
});
