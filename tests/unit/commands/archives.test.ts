import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReportLine } from '../../../src/commands/report-line.ts';
import { openNodeDatabase } from '../../../src/host/duckdb-node.ts';
import { formatSetManifest } from '../../../src/read/set-manifest.ts';
import { NAMELESS, openDesk, REPORT, type Desk } from './desk.ts';

let desk: Desk;
beforeEach(async () => void (desk = await openDesk()));
afterEach(() => desk.clear());

const linesOf = (out: readonly string[]) => out.map((line) => JSON.parse(line) as ReportLine);
const packed = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
  );

describe('nianbao read takes an archive for a folder', () => {
  test('and reads its documents, lists, sidecars and archives under its name', async () => {
    const list = 'body,year,new_total\n云陵市水务局,2023,7\n';
    const inner = packed({ 'b.html': REPORT });
    await desk.lay({
      'a.zip': packed({
        'in/a.txt': NAMELESS,
        'in/a.txt.json': '{ "body": "云陵市水务局", "year": 2024 }',
        'in/list.csv': list,
        'in/more.zip': inner,
      }),
    });
    const { exit, out, err } = await desk.run(['read', 'a.zip']);
    expect({ exit, err }).toEqual({ exit: 0, err: [] });
    expect(linesOf(out).map(({ source, body, year }) => [source, body, year])).toEqual([
      ['a.zip/in/a.txt', '云陵市水务局', 2024],
      ['a.zip/in/list.csv', '云陵市水务局', 2023],
      ['a.zip/in/more.zip/b.html', '青溪县水务局', 2024],
    ]);
  });

  test('and of a saved set only what it was made of, under the names it was given', async () => {
    const documents = [{ file: '水务/a.txt', path: 'sources/a.txt', hash: '0123456789abcdef', body: null, year: null }];
    await desk.lay({
      'set.zip': packed({
        'sources/a.txt': NAMELESS,
        'sources/a.txt.json': '{ "body": "云陵市水务局", "year": 2024 }',
        'figures.csv': 'body,year,new_total\n云陵市水务局,2024,9\n',
        'nianbao-set.json': formatSetManifest({ documents, lists: [] }),
      }),
    });
    const { exit, out } = await desk.run(['read', 'set.zip']);
    expect(exit).toBe(0);
    expect(linesOf(out).map(({ source, body, year }) => [source, body, year])).toEqual([
      ['水务/a.txt', '云陵市水务局', 2024],
    ]);
  });

  test('and leaves aside what systems, programs and browsers lay beside documents', async () => {
    const files = {
      '.DS_Store': 'x',
      '__MACOSX/._a.html': 'x',
      '~$a.docx': 'x',
      'Thumbs.db': 'x',
      'README.md': '# about',
      'a.html': REPORT,
      'a_files/frame.html': REPORT,
      'a_files/logo.png': '\u0089PNG',
    };
    await desk.lay({ 'a.zip': packed(files) });
    await desk.lay(Object.fromEntries(Object.entries(files).map(([name, content]) => [`folder/${name}`, content])));
    for (const input of ['a.zip', 'folder']) {
      const { out, err } = await desk.run(['read', input]);
      expect(linesOf(out).map(({ source }) => source)).toEqual([`${input}/a.html`]);
      expect(err).toEqual([`skipped: ${input}/README.md: about the folder, not read (aside)`]);
    }
  });

  test('and tells what is wrong with one of its files without stopping at it', async () => {
    const whole = packed({ 'a.html': REPORT, 'bomb.html': new Uint8Array(30_000_000), 'c.html': REPORT });
    let nested = packed({ 'deep.html': REPORT });
    for (let level = 0; level < 3; level += 1) nested = packed({ 'n.zip': nested });
    await desk.lay({ 'a.zip': whole, 'b.zip': nested, 'c.zip': whole.subarray(0, whole.length - 30) });
    const { exit, out } = await desk.run(['read', 'a.zip', 'b.zip', 'c.zip']);
    expect(exit).toBe(1);
    expect(linesOf(out).map(({ source, failure }) => [source, failure?.code])).toEqual([
      ['a.zip/a.html', undefined],
      ['a.zip/bomb.html', 'expands'],
      ['a.zip/c.html', undefined],
      ['b.zip/n.zip/n.zip/n.zip', 'too-deep'],
      ['c.zip', 'damaged'],
    ]);
  });

  test('and takes a path that leads out of it for a name, and writes nothing', async () => {
    await desk.lay({ 'a.zip': packed({ '../../etc/a.html': REPORT, '/b.html': REPORT }) });
    const { exit, out } = await desk.run(['read', 'a.zip']);
    expect(exit).toBe(0);
    expect(linesOf(out).map(({ source }) => source)).toEqual(['a.zip/../../etc/a.html', 'a.zip//b.html']);
  });
});

describe('nianbao build takes an archive for a folder', () => {
  test('with the registries and lists in it, in archives inside it too', async () => {
    const registry = 'name,aliases,from_year\n云陵市水利局,云陵市水务局,2023\n';
    const list = 'body,year,new_total\n云陵市水务局,2023,7\n';
    await desk.lay({
      'a.zip': packed({ 'lists/list.csv': list, 'more.zip': packed({ 'registry.csv': registry, 'x.html': REPORT }) }),
      'torn.zip': packed({ 'list.csv': list }).slice(0, 40),
    });
    const { exit, out, err } = await desk.run(['build', 'a.zip', 'torn.zip', '--out', 'out.duckdb']);
    expect(exit).toBe(1);
    expect(out.join('\n')).toMatch(/2 reports, 2 bodies/);
    expect(err).toEqual(['failed: 1', expect.stringMatching(/^ {2}torn\.zip: /)]);
    const database = await openNodeDatabase(path.join(desk.folder, 'out.duckdb'));
    const { rows } = await database.run('SELECT name FROM body JOIN filer USING (body_id)');
    await database.close();
    expect(rows).toEqual([['云陵市水利局']]);
  });
});
