import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const NAME = 'virtual:reading-version';
const RESOLVED = `\0${NAME}`;
const ROOT = join(import.meta.dirname, '../..');
/** Whatever can change what is read from the same bytes: the form, the readers, the libraries they use. */
const READERS = ['src/form', 'src/read', 'src/bodies'];
const DIGITS = 16;

function* filesOf(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesOf(path);
    else yield path;
  }
}

function readingVersion(): string {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')));
  for (const folder of READERS) for (const file of filesOf(join(ROOT, folder))) hash.update(readFileSync(file));
  const touching = readdirSync(join(ROOT, 'src/host')).filter((name) => /^(pdf|file-reading)/.test(name));
  for (const name of touching.sort()) hash.update(readFileSync(join(ROOT, 'src/host', name)));
  return hash.digest('hex').slice(0, DIGITS);
}

/** Gives the program the version of its readers: it changes with their code, and nobody has to remember it. */
export const readingVersionPlugin = (): Plugin => ({
  name: 'nianbao:reading-version',
  resolveId: (id) => (id === NAME ? RESOLVED : null),
  load: (id) => (id === RESOLVED ? `export const READING_VERSION = '${readingVersion()}';` : null),
});
