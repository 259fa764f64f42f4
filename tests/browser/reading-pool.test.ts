import { expect, test } from 'vitest';
import type { FileToRead } from '../../src/host/file-to-read.ts';
import { type PoolAnswer, readInPool } from '../../src/host/reading-pool.ts';

/** A worker that does what the path of a file says: die, never end, or read an archive of three whose second one kills. */
const SCRIPT = `
const held = (path) => ({ what: 'held', held: [{ read: { line: { file: path, trouble: null }, report: null, source: null }, beside: null }], unkept: null });
addEventListener('message', ({ data: { path, skip } }) => {
  postMessage({ what: 'named', id: 'id of ' + path });
  if (path === 'dies') throw new Error('out of breath');
  if (path === 'hangs') for (;;);
  if (path !== 'archive') postMessage(held(path));
  for (let number = skip; path === 'archive' && number < 3; number++) {
    postMessage({ what: 'begun', path: 'archive/' + number, number });
    if (number === 1) { setTimeout(() => { throw new Error('bad entry'); }); return; }
    postMessage(held('archive/' + number));
  }
  postMessage({ what: 'done' });
});
postMessage({ what: 'ready' });
`;

const start = () => new Worker(URL.createObjectURL(new Blob([SCRIPT], { type: 'text/javascript' })));
const files = (...paths: string[]): FileToRead[] =>
  paths.map((path, place) => ({ place, path, file: new Blob(['x']), sidecar: null, skip: 0 }));

async function readAll(paths: string[], workers: number): Promise<[string, string | undefined][]> {
  const heard: PoolAnswer[] = [];
  await readInPool(files(...paths), (answer) => heard.push(answer), {
    keeping: null,
    signal: new AbortController().signal,
    limitMs: 700,
    workers,
    start,
  });
  return heard.flatMap((answer) =>
    answer.what === 'held'
      ? answer.held.map(({ read: { line } }) => [line.file, line.trouble?.what] as [string, string | undefined])
      : [],
  );
}

test.each([1, 2])('with %i workers, a file that kills its worker or never ends fails alone', async (workers) => {
  const read = await readAll(['a', 'dies', 'b', 'hangs', 'c'], workers);
  expect(read.sort()).toEqual([
    ['a', undefined],
    ['b', undefined],
    ['c', undefined],
    ['dies', 'died'],
    ['hangs', 'hung'],
  ]);
});

test('an archive is read on behind the file in it that killed the worker', async () => {
  expect(await readAll(['archive', 'a'], 1)).toEqual([
    ['archive/0', undefined],
    ['archive/1', 'died'],
    ['archive/2', undefined],
    ['a', undefined],
  ]);
});

test('a file that ended its worker goes by the id it was given before', async () => {
  const heard: PoolAnswer[] = [];
  const { signal } = new AbortController();
  await readInPool(files('dies'), (answer) => heard.push(answer), { keeping: null, signal, workers: 1, start });
  expect(heard.at(-1)).toMatchObject({ what: 'held', held: [{ read: { line: { id: 'id of dies' } } }] });
});

test('where no worker starts, reading fails as a whole', async () => {
  const broken = () => new Worker(URL.createObjectURL(new Blob(['throw new Error("no")'])));
  const { signal } = new AbortController();
  const reading = readInPool(files('a', 'b'), () => undefined, { keeping: null, signal, workers: 2, start: broken });
  await expect(reading).rejects.toMatchObject({ name: 'EngineFailure', code: 'reading' });
});

test('cancelling ends reading at once, in the middle of a file that never ends', async () => {
  const controller = new AbortController();
  const heard: PoolAnswer[] = [];
  const reading = readInPool(
    files('a', 'hangs', 'b'),
    (answer) => {
      heard.push(answer);
      if (answer.what === 'begun' && answer.path === 'hangs')
        controller.abort(new DOMException('enough', 'AbortError'));
    },
    { keeping: null, signal: controller.signal, workers: 1, start },
  );
  await expect(reading).rejects.toThrow('enough');
  expect(heard.filter(({ what }) => what === 'held')).toHaveLength(1);
});
