import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { CommanderError } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateCommand } from '../../../src/commands/generate.ts';
import { UsageError } from '../../../src/commands/terminal.ts';
import { ERROR_LIST_HEADER } from '../../../src/demo/error-list.ts';
import { demonstrationReports } from '../../../src/demo/filings.ts';
import { demonstrationProvince } from '../../../src/demo/province.ts';
import { openNodeDatabase } from '../../../src/host/duckdb-node.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'nianbao-generate-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs `nianbao generate` with these words in the folder; its lines on standard output. */
async function generate(...words: string[]): Promise<string[]> {
  let text = '';
  const stdout = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      text += chunk.toString('utf8');
      done();
    },
  });
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = {
    stdin: Readable.from([]),
    stdout,
    stderr: silent,
    cwd: folder,
    version: '9.9.9',
    now: () => new Date('2026-01-31T08:00:00Z'),
    script: null,
    trace: false,
  };
  const command = generateCommand(terminal, () => undefined)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  await command.parseAsync(words, { from: 'user' });
  return text.trim().split('\n');
}

const fingerprint = (lines: readonly string[]) => /fingerprint ([0-9a-f]{16})/.exec(lines.join('\n'))?.[1];

describe('nianbao generate', () => {
  it('writes a dataset marked synthetic, with the registry of its bodies, and the list of its errors beside it', async () => {
    const lines = await generate('--bodies', '60', '--years', '2020-2025', '--out', 'made.duckdb');
    expect(lines[0]).toMatch(/made\.duckdb: 云岭省.*fictional/);
    expect((await readdir(folder)).sort()).toEqual(['made.duckdb', 'made.errors.csv']);
    const database = await openNodeDatabase(path.join(folder, 'made.duckdb'));
    try {
      const { rows } = await database.run(`SELECT synthetic, bodies, first_year, last_year,
        (SELECT count(*) FROM body WHERE level IS NULL OR kind IS NULL OR province <> '云岭省') AS unplaced,
        (SELECT count(*) FROM report WHERE entered <> 'synthetic') AS real,
        (SELECT count(*) FROM filer) AS filers FROM dataset`);
      expect(rows).toEqual([[true, 60, 2020, 2025, 0, 0, 60]]);
    } finally {
      await database.close();
    }
    const [header, ...errors] = (await readFile(path.join(folder, 'made.errors.csv'), 'utf8')).trim().split('\n');
    expect(header).toBe(ERROR_LIST_HEADER);
    expect(errors.length).toBeGreaterThan(0);
  });

  it('stores every report that was made up', async () => {
    const made = [...demonstrationReports(demonstrationProvince(600, 1), { from: 2019, to: 2025 }, 1)];
    const lines = await generate('--out', 'made.duckdb');
    expect(lines[1]).toContain(`${made.length.toLocaleString('en')} reports, 600 bodies, 2019–2025`);
  });

  it('makes the same dataset from the same seed, and another from another', async () => {
    const made = async (name: string, seed: string) =>
      fingerprint(await generate('--bodies', '40', '--years', '2022-2024', '--seed', seed, '--out', name));
    const first = await made('a.duckdb', '5');
    expect(first).toBeDefined();
    expect(await made('b.duckdb', '5')).toBe(first);
    expect(await made('c.duckdb', '6')).not.toBe(first);
    expect(await readFile(path.join(folder, 'a.errors.csv'), 'utf8')).toBe(
      await readFile(path.join(folder, 'b.errors.csv'), 'utf8'),
    );
  });

  it.each([
    [['--bodies', '9'], /whole number from 10 to/],
    [['--bodies', 'many'], /whole number from 10 to/],
    [['--years', '2025-2019'], /report years such as 2019-2025/],
    [['--years', '2018-2020'], /the first of the uniform form/],
    [['--seed', '-1'], /whole number from 0 to/],
  ])('refuses %j and says what it takes', async (words, message) => {
    const refusal = await generate(...words, '--out', 'made.duckdb').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(CommanderError);
    expect((refusal as CommanderError).message).toMatch(message);
    expect(await readdir(folder)).toEqual([]);
  });

  it('refuses an output that does not end in .duckdb or whose folder is not there', async () => {
    await expect(generate('--out', 'made.csv')).rejects.toBeInstanceOf(UsageError);
    await expect(generate('--out', 'nowhere/made.duckdb')).rejects.toThrow(/no folder nowhere/);
    await writeFile(path.join(folder, 'a-file'), '');
    await expect(generate('--out', 'a-file/made.duckdb')).rejects.toThrow(/no folder a-file/);
  });
});
