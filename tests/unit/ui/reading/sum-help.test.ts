import { expect, test } from 'vitest';
import { brokenSums, partSums } from '../../../../src/ui/reading/sum-help.ts';

const review = {
  review_upheld: 2,
  review_corrected: 0,
  review_other_result: 1,
  review_pending: 0,
};
const from = (figures: Readonly<Record<string, number>>) => (id: string) => figures[id] ?? null;

test('the parts of a total are added up only where all of them are given', () => {
  expect(partSums('2021', from(review)).get('review_total')).toBe(3);
  const three = from({ review_upheld: 2, review_corrected: 0, review_other_result: 1 });
  expect(partSums('2021', three).get('review_total')).toBeNull();
});

test('a sum is broken where both sides are given and differ, never where one is missing', () => {
  expect(brokenSums('2021', from(review))).toEqual([]);
  expect(brokenSums('2021', from({ ...review, review_total: 3 }))).toEqual([]);
  expect(brokenSums('2021', from({ ...review, review_total: 4 }))).toEqual([
    { rule: 'T4-SUM', at: 'review', left: 4, right: 3 },
  ]);
});
