import { readFileSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { divisionsPlugin } from './src/bodies/divisions-plugin.ts';
import { pagePolicy } from './src/host/page-policy-plugin.ts';
import { readingVersionPlugin } from './src/host/reading-version-plugin.ts';
import { precompression } from './src/host/precompression.ts';
import { servedFixtures } from './tests/browser/served-fixtures.ts';
import { CHROMIUM_ARGS, findChromium, SHORT_LIVED_PAGES } from './tests/chromium.js';

/** Serves the engine's scripts without their maps, whose sources are not in the package: hundreds of warnings. */
const engineScripts: Plugin = {
  name: 'nianbao:engine-scripts',
  apply: 'serve',
  load(id) {
    const path = id.replace(/\?v=\w+$/, '');
    if (!/duckdb-wasm\/dist\/[\w.-]+\.m?js$/.test(path)) return null;
    return { code: readFileSync(path, 'utf8').replace(/\/\/# sourceMappingURL=\S+\s*$/, ''), map: { mappings: '' } };
  },
};

const plugins = () => [
  engineScripts,
  svelte({ configFile: false, compilerOptions: { runes: true } }),
  divisionsPlugin(),
  readingVersionPlugin(),
];
// A build needs no browser, and must not fail for one that is misnamed.
const executablePath = process.env['VITEST'] ? findChromium() : null;

/** The oldest browsers that the page is built for and promises to run in. */
const OLDEST_BROWSERS = ['chrome109', 'edge109', 'firefox115', 'safari16.4'];

/**
 * Three outputs from one configuration: the site (`vite build`), the command line (`vite build --ssr src/cli.ts`)
 * and the benchmarks (`vite build --ssr tests/bench/run.ts`), and the three projects of tests.
 */
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [...plugins(), pagePolicy(), precompression()],
  // The site may be served from any folder of an intranet.
  base: './',
  // The command line carries nothing that only pages need.
  publicDir: isSsrBuild ? false : 'public',
  build: isSsrBuild
    ? // One file: a process that runs while a newer bundle takes its place never misses a chunk.
      { target: 'node20', minify: false, rolldownOptions: { output: { codeSplitting: false } } }
    : // The engine's files stay files: the content security policy has no place for data: scripts.
      {
        target: OLDEST_BROWSERS,
        outDir: 'dist/app',
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 1000,
        emptyOutDir: true,
      },
  worker: { format: 'es', plugins },
  // The engine finds its worker and module by address; bundling it ahead of time would lose both.
  optimizeDeps: {
    exclude: ['@duckdb/duckdb-wasm', 'pdfjs-dist'],
    include: ['@duckdb/duckdb-wasm > apache-arrow', '@uwdata/flechette', 'htmlparser2', 'idb', 'pinyin-pro'],
  },
  test: {
    allowOnly: false,
    passWithNoTests: true,
    // Much of a test of the site is waiting for a page: two run at a time, on two processors too, where one is the rule.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'unit', environment: 'node', include: ['tests/unit/**/*.test.ts'], testTimeout: 30_000 },
      },
      {
        extends: true,
        plugins: [servedFixtures()],
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                args: [...CHROMIUM_ARGS, SHORT_LIVED_PAGES],
                ...(executablePath ? { executablePath } : {}),
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
}));
