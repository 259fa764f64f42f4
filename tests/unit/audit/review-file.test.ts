import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_NOTE, placeKey, type Review } from '../../../src/audit/review.ts';
import { readReviewFile, writeReviewFile } from '../../../src/audit/review-file.ts';
import { ReviewLedger } from '../../../src/audit/review-ledger.ts';
import { anyReview, draftReview } from '../../fixtures/review.ts';

const NOW = '2026-11-25T00:00:00.000Z';
const read = (content: unknown) => readReviewFile(JSON.stringify(content), NOW);
const file = (reviews: readonly unknown[], more: object = {}) => ({
  ...{ format: 'nianbao-reviews', version: 1, exported_at: NOW, reviews },
  ...more,
});

describe('a file of reviews', () => {
  it('gives back the ledger that it was written of, and is the same for the same ledger', () => {
    fc.assert(
      fc.property(fc.array(anyReview), (reviews) => {
        const ledger = new ReviewLedger(reviews);
        const text = writeReviewFile(ledger.reviews(), NOW);
        const found = readReviewFile(text, NOW);
        if (!('reviews' in found)) throw new Error(JSON.stringify(found.trouble));
        expect(writeReviewFile(new ReviewLedger([...reviews].reverse()).reviews(), NOW)).toBe(text);
        const byPlace = (some: Iterable<Review>) =>
          new Map([...some].map((review) => [placeKey(review) + review.hash, review]));
        expect(byPlace(found.reviews)).toEqual(byPlace(ledger.reviews()));
      }),
    );
  });

  it('is told from other files', () => {
    expect(readReviewFile('{"format":', NOW)).toEqual({ trouble: { what: 'no-json' } });
    expect(readReviewFile('', NOW)).toEqual({ trouble: { what: 'no-json' } });
    for (const other of [null, [], 'reviews', {}, { format: 'nianbao-columns', version: 1, reviews: [] }])
      expect(read(other)).toEqual({ trouble: { what: 'no-reviews' } });
    expect(read(file([], { version: '1' }))).toEqual({ trouble: { what: 'no-reviews' } });
    expect(read(file([], { reviews: { length: 1 } }))).toEqual({ trouble: { what: 'no-reviews' } });
    expect(read(file([], { version: 2, reviews: 'of another shape' }))).toEqual({
      trouble: { what: 'newer', version: 2 },
    });
  });

  it('may begin with the mark of UTF-8, and say more than is asked for', () => {
    const text = `\uFEFF${JSON.stringify(file([{ ...draftReview(), reviewer: 'me' }], { comment: '' }))}`;
    expect(readReviewFile(text, NOW)).toEqual({ reviews: [draftReview()] });
  });

  it.each<[string, unknown]>([
    ['rule', 'T3-SUM; DROP TABLE report'],
    ['region', null],
    ['body', 'x'.repeat(20_001)],
    ['body', '\ud800'],
    ['year', '2023'],
    ['year', 2023.5],
    ['year', 99_999],
    ['at', 7],
    ['hash', '0123456789ABCDEF'],
    ['verdict', 'holds'],
    ['verdict', 'constructor'],
    ['note', 'x'.repeat(LONGEST_NOTE + 1)],
    ['note', { toString: 'x' }],
    ['madeAt', 'yesterday'],
    ['madeAt', '2026-02-31T00:00:00.000Z'],
    // It would win over everything that anyone says until then.
    ['madeAt', '2026-11-27T00:00:00.000Z'],
    ['expected', '7'],
    ['actual', undefined],
  ])('whose second review has a wrong %s (%j) is refused whole, and says where', (field, value) => {
    expect(read(file([draftReview(), { ...draftReview(), [field]: value }]))).toEqual({
      trouble: { what: 'bad-review', place: 2, field },
    });
  });

  it.each([[null], ['text'], [[]], [7]])('with %j for a review is refused', (one) => {
    expect(read(file([one]))).toMatchObject({ trouble: { what: 'bad-review', place: 1 } });
  });

  it('takes nothing from a prototype', () => {
    const text = `{"format":"nianbao-reviews","version":1,"reviews":[{"__proto__":${JSON.stringify(draftReview())}}]}`;
    expect(readReviewFile(text, NOW)).toMatchObject({ trouble: { what: 'bad-review', place: 1 } });
  });

  it('that holds too many reviews is refused before any is looked at', () => {
    expect(read(file(new Array(200_001).fill(0)))).toEqual({ trouble: { what: 'too-large' } });
  });

  it('whatever it holds, gives reviews or says why not', () => {
    fc.assert(
      fc.property(fc.json(), fc.jsonValue(), (text, value) => {
        expect(Object.keys(readReviewFile(text, NOW))).toHaveLength(1);
        expect(Object.keys(read(file([value])))).toEqual(['trouble']);
      }),
    );
  });
});
