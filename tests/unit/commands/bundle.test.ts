import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReportLine } from '../../../src/commands/report-line.ts';
import { prepareCommandLine, ROOT } from '../../../src/launch.js';
import { LOST_CHARACTERS, openDesk, REPORT, type Desk } from './desk.ts';

const LAUNCH = fileURLToPath(new URL('../../../src/launch.js', import.meta.url));

let desk: Desk;
beforeAll(async () => {
  await prepareCommandLine();
  desk = await openDesk();
  await desk.lay({ 'a.html': REPORT, 'b.txt': LOST_CHARACTERS });
}, 120_000);
afterAll(() => desk.clear());

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program in the desk's folder to its end, whatever its exit code. */
async function end(program: string, words: readonly string[], cwd = desk.folder): Promise<Ended> {
  try {
    return { code: 0, ...(await promisify(execFile)(program, words, { cwd, encoding: 'utf8' })) };
  } catch (error) {
    const { code, stdout, stderr } = error as Ended;
    return { code, stdout, stderr };
  }
}

const nianbao = (...words: string[]) => end(process.execPath, [LAUNCH, ...words]);

describe('the bundled command', () => {
  test('prints the lines of its reports in the folder it is called from, and nothing of its own', async () => {
    const { code, stdout, stderr } = await nianbao('read', 'a.html');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { source: string }).source),
    ).toEqual(['a.html']);
  });

  test('reads a PDF, with the tables of Chinese fonts that its library brings', async () => {
    const pdf = fileURLToPath(new URL('../../fixtures/pdf/font-not-inside.pdf', import.meta.url));
    await desk.lay({ 'town.pdf': await readFile(pdf) });
    const { code, stdout, stderr } = await nianbao('read', 'town.pdf');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      body: '桐河区白石镇人民政府',
      year: 2022,
      measures: { normative_docs_in_force: 17, admin_fees_wan: 12.5 },
    });
  });

  test('reads the PDF of an archive with its sidecar, in a thread beside its pages', async () => {
    const pdf = fileURLToPath(new URL('../../fixtures/pdf/font-not-inside.pdf', import.meta.url));
    const files = {
      'a.html': new TextEncoder().encode(REPORT),
      'b.pdf': new Uint8Array(await readFile(pdf)),
      'b.pdf.json': new TextEncoder().encode('{ "year": 2023 }'),
      'c.html': new TextEncoder().encode(REPORT),
    };
    await desk.lay({ 'set.zip': zipSync(files) });
    const { code, stdout, stderr } = await nianbao('read', 'set.zip', '--workers', '1');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as ReportLine)).toMatchObject([
      { source: 'set.zip/a.html', year: 2024 },
      { source: 'set.zip/b.pdf', body: '桐河区白石镇人民政府', year: 2023, measures: { normative_docs_in_force: 17 } },
      { source: 'set.zip/c.html', year: 2024 },
    ]);
  });

  test('exits with 1 where a report failed and with 2 for wrong usage', async () => {
    expect(await nianbao('read', 'b.txt')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('failed: b.txt') as string,
    });
    expect(await nianbao('raed')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('Usage: nianbao') as string,
    });
  });

  test('says its version through npm run -s and nothing else on standard output', async () => {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const { code, stdout } = await end(npm, ['run', '-s', 'nianbao', '--', '--version'], ROOT);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string });
  });

  test('prints the same with several documents read at a time, failures and skipped files in their places', async () => {
    const files = Array.from({ length: 12 }, (_, index) => `mixed/${String(index).padStart(2, '0')}.html`);
    await desk.lay(Object.fromEntries(files.map((name, index) => [name, index % 5 === 3 ? LOST_CHARACTERS : REPORT])));
    await desk.lay({ 'mixed/05-note.txt': 'nothing of the kind', 'mixed/README.md': '# about' });
    const [alone, together] = [
      await nianbao('read', 'mixed', '--workers', '1'),
      await nianbao('read', 'mixed', '--workers', '3'),
    ];
    expect(together).toEqual(alone);
    expect(alone.stdout.trimEnd().split('\n')).toHaveLength(12);
    expect(alone.stderr).toContain('failed: mixed');
    expect(await nianbao('read', 'mixed', '--workers', '0')).toMatchObject({ code: 2, stdout: '' });
  });

  test('ends well when its reader has seen enough', async () => {
    const files = Array.from({ length: 40 }, (_, index) => `many/${index}.html`);
    await desk.lay(Object.fromEntries(files.map((name) => [name, REPORT])));
    const shell = `"${process.execPath}" "${LAUNCH}" read many | head -n 1 | cut -c 1-10`;
    const { code, stdout, stderr } = await end('bash', ['-o', 'pipefail', '-c', shell]);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '{"source":\n', stderr: '' });
  });
});
