import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkNode, install, LaunchFailure, npmProgram, ROOT, say } from '../src/launch.js';
import { findChromium, hasChineseFont } from './chromium.js';

/** How the system's package manager installs a browser and a font that draws Chinese, where that takes one step. */
const MANAGERS = [
  {
    program: 'apt-get',
    before: ['update'],
    install: ['install', '-y', '--no-install-recommends'],
    browser: 'chromium',
    font: 'fonts-noto-cjk',
  },
  { program: 'dnf', install: ['install', '-y'], browser: 'chromium', font: 'google-noto-sans-cjk-fonts' },
  { program: 'apk', install: ['add', '--no-cache'], browser: 'chromium', font: 'font-noto-cjk' },
];

/** @param {string} program @param {readonly string[]} args @param {{ env?: NodeJS.ProcessEnv, shell?: boolean }} [options] */
function run(program, args, options) {
  const { status, error } = spawnSync(program, args, { cwd: ROOT, stdio: 'inherit', ...options });
  if (error) throw new LaunchFailure(`${program} could not run: ${error.message}`);
  return status ?? 1;
}

/** @param {string} program */
function isThere(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}

/** What the tests still lack of this system. @returns {('browser' | 'font')[]} */
function missing() {
  /** @type {('browser' | 'font')[]} */
  const things = [];
  if (!findChromium()) things.push('browser');
  if (!hasChineseFont()) things.push('font');
  return things;
}

/** Sees to a browser and a Chinese font, by the system's package manager when this is root. */
function prepareBrowser() {
  const things = missing();
  if (things.length === 0) return;
  const manager = process.platform === 'linux' ? MANAGERS.find(({ program }) => isThere(program)) : undefined;
  const names = things.map((thing) => (thing === 'browser' ? 'Chromium' : 'a font for Chinese'));
  const lacking = `the tests need ${names.join(' and ')}`;
  if (!manager) {
    throw new LaunchFailure(`${lacking}: install Chromium or Chrome, or name one in NIANBAO_CHROMIUM`);
  }
  const args = [...manager.install, ...things.map((thing) => manager[thing])];
  const steps = [...(manager.before ? [manager.before] : []), args];
  if (process.getuid?.() !== 0) {
    const commands = steps.map((step) => `sudo ${manager.program} ${step.join(' ')}`).join(' && ');
    throw new LaunchFailure(`${lacking}; run: ${commands}\n(or name a browser in NIANBAO_CHROMIUM)`);
  }
  say(`${lacking}; installing …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // A stale list of packages can still hold the browser, so a failed update alone is no reason to stop.
  for (const step of steps) run(manager.program, step, { env });
  if (missing().length > 0)
    throw new LaunchFailure(`${lacking}; ${manager.program} ${args.join(' ')} did not bring it`);
}

/**
 * What the tally needs of the runner's report.
 *
 * @typedef {object} Results
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {{ status: string, assertionResults: unknown[] }[]} testResults
 */

/** Counts in one line; a file of tests that could not even load counts as one failure. @param {string} path */
function tally(path) {
  if (!existsSync(path)) return 'the runner left no report';
  const report = /** @type {Results} */ (JSON.parse(readFileSync(path, 'utf8')));
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const failed = report.numFailedTests + broken.length;
  return `${report.numPassedTests} passed, ${failed} failed, ${report.numPendingTests + report.numTodoTests} skipped`;
}

/** @param {readonly string[]} args passed on to the runner; with any, only the tests run */
async function test(args) {
  checkNode();
  await install();
  prepareBrowser();
  const npm = npmProgram();
  const checked = args.length === 0 ? run(npm.program, [...npm.before, 'run', '-s', 'check'], npm) : 0;
  const results = join(ROOT, 'tests/results/vitest.json');
  rmSync(results, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const env = { ...process.env, NIANBAO_CHROMIUM: findChromium() ?? '' };
  const tested = run(process.execPath, [vitest, 'run', ...reporters, ...args], { env });
  if (checked !== 0) say('npm run check failed, see above the tests');
  console.log(tally(results));
  return checked || tested;
}

try {
  process.exitCode = await test(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof LaunchFailure)) throw error;
  say(error.message);
  process.exitCode = 1;
}
