import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LIST_WORKER_POLICY, PAGE_POLICY, WORKER_POLICY } from '../../../src/host/response-headers.ts';
import { openServer, type RunningServer, type ServedResponse } from '../../../src/host/server.ts';

const BYTES = Buffer.from(Array.from({ length: 1_000 }, (_, index) => index % 251));
const responses: ServedResponse[] = [];
let folder: string;
let server: RunningServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-server-'));
  await mkdir(join(folder, 'app/assets'), { recursive: true });
  await mkdir(join(folder, 'data'));
  await writeFile(join(folder, 'app/index.html'), '<!doctype html>');
  await writeFile(join(folder, 'app/assets/engine.worker-a1b2c3d4.js'), 'plain');
  await writeFile(join(folder, 'app/assets/engine.worker-a1b2c3d4.js.gz'), 'packed');
  await writeFile(join(folder, 'app/assets/list-worker-a1b2c3d4.js'), 'plain');
  await writeFile(join(folder, 'data/样本.duckdb'), BYTES);
  await writeFile(join(folder, 'secret.txt'), 'secret');
  server = await openServer({
    app: join(folder, 'app'),
    data: [join(folder, 'data')],
    host: '127.0.0.1',
    port: 0,
    onResponse: (response) => responses.push(response),
  });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const DATA = `data/${encodeURIComponent('样本.duckdb')}`;
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(server.address + path, { headers, method });

/** Status of a request whose path is sent as it stands; `fetch` would tidy it up first. */
const rawStatus = (path: string) =>
  new Promise<number | undefined>((settle, fail) => {
    request({ host: '127.0.0.1', port: server.port, path }, (response) => {
      response.resume();
      settle(response.statusCode);
    })
      .on('error', fail)
      .end();
  });

test('the first byte asked for alone is answered with one byte', async () => {
  const response = await get(DATA, { Range: 'bytes=0-0' });
  expect(response.status).toBe(206);
  expect(response.headers.get('content-range')).toBe('bytes 0-0/1000');
  expect((await response.arrayBuffer()).byteLength).toBe(1);
});

test('a suffix range gives the end of the file', async () => {
  const response = await get(DATA, { Range: 'bytes=-4' });
  expect(response.status).toBe(206);
  expect(Buffer.from(await response.arrayBuffer())).toEqual(BYTES.subarray(-4));
});

test('a range beyond the end is refused with the size of the file', async () => {
  const response = await get(DATA, { Range: 'bytes=1000-' });
  expect(response.status).toBe(416);
  expect(response.headers.get('content-range')).toBe('bytes */1000');
});

test('a range of a file that has changed since gives the whole file', async () => {
  const response = await get(DATA, { Range: 'bytes=0-0', 'If-Range': '"another"' });
  expect(response.status).toBe(200);
  expect((await response.arrayBuffer()).byteLength).toBe(1_000);
});

test('HEAD gives size and entity tag without a body', async () => {
  const response = await get(DATA, {}, 'HEAD');
  expect(response.headers.get('content-length')).toBe('1000');
  expect(response.headers.get('etag')).toBeTruthy();
  expect((await response.arrayBuffer()).byteLength).toBe(0);
});

test('the page carries its policy and each worker its own', async () => {
  const page = await get('');
  expect(page.headers.get('content-security-policy')).toBe(PAGE_POLICY);
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  const worker = await get('assets/engine.worker-a1b2c3d4.js');
  expect(worker.headers.get('content-security-policy')).toBe(WORKER_POLICY);
  expect(worker.headers.get('cache-control')).toContain('immutable');
  const lists = await get('assets/list-worker-a1b2c3d4.js');
  expect(lists.headers.get('content-security-policy')).toBe(LIST_WORKER_POLICY);
});

test('a compressed copy is sent only to those who accept it', async () => {
  const path = '/assets/engine.worker-a1b2c3d4.js';
  const lengthFor = (coding: string) =>
    new Promise<string | undefined>((settle, fail) => {
      request({ host: '127.0.0.1', port: server.port, path, headers: { 'Accept-Encoding': coding } }, (response) => {
        response.resume();
        settle(`${response.headers['content-encoding'] ?? 'plain'} ${response.headers['content-length']}`);
      })
        .on('error', fail)
        .end();
    });
  expect(await lengthFor('gzip, br')).toBe('gzip 6');
  expect(await lengthFor('gzip;q=0')).toBe('plain 5');
});

test('the index lists the datasets with their sizes and the snapshots beside them', async () => {
  const dataset = { name: '样本', file: '样本.duckdb', bytes: 1_000 };
  expect(await (await get('data/index.json')).json()).toEqual([{ ...dataset, snapshot: null }]);
  const snapshot = '样本.snapshot.json';
  expect((await get(`data/${encodeURIComponent(snapshot)}`)).status).toBe(404);
  await writeFile(join(folder, 'data', snapshot), '{"answers":[]}');
  expect(await (await get('data/index.json')).json()).toEqual([{ ...dataset, snapshot }]);
  expect(await (await get(`data/${encodeURIComponent(snapshot)}`)).json()).toEqual({ answers: [] });
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/data/../../secret.txt',
  '/data/..%2f..%2fsecret.txt',
])('nothing outside the folders is served: %s', async (path) => {
  expect([403, 404]).toContain(await rawStatus(path));
});

test('an unknown address is answered in plain words', async () => {
  const response = await get('nothing-here');
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('nothing is served at this address');
});

test('only GET and HEAD are answered', async () => {
  expect((await get('', {}, 'POST')).status).toBe(405);
});

test('an address that cannot be read is refused', async () => {
  expect(await rawStatus('/%')).toBe(400);
});

test('a busy port gives way to the next one', async () => {
  const other = await openServer({ app: folder, data: [], host: '127.0.0.1', port: server.port });
  expect(other.port).toBeGreaterThan(server.port);
  await other.close();
});

test('each answer is counted with its bytes', async () => {
  await (await get(DATA)).arrayBuffer();
  await expect.poll(() => responses.at(-1)?.bytes).toBeGreaterThan(1_000);
});
