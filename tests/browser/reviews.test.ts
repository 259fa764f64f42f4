import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Finding } from '../../src/audit/finding.ts';
import type { HashedFinding } from '../../src/audit/hashed-finding.ts';
import { ReviewDesk } from '../../src/state/review-desk.svelte.ts';
import { draftReview } from '../fixtures/review.ts';

const REVIEW = draftReview();
const HASHED: HashedFinding = {
  hash: REVIEW.hash,
  finding: {
    ...{ reportId: 1, bodyId: 1, edition: '2021', entered: 'document', source: 'a.html', outcome: 'fails' },
    ...{ rule: REVIEW.rule, region: REVIEW.region, body: REVIEW.body, year: REVIEW.year, at: REVIEW.at },
    ...{ expected: 7, actual: 0, due: null, said: null, cells: [], lacking: [], explanations: [], span: null },
  } satisfies Finding,
};
const standing = (desk: ReviewDesk) => desk.ledger.standings([HASHED])[0]!;

let desk: ReviewDesk;
beforeEach(async () => {
  desk = await ReviewDesk.open();
  await desk.clear();
});
afterEach(() => desk.clear());

test('what is said of a finding is kept by the browser, and what is said later takes its place', async () => {
  await desk.say(HASHED, 'confirmed', '');
  await desk.say(HASHED, 'dismissed', '口径不同 <b>&');
  expect(desk.unkept).toBeNull();
  const again = await ReviewDesk.open();
  expect(standing(again)).toMatchObject({
    state: 'dismissed',
    review: { note: '口径不同 <b>&', expected: 7, actual: 0 },
  });
  expect(again.ledger.size).toBe(1);
});

test('what is said now counts even where another computer’s clock was ahead', async () => {
  await desk.take([draftReview({ verdict: 'confirmed', madeAt: '2031-01-01T00:00:00.000Z' })]);
  await desk.say(HASHED, 'dismissed', 'no error');
  expect(standing(await ReviewDesk.open()).state).toBe('dismissed');
});

test('an earlier review takes no later one’s place, here or in what is kept', async () => {
  await desk.take([draftReview({ verdict: 'mended', madeAt: '2026-05-01T00:00:00.000Z' })]);
  const earlier = draftReview({ verdict: 'confirmed', madeAt: '2026-04-01T00:00:00.000Z' });
  expect(await desk.take([earlier])).toBe(0);
  expect(standing(await ReviewDesk.open()).state).toBe('mended');
});

test('two tabs know of each other’s reviews, and of their removal', async () => {
  const other = await ReviewDesk.open();
  await desk.say(HASHED, 'sent-back', '');
  await expect.poll(() => standing(other).state).toBe('sent-back');
  await other.clear();
  await expect.poll(() => standing(desk).state).toBe('open');
  expect((await ReviewDesk.open()).ledger.size).toBe(0);
});

test('where a newer page has taken the database, the tab holds what is said and says that it is not kept', async () => {
  const newer = await openDB('nianbao-reviews', 99);
  try {
    const refused = await ReviewDesk.open();
    expect(refused.unkept?.why).toBe('refused');
    await refused.say(HASHED, 'dismissed', 'no error');
    expect(standing(refused)).toMatchObject({ state: 'dismissed', review: { note: 'no error' } });
    // The tab whose database was closed under it says so once it has something to keep.
    await desk.say({ ...HASHED, hash: 'a'.repeat(16) }, 'confirmed', '');
    expect(desk.unkept).not.toBeNull();
    // They still tell each other.
    await expect.poll(() => [desk.ledger.size, refused.ledger.size]).toEqual([2, 2]);
  } finally {
    newer.close();
    indexedDB.deleteDatabase('nianbao-reviews');
    desk = await ReviewDesk.open();
  }
});
