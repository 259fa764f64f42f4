import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/audit/finding.ts';
import { placeKey, type Review } from '../../../src/audit/review.ts';
import { ReviewLedger } from '../../../src/audit/review-ledger.ts';
import { anyReview, draftReview } from '../../fixtures/review.ts';

const HASH = '0123456789abcdef';
const OTHER = 'fedcba9876543210';

function findingAt(place: Partial<Finding> = {}): Finding {
  const { rule, region, body, year, at, expected, actual } = draftReview();
  return {
    ...{ reportId: 1, bodyId: 1, edition: '2021', entered: 'document', source: 'a.html', outcome: 'fails' },
    ...{ rule, region, body, year, at, expected, actual, due: null, said: null },
    ...{ cells: [], lacking: [], explanations: [], span: null },
    ...place,
  };
}

const standing = (ledger: ReviewLedger, hash: string, finding = findingAt()) =>
  ledger.standings([{ finding, hash }])[0]!;

const sorted = (ledger: ReviewLedger): Review[] =>
  [...ledger.reviews()].sort((one, other) => (placeKey(one) + one.hash < placeKey(other) + other.hash ? -1 : 1));

describe('a finding that was reviewed', () => {
  it('is open until somebody says something, and a comment alone leaves it open', () => {
    expect(standing(new ReviewLedger(), HASH)).toMatchObject({ state: 'open', review: null, earlier: null });
    const commented = new ReviewLedger([draftReview({ verdict: null, note: 'ask them' })]);
    expect(standing(commented, HASH)).toMatchObject({ state: 'open', review: { note: 'ask them' }, earlier: null });
  });

  it('keeps its verdict in another dataset, where its numbers are others', () => {
    const ledger = new ReviewLedger([draftReview({ verdict: 'dismissed', note: 'rounded' })]);
    const rebuilt = findingAt({ reportId: 731, bodyId: 99, source: 'b.html', span: { start: 4, end: 9 } });
    expect(standing(ledger, HASH, rebuilt)).toMatchObject({ state: 'dismissed', review: { note: 'rounded' } });
  });

  it('is open again once its values are others, with the last earlier verdict beside it', () => {
    const ledger = new ReviewLedger([
      draftReview({ verdict: 'dismissed', note: 'rounded', madeAt: '2026-02-01T08:00:00.000Z' }),
      draftReview({ hash: 'a'.repeat(16), verdict: 'sent-back', note: '', madeAt: '2026-03-01T08:00:00.000Z' }),
      draftReview({ hash: 'b'.repeat(16), verdict: null, note: 'only a word', madeAt: '2026-04-01T08:00:00.000Z' }),
    ]);
    expect(standing(ledger, OTHER)).toMatchObject({
      state: 'changed',
      review: null,
      earlier: { verdict: 'sent-back', madeAt: '2026-03-01T08:00:00.000Z' },
    });
    // The values of before bring their verdict back.
    expect(standing(ledger, HASH)).toMatchObject({ state: 'dismissed', earlier: { verdict: 'sent-back' } });
  });

  it('is no longer changed once it is reviewed anew, and taking that back leaves it open', () => {
    const ledger = new ReviewLedger([draftReview(), draftReview({ hash: OTHER, verdict: 'mended' })]);
    expect(standing(ledger, OTHER)).toMatchObject({ state: 'mended', earlier: { verdict: 'confirmed' } });
    ledger.take(draftReview({ hash: OTHER, verdict: null, madeAt: '2026-09-01T08:00:00.000Z' }));
    expect(standing(ledger, OTHER).state).toBe('open');
  });

  it('is not taken for another sentence about the same figure', () => {
    const ledger = new ReviewLedger([draftReview({ verdict: 'dismissed' })]);
    const [said, other] = ledger.standings([
      { finding: findingAt(), hash: HASH },
      { finding: findingAt({ said: 'another sentence' }), hash: OTHER },
    ]);
    expect([said!.state, other!.state, other!.earlier]).toEqual(['dismissed', 'open', null]);
  });

  it.each([{ rule: 'T3-COL' }, { region: '' }, { body: '石桥县水务局' }, { year: 2022 }, { at: 'granted' }])(
    'says nothing of a finding with %o',
    (place) => {
      const ledger = new ReviewLedger([draftReview()]);
      expect(standing(ledger, HASH, findingAt(place)).state).toBe('open');
    },
  );
});

describe('ledgers', () => {
  it('come out the same in whatever order reviews are taken, and however often', () => {
    fc.assert(
      fc.property(fc.array(anyReview), fc.array(anyReview), (some, others) => {
        const once = sorted(new ReviewLedger([...some, ...others]));
        expect(sorted(new ReviewLedger([...others, ...some]))).toEqual(once);
        expect(sorted(new ReviewLedger([...others, ...some, ...others, ...once]))).toEqual(once);
      }),
    );
  });

  it('hold the latest review of each place and values, and count them', () => {
    fc.assert(
      fc.property(fc.array(anyReview), (reviews) => {
        const ledger = new ReviewLedger(reviews);
        const keys = new Set(reviews.map((review) => placeKey(review) + review.hash));
        expect(ledger.size).toBe(keys.size);
        for (const held of ledger.reviews()) {
          const same = reviews.filter((review) => placeKey(review) === placeKey(held) && review.hash === held.hash);
          expect(same.every(({ madeAt }) => madeAt <= held.madeAt)).toBe(true);
        }
      }),
    );
  });
});
