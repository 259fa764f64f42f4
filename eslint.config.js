import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/**
 * The floors of `src/`, from the top of the house to the ground. A module imports from its own folder and from the
 * storeys below it, type-only imports too; rooms on one storey do not know each other. The roots (`src/main.ts`,
 * `src/cli.ts`) stand on the roof: they may import everything, and nothing imports them.
 */
const STOREYS = [
  ['ui', 'commands'],
  ['state'],
  ['charts', 'host'],
  ['audit', 'compare'],
  ['demo'],
  ['store'],
  ['read'],
  ['bodies'],
  ['form'],
];

/** Rooms that see less than what lies below them. */
const NARROWER = {
  charts: ['form'],
  commands: ['host', 'audit', 'compare', 'demo', 'store', 'read', 'bodies', 'form'],
};

/** Rooms that may touch a runtime; all others compile without DOM and without Node. */
const WITH_RUNTIME = ['ui', 'commands', 'state', 'charts', 'host'];

/** Rooms that run in a page, where Node's modules do not exist. */
const IN_PAGE = ['ui', 'state', 'charts'];

const FLOORS = STOREYS.flatMap((storey, level) =>
  storey.map((floor) => ({
    floor,
    below: /** @type {Record<string, string[]>} */ (NARROWER)[floor] ?? STOREYS.slice(level + 1).flat(),
  })),
);

/** What no module of `src/` may write, with the reason. */
const HOUSE_STYLE = [
  { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
  { selector: 'ExportSpecifier[exported.name="default"]', message: 'Export by name.' },
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from the module that defines it.' },
];

const STATIC_STYLE = {
  selector: 'SvelteAttribute[key.name="style"] > SvelteLiteral',
  message: 'The content security policy drops style attributes in markup: use a class or a style: directive.',
};

/**
 * @param {string} floor
 * @param {readonly string[]} below
 * @returns {import('eslint').Linter.RulesRecord}
 */
function floorRules(floor, below) {
  const above = FLOORS.map((other) => other.floor).filter((other) => other !== floor && !below.includes(other));
  const upward = `^(?:\\.\\./)+(?:(?:${above.join('|')})/|(?:main|cli)\\.ts$|launch\\.js$)`;
  const message = `${floor}/ may import ${below.map((other) => `${other}/`).join(', ') || 'no other floor'}.`;
  const isPure = !WITH_RUNTIME.includes(floor);
  const runtime = { regex: '^(?:node:|bun:)', message: `${floor}/ runs without Node.` };
  return {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      { patterns: [{ regex: upward, message }, ...(isPure || IN_PAGE.includes(floor) ? [runtime] : [])] },
    ],
    // The rule above does not look at import() in expressions.
    'no-restricted-syntax': [
      'error',
      ...HOUSE_STYLE,
      STATIC_STYLE,
      { selector: `ImportExpression[source.value=/${upward.replaceAll('/', '\\u002F')}/]`, message },
    ],
  };
}

export default defineConfig(
  { ignores: ['dist/', 'src/everywhere.d.ts', 'tests/canary/'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  svelte.configs.recommended,
  svelte.configs.prettier,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      // TypeScript knows the names that exist, per floor; a second list would contradict it.
      'no-undef': 'off',
      'max-lines': ['error', { max: 300 }],
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // An index that the line before has made sure of.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Chinese text is taken apart by characters, never by emoji.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
  },
  {
    files: ['**/*.svelte'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: {
      'max-lines': ['error', { max: 160 }],
      'svelte/no-at-html-tags': 'error',
      'svelte/no-target-blank': 'error',
      'svelte/button-has-type': 'error',
      // Links between pages are queries of one document, not routes of SvelteKit.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    // Types in plain JavaScript stand in comments, which these rules do not see; the compiler checks them.
    files: ['**/*.js'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-unsafe-member-access': 'off' },
  },
  { files: ['src/**'], rules: { 'no-restricted-syntax': ['error', ...HOUSE_STYLE, STATIC_STYLE] } },
  ...FLOORS.map(({ floor, below }) => ({ files: [`src/${floor}/**`], rules: floorRules(floor, below) })),
  {
    // A plugin of the build runs in Node beside the module it serves.
    files: ['src/**/*-plugin.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': 'off' },
  },
  {
    files: [
      'src/**/index.ts',
      'src/**/{utils,helpers,common,shared,misc}{,.ts}',
      'src/**/{utils,helpers,common,shared,misc}/**',
    ],
    rules: {
      'no-restricted-syntax': ['error', { selector: 'Program', message: 'Name the module after what it holds.' }],
    },
  },
  { files: ['src/launch.js', 'src/commands/**', 'tests/**'], rules: { 'no-console': 'off' } },
);
