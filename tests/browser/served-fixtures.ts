import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { Plugin, ViteDevServer } from 'vite';
import type { runProgram } from '../../src/commands/program.ts';
import type { answerRequest } from '../../src/host/server.ts';
import type { buildCorrectedDataset } from '../fixtures/corrected-dataset.ts';
import type { buildFixtureDataset } from '../fixtures/dataset.ts';

interface Fixtures {
  readonly buildFixtureDataset: typeof buildFixtureDataset;
}
interface CorrectedFixtures {
  readonly buildCorrectedDataset: typeof buildCorrectedDataset;
}
interface CommandLine {
  readonly runProgram: typeof runProgram;
}
interface Serving {
  readonly answerRequest: typeof answerRequest;
}

const PREFIX = '/served';

/** Vitest hands every import() of its browser tests to a runner that is there in the page alone. */
const RUNNER = '__vitest_browser_runner__';
const importsAtOnce = { wrapDynamicImport: (load: () => unknown) => load() };

async function buildFixtures(server: ViteDevServer): Promise<{ folder: string; answer: Serving['answerRequest'] }> {
  (globalThis as Record<string, unknown>)[RUNNER] ??= importsAtOnce;
  // Through the test server's own pipeline, so that the configuration itself stays free of the product's code.
  const fixtures = (await server.ssrLoadModule('/tests/fixtures/dataset.ts')) as Fixtures;
  const corrected = (await server.ssrLoadModule('/tests/fixtures/corrected-dataset.ts')) as CorrectedFixtures;
  const serving = (await server.ssrLoadModule('/src/host/server.ts')) as Serving;
  const folder = join(server.config.root, '.cache/browser-tests');
  await mkdir(folder, { recursive: true });
  await fixtures.buildFixtureDataset(join(folder, 'fixture.duckdb'));
  await corrected.buildCorrectedDataset(join(folder, 'corrected.duckdb'));
  const { runProgram } = (await server.ssrLoadModule('/src/commands/program.ts')) as CommandLine;
  const unheard = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = {
    stdin: process.stdin,
    stdout: unheard,
    stderr: unheard,
    version: '0.0.0',
    script: null,
    trace: true,
  };
  await runProgram(['build', 'data/sample', '--out', join(folder, 'sample.duckdb')], {
    ...terminal,
    cwd: server.config.root,
    now: () => new Date(0),
  });
  await writeFile(join(folder, 'no-database.duckdb'), 'this is no database\n'.repeat(1_000));
  return { folder, answer: serving.answerRequest };
}

/**
 * Serves a small dataset and the sample, written natively, to the tests in the browser under `/served/data/`, through
 * the product's own server; between `/served/line/cut` and `/served/line/mended` every range of it fails.
 * `/served/sent` tells how many bytes have gone out.
 */
export function servedFixtures(): Plugin {
  return {
    name: 'nianbao-served-fixtures',
    apply: 'serve',
    configureServer(server) {
      let fixtures: ReturnType<typeof buildFixtures> | null = null;
      let isCut = false;
      let sentBytes = 0;
      server.middlewares.use(PREFIX, (request, response, next) => {
        if (request.url?.startsWith('/line/')) {
          isCut = request.url.endsWith('/cut');
          response.end();
          return;
        }
        if (request.url === '/sent') {
          response.end(String(sentBytes));
          return;
        }
        if (isCut) {
          request.socket.destroy();
          return;
        }
        const before = request.socket.bytesWritten;
        response.on('close', () => (sentBytes += request.socket.bytesWritten - before));
        fixtures ??= buildFixtures(server);
        fixtures.then(({ folder, answer }) => answer(request, response, { app: folder, data: [folder] })).catch(next);
      });
    },
  };
}
