import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** What a clone needs so that a command line of one file can be bundled and run. */
const NEEDED = [
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'tsconfig.json',
  'src/launch.js',
  'src/bodies/divisions-plugin.ts',
  'src/host',
  'tests/chromium.js',
  'tests/browser/served-fixtures.ts',
];

const ECHO = `
process.stdin.on('data', (bytes) => process.stdout.write(bytes));
process.stdin.on('end', () => console.log(JSON.stringify(process.argv.slice(2))));
process.exitCode = 7;
`;

let clone = '';

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'nianbao-launch-'));
  for (const path of NEEDED) cpSync(join(ROOT, path), join(clone, path), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'), 'junction');
  writeFileSync(join(clone, 'src/cli.ts'), ECHO);
});

afterEach(() => rmSync(clone, { recursive: true, force: true }));

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function launch(args: readonly string[], input = '', node: readonly string[] = []): Promise<Outcome> {
  const child = spawn(process.execPath, [...node, join(clone, 'src/launch.js'), ...args]);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (bytes: Buffer) => (stdout += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (stderr += bytes.toString()));
  child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
}

describe('the launcher', { timeout: 60_000 }, () => {
  it('bundles the command line and adds nothing to its output, its arguments, its input and its exit code', async () => {
    const outcome = await launch(['read', '一 二', '--start'], 'line\n');
    expect(outcome).toEqual({ code: 7, stdout: 'line\n["read","一 二","--start"]\n', stderr: '' });
  });

  it('bundles again when a source has changed', async () => {
    await launch([]);
    writeFileSync(join(clone, 'src/cli.ts'), "console.log('changed')");
    expect(await launch([])).toEqual({ code: 0, stdout: 'changed\n', stderr: '' });
  });

  it('serves several processes at once and leaves one bundle behind', async () => {
    const outcomes = await Promise.all(['a', 'b', 'c'].map((name) => launch([name])));
    expect(outcomes.map(({ stdout }) => stdout)).toEqual(['["a"]\n', '["b"]\n', '["c"]\n']);
    expect(readdirSync(join(clone, 'dist'))).toEqual(['cli']);
  });

  it('takes over the lock of a process that is gone', async () => {
    mkdirSync(join(clone, 'dist'));
    // No system gives out a process id this large.
    writeFileSync(join(clone, 'dist/.cli.lock'), '2147483646');
    expect((await launch([])).code).toBe(7);
  });

  it('says on standard error why it cannot bundle, and keeps the bundle it has', async () => {
    await launch([]);
    writeFileSync(join(clone, 'src/cli.ts'), "import './nowhere.ts';");
    const { code, stdout, stderr } = await launch([]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('nowhere.ts');
    expect(stderr).toContain('bundling src/cli.ts failed');
    expect(existsSync(join(clone, 'dist/cli/cli.js'))).toBe(true);
    expect(readdirSync(join(clone, 'dist'))).toEqual(['cli']);
  });

  it('asks for a newer Node by name where this one is too old', async () => {
    const older = 'data:text/javascript,Object.defineProperty(process,"versions",{value:{node:"20.18.3"}})';
    const { code, stderr } = await launch([], '', ['--import', older]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'nianbao needs Node 20.19 or newer; this is 20.18.3\n' });
  });
});
