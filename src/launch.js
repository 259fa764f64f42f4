#!/usr/bin/env node
/*
 * The way in from a fresh clone: installs what is missing, builds what is stale, then runs it. Plain JavaScript
 * without dependencies, because it runs before there are any.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Root folder of the project. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const DIST = join(ROOT, 'dist');
const NODE_NEEDED = /** @type {const} */ ([20, 19]);

/** Everything a bundle can depend on; what the command line does not use is still cheap to hash. */
const CODE = ['src', 'package-lock.json', 'vite.config.ts', 'tsconfig.json'];

/** Work that could not be done, said in one line without a stack. */
export class LaunchFailure extends Error {
  /** @override */
  name = 'LaunchFailure';
}

/** Says on standard error what is being done; standard output belongs to the command. @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Stops with a clear message where Node is older than the project needs. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > NODE_NEEDED[0] || (major === NODE_NEEDED[0] && minor >= NODE_NEEDED[1])) return;
  throw new LaunchFailure(`nianbao needs Node ${NODE_NEEDED.join('.')} or newer; this is ${process.versions.node}`);
}

/**
 * Runs Node (or npm) in the project's folder; what it prints is shown only when it fails, unless `loud`.
 *
 * @param {string} what what is being done, for the message
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ loud?: boolean, shell?: boolean, env?: NodeJS.ProcessEnv }} [options]
 */
function run(what, program, args, { loud = false, shell = false, env = process.env } = {}) {
  const stdio = loud ? 2 : 'pipe';
  const done = spawnSync(program, args, { cwd: ROOT, stdio: ['ignore', stdio, stdio], encoding: 'utf8', shell, env });
  if (done.status === 0) return;
  if (!loud) say(`${done.stdout}${done.stderr}`.trim());
  throw new LaunchFailure(`${what} failed: ${done.error?.message ?? `exit code ${done.status ?? done.signal}`}`);
}

/** @typedef {Record<string, { version?: string, optional?: boolean }>} Packages */

/** @param {string} path */
function lockedPackages(path) {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '{ "packages": {} }';
  const { packages } = /** @type {{ packages: Packages }} */ (JSON.parse(text));
  return packages;
}

/** Whether node_modules holds what the lockfile names; packages for other systems may be absent. */
function isInstalled() {
  const installed = lockedPackages(join(ROOT, 'node_modules/.package-lock.json'));
  const locked = Object.entries(lockedPackages(join(ROOT, 'package-lock.json')));
  return locked.every(
    ([path, { version, optional }]) =>
      path === '' || installed[path]?.version === version || (optional && !installed[path]),
  );
}

/** How to call npm: the one this process was started by, else the one on the path. */
export function npmProgram() {
  const path = process.env['npm_execpath'];
  if (path?.endsWith('npm-cli.js')) return { program: process.execPath, before: [path], shell: false };
  return { program: 'npm', before: [], shell: process.platform === 'win32' };
}

/** Installs the locked packages where they are missing or others than the lockfile names. */
export async function install() {
  if (isInstalled()) return;
  await alone('install', () => {
    if (isInstalled()) return;
    say('installing packages …');
    const { program, before, shell } = npmProgram();
    const args = [...before, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    run('npm ci', program, args, { loud: true, shell });
  });
}

/** @param {string} path @returns {string[]} */
function filesBelow(path) {
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Fingerprint of files and folders by name and content. @param {readonly string[]} names */
function fingerprint(names) {
  const hash = createHash('sha256');
  const paths = names.flatMap((name) => (/\.\w+$/.test(name) ? [join(ROOT, name)] : filesBelow(join(ROOT, name))));
  for (const path of paths.filter((path) => existsSync(path)).sort()) {
    const bytes = readFileSync(path);
    hash.update(`${relative(ROOT, path)}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/**
 * Does work that only one process may do at a time; others wait for it.
 *
 * @param {string} name
 * @param {() => void | Promise<void>} work
 */
async function alone(name, work) {
  mkdirSync(DIST, { recursive: true });
  const lock = join(DIST, `.${name}.lock`);
  while (!tryLock(lock)) await new Promise((resolve) => setTimeout(resolve, 100));
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** @param {string} lock */
function tryLock(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    if (isOrphan(lock)) rmSync(lock, { force: true });
    return false;
  }
}

/** @param {string} lock */
function isOrphan(lock) {
  try {
    const owner = Number(readFileSync(lock, 'utf8'));
    // Between its creation and its first byte a lock names nobody yet.
    if (!owner) return false;
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH';
  }
}

/** @param {string} name @param {string} stamp */
function isFresh(name, stamp) {
  const path = join(DIST, name, '.stamp');
  return existsSync(path) && readFileSync(path, 'utf8') === stamp;
}

/**
 * Builds a folder of dist/ where its stamp is not the given one: beside the old one, and then in its place, so that
 * nobody ever sees half of it.
 *
 * @param {string} name
 * @param {string} stamp
 * @param {(out: string) => void} build
 */
async function keepFresh(name, stamp, build) {
  if (isFresh(name, stamp)) return;
  await alone(name, () => {
    if (isFresh(name, stamp)) return;
    const out = join(DIST, `.${name}-${process.pid}`);
    const old = `${out}-old`;
    try {
      mkdirSync(out, { recursive: true });
      build(out);
      writeFileSync(join(out, '.stamp'), stamp);
      if (existsSync(join(DIST, name))) renameSync(join(DIST, name), old);
      renameSync(out, join(DIST, name));
    } finally {
      for (const left of [out, old]) rmSync(left, { recursive: true, force: true });
    }
  });
}

/** @param {string} what @param {string} out @param {readonly string[]} args */
function viteBuild(what, out, args) {
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  // A test runner above this process must not turn the build into one for tests.
  const env = { ...process.env, NODE_ENV: 'production', VITEST: undefined };
  run(what, process.execPath, [vite, 'build', ...args, '--outDir', out, '--emptyOutDir', '--logLevel', 'warn'], {
    env,
  });
}

/** @param {string} name @param {string} entry @param {readonly string[]} inputs */
async function bundle(name, entry, inputs) {
  await keepFresh(name, fingerprint(inputs), (out) => viteBuild(`bundling ${entry}`, out, ['--ssr', entry]));
}

/** Path of the bundled command line, bundled again where its sources have changed. */
export async function prepareCommandLine() {
  await bundle('cli', 'src/cli.ts', CODE);
  return join(DIST, 'cli/cli.js');
}

/** Folder of the built site, built again where its sources have changed. */
export async function prepareApp() {
  await keepFresh('app', fingerprint([...CODE, 'index.html', 'public']), (out) => {
    say('building the site …');
    viteBuild('building the site', out, []);
  });
  return join(DIST, 'app');
}

/** Datasets that the site opens: the command that makes each, without its `--out`. */
const DATASETS = [
  { file: 'sample.duckdb', make: ['build', 'data', '--name', '公开年报样本'] },
  {
    file: 'demonstration.duckdb',
    make: ['generate', '--prose', '--bodies', '600', '--years', '2019-2025', '--seed', '1'],
  },
];

/** Folder of the built datasets, built again where the source data or the command line have changed. */
export async function prepareData() {
  const cli = await prepareCommandLine();
  const stamp = fingerprint(['data', 'dist/cli/cli.js', 'package-lock.json']);
  await keepFresh('data', stamp, (out) => {
    for (const { file, make } of DATASETS) {
      say(`building the dataset ${file} …`);
      run(`building ${file}`, process.execPath, [cli, ...make, '--out', join(out, file)]);
    }
    const files = DATASETS.map(({ file }) => join(out, file));
    run('recording what the start page shows', process.execPath, [cli, 'snapshot', ...files]);
  });
  return join(DIST, 'data');
}

/** Folder of the whole site, app and datasets together, as any static server can hand it out. */
export async function prepareSite() {
  const [app, data, cli] = [await prepareApp(), await prepareData(), await prepareCommandLine()];
  const stamps = [app, data].map((folder) => readFileSync(join(folder, '.stamp'), 'utf8'));
  await keepFresh('site', stamps.join('\n'), (out) =>
    run('putting the site together', process.execPath, [cli, 'site', '--app', app, '--data', data, '--out', out]),
  );
  return join(DIST, 'site');
}

/** Runs a bundle in this process, as if it had been called itself. @param {string} path @param {readonly string[]} args */
async function become(path, args) {
  process.argv = [process.execPath, path, ...args];
  await import(pathToFileURL(path).href);
}

/** @param {readonly string[]} args */
async function launch(args) {
  checkNode();
  await install();
  const [mode = '', ...rest] = args;
  if (mode === '--start') {
    const app = await prepareApp();
    const data = await prepareData();
    await become(await prepareCommandLine(), ['serve', '--app', app, '--data', data, ...rest]);
  } else if (mode === '--build') {
    say(`the site is in ${relative(ROOT, await prepareSite())}`);
  } else if (mode === '--bench') {
    const [app, data, cli] = [await prepareApp(), await prepareData(), await prepareCommandLine()];
    await bundle('bench', 'tests/bench/run.ts', [...CODE, 'tests/bench', 'tests/open-browser.ts', 'tests/chromium.js']);
    await become(join(DIST, 'bench/run.js'), [app, data, cli, ...rest]);
  } else {
    await become(await prepareCommandLine(), args);
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    await launch(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof LaunchFailure)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
