import { spawnSync } from 'node:child_process';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const CANARY = join(ROOT, 'tests/canary');

/** Runs a tool of the house on the canary's small house, and gives its lines. */
function lines(script: string, ...args: string[]): string[] {
  const { stdout } = spawnSync(process.execPath, [join(ROOT, 'node_modules', script), ...args], {
    cwd: CANARY,
    encoding: 'utf8',
  });
  return stdout.split('\n');
}

describe('the linter', () => {
  const complaints = new Map<string, string[]>();

  beforeAll(async () => {
    const eslint = new ESLint({ cwd: CANARY, overrideConfigFile: join(ROOT, 'eslint.config.js') });
    for (const { filePath, messages } of await eslint.lintFiles(['src'])) {
      const rules = messages.map(({ ruleId, message }) => `${ruleId ?? 'linter'}: ${message}`);
      complaints.set(relative(join(CANARY, 'src'), filePath).replaceAll('\\', '/'), rules);
    }
  }, 60_000);

  it.each([
    ['form/imports-upward.ts', /no-restricted-imports: .*form\/ may import no other floor/],
    ['form/imports-upward-type.ts', /no-restricted-imports: .*form\/ may import no other floor/],
    ['form/imports-upward-lazily.ts', /no-restricted-syntax: form\/ may import no other floor/],
    ['form/imports-root.ts', /no-restricted-imports: .*form\/ may import no other floor/],
    ['store/imports-node.ts', /no-restricted-imports: .*store\/ runs without Node/],
    ['compare/imports-neighbour.ts', /no-restricted-imports: .*compare\/ may import demo\/, store\//],
    ['commands/imports-state.ts', /no-restricted-imports: .*commands\/ may import host\//],
    ['charts/ImportsStore.svelte', /no-restricted-imports: .*charts\/ may import form\/\./],
    ['charts/ImportsStoreType.svelte', /no-restricted-imports: .*charts\/ may import form\/\./],
    ['charts/ImportsStateType.svelte', /no-restricted-imports: .*charts\/ may import form\/\./],
    ['ui/RawMarkup.svelte', /svelte\/no-at-html-tags/],
    ['ui/StaticStyle.svelte', /no-restricted-syntax: The content security policy/],
    ['ui/default-export.ts', /no-restricted-syntax: Export by name/],
    ['ui/every-export.ts', /no-restricted-syntax: No barrels/],
    ['ui/index.ts', /no-restricted-syntax: Name the module/],
    ['ui/utils/text.ts', /no-restricted-syntax: Name the module/],
    ['read/utils.ts', /no-restricted-syntax: Name the module/],
  ])('refuses %s for that reason alone', (file, reason) => {
    expect(complaints.get(file)).toEqual([expect.stringMatching(reason)]);
  });

  it('refuses a comment that would silence a rule, and applies the rule', () => {
    expect(complaints.get('ui/silenced.ts')).toEqual([
      expect.stringContaining('has no effect'),
      expect.stringMatching(/no-explicit-any/),
    ]);
  });

  it.each([
    'form/unit.ts',
    'store/rows.ts',
    'audit/findings.ts',
    'host/engine.ts',
    'commands/print.ts',
    'state/view.ts',
    'charts/Bar.svelte',
    'ui/Page.svelte',
    'cli.ts',
  ])('accepts %s, which imports downward', (file) => {
    expect(complaints.get(file)).toEqual([]);
  });
});

describe('the compiler on the floors without a runtime', () => {
  it('refuses the page and Node by name, and nothing else but modules of Node', { timeout: 60_000 }, () => {
    const errors = lines('typescript/bin/tsc', '-p', 'src/tsconfig.pure.json').filter((line) => line !== '');
    expect(errors).toEqual([
      expect.stringMatching(/^src\/store\/imports-node\.ts.*'node:fs'/),
      expect.stringMatching(/^src\/store\/touches-node\.ts.*Cannot find name 'process'/),
      expect.stringMatching(/^src\/store\/touches-page\.ts.*Cannot find name 'document'/),
    ]);
  });
});

describe('the component checker', () => {
  it('refuses a wrong type in a script and in markup, and nothing else', { timeout: 60_000 }, () => {
    const args = ['--tsconfig', 'tsconfig.json', '--threshold', 'error', '--output', 'machine'];
    const errors = lines('svelte-check/bin/svelte-check', ...args).filter((line) => line.includes(' ERROR '));
    const wrong = "Type 'string' is not assignable to type 'number'";
    expect(errors.map((line) => line.replace(/^\d+ /, '')).sort()).toEqual([
      expect.stringContaining(`"src/ui/WrongProperty.svelte" 5:15 "${wrong}`),
      expect.stringContaining(`"src/ui/WrongType.svelte" 2:9 "${wrong}`),
    ]);
  });
});

it('keeps its broken modules out of the checks of the house', async () => {
  const eslint = new ESLint({ cwd: ROOT });
  expect(await eslint.isPathIgnored(join(CANARY, 'src/form/unit.ts'))).toBe(true);
});
