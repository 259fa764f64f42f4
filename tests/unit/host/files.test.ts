import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { drainBytes, listFiles, readBytes } from '../../../src/host/files.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'nianbao-files-'));
});

afterEach(() => rm(cwd, { recursive: true }));

async function lay(...names: string[]): Promise<void> {
  for (const name of names) {
    await mkdir(path.dirname(path.join(cwd, name)), { recursive: true });
    await writeFile(path.join(cwd, name), name);
  }
}

const namesOf = async (...inputs: string[]) => (await listFiles(inputs, cwd)).files.map((file) => file.name);

describe('listing the files of inputs', () => {
  test('keeps the order given and sorts folders by name, to their depths', async () => {
    await lay('z.html', 'in/b.txt', 'in/a/2.txt', 'in/a/10.txt', 'in/C.txt');
    expect(await namesOf('z.html', 'in')).toEqual(['z.html', 'in/C.txt', 'in/a/10.txt', 'in/a/2.txt', 'in/b.txt']);
  });

  test('leaves out hidden entries and node_modules, and names a file once however often it is given', async () => {
    await lay('in/.git/x', 'in/.hidden.txt', 'in/node_modules/m.txt', 'in/a.txt');
    expect(await namesOf('in/a.txt', 'in', './in/')).toEqual(['in/a.txt']);
  });

  test('follows a link to a file but not to a folder, which may lead back up', async () => {
    await lay('in/a.txt', 'other/b.txt');
    await symlink(path.join(cwd, 'other/b.txt'), path.join(cwd, 'in/b.txt'));
    await symlink(cwd, path.join(cwd, 'in/up'));
    expect(await namesOf('in')).toEqual(['in/a.txt', 'in/b.txt']);
  });

  test('names a sidecar by its document, in a folder, alone and in a list that names both', async () => {
    await lay('in/a.html', 'in/a.html.json', 'in/b.html');
    for (const inputs of [['in'], ['in/a.html', 'in/b.html'], ['in/a.html', 'in/a.html.json', 'in/b.html']]) {
      const { files } = await listFiles(inputs, cwd);
      expect(files.map((file) => [file.name, file.sidecar])).toEqual([
        ['in/a.html', path.join(cwd, 'in/a.html.json')],
        ['in/b.html', null],
      ]);
    }
  });

  test('takes a JSON file for itself where no document of its name stands beside it', async () => {
    await lay('expected/a.json', 'expected/a.html.json', 'expected/list');
    expect(await namesOf('expected')).toEqual(['expected/a.html.json', 'expected/a.json', 'expected/list']);
  });

  test('lays a readme, a licence and a list of sources aside in a folder, but not where a person gives them', async () => {
    await lay('in/README.zh-CN.md', 'in/LICENSE', 'in/SOURCES.md', 'in/notice-2024.html', 'in/sources-2024.html');
    const asideOf = async (input: string) => (await listFiles([input], cwd)).files.map((file) => file.aside !== null);
    expect(await asideOf('in')).toEqual([true, true, true, false, false]);
    expect(await asideOf('in/README.zh-CN.md')).toEqual([false]);
  });

  test('names an input that is not there with the reason, and lists the rest', async () => {
    await lay('a.txt');
    const { files, lost } = await listFiles(['gone', 'a.txt'], cwd);
    expect(files.map((file) => file.name)).toEqual(['a.txt']);
    expect(lost).toEqual([{ name: 'gone', reason: 'no such file or folder' }]);
  });
});

describe('bytes of a document', () => {
  test('are refused before they are read where the file is larger than a document may be', async () => {
    await lay('large.html');
    await truncate(path.join(cwd, 'large.html'), 200_000_001);
    await expect(readBytes(path.join(cwd, 'large.html'))).rejects.toMatchObject({
      trouble: { what: 'too-large', bytes: 200_000_001, limit: 200_000_000 },
    });
  });

  test('of standard input are refused as soon as they are too many, however long they would go on', async () => {
    async function* endless() {
      const piece = new Uint8Array(50_000_000);
      for (;;) yield Promise.resolve(piece);
    }
    await expect(drainBytes(endless())).rejects.toMatchObject({ trouble: { what: 'too-large' } });
  });
});
