import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Threads } from '../../../src/host/threads.ts';
import type { ReadFailure } from '../../../src/read/failure.ts';

/** A program that doubles numbers, and ends or never comes back where it is asked to. */
const PROGRAM = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', (job) => {
  if (job === 'leave') process.exit(3);
  if (job === 'fill') for (const kept = []; ; ) kept.push(Array.from({ length: 10_000 }, () => ({ job })));
  if (job === 'hang') for (;;);
  if (job === 'match') /^(.*?x)+$/.test('x'.repeat(60) + 'y');
  if (job === 'throw') throw new Error('of no use');
  parentPort.postMessage(job * 2);
});
`;

let folder: string;
let script: URL;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'nianbao-threads-'));
  script = pathToFileURL(path.join(folder, 'program.mjs'));
  await writeFile(script, PROGRAM);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('threads', () => {
  test('answer every job, more of them than there are threads', async () => {
    const threads = new Threads<number, number>(script, 2);
    const answers = await Promise.all([1, 2, 3, 4, 5].map((job) => threads.run(job)));
    expect(answers).toEqual([2, 4, 6, 8, 10]);
    await threads.close();
  });

  test.each([
    ['leave', { what: 'died', reason: 'the thread that read it ended' }],
    ['throw', { what: 'died', reason: 'of no use' }],
    ['fill', { what: 'exhausts', limit: 32e6 }],
    ['hang', { what: 'hung', seconds: 2 }],
    ['match', { what: 'hung', seconds: 2 }],
  ])('lose the one job that ends its thread (%s) and go on with the others', async (job, trouble) => {
    const threads = new Threads<number | string, number>(script, 1, { megabytes: 32, seconds: 2 });
    const told = await Promise.allSettled([1, job, 3].map((each) => threads.run(each)));
    expect(
      told.map((each) => (each.status === 'fulfilled' ? each.value : (each.reason as ReadFailure).trouble)),
    ).toEqual([2, trouble, 6]);
    await threads.close();
  });
});
