import { NO_CORRECTIONS } from '../../../src/compare/corrections.ts';
import { expect, test } from 'vitest';
import type { CompositionRow } from '../../../src/compare/composition.ts';
import { DISPUTE_PARTS, disputeBars, disputeCorrections, disputeFinding } from '../../../src/ui/dispute-rows.ts';
import { wordingOf } from '../../../src/ui/wording.ts';

const zh = wordingOf('zh');
const rowsOf = (values: Readonly<Record<string, number>>, known: (key: string) => number = () => 5): CompositionRow[] =>
  DISPUTE_PARTS.map(({ key }) => {
    const value = values[key] ?? null;
    return {
      group: '2025',
      label: '2025',
      part: key,
      value,
      share: null,
      known: value === null ? 0 : known(key),
      complete: 0,
      reports: 5,
    };
  });
const REVIEW = { review_upheld: 6, review_corrected: 2, review_other_result: 2, review_pending: 4 };

test('the finding counts corrections over concluded cases and leaves pending ones out', () => {
  expect(disputeFinding(rowsOf(REVIEW), 2025, zh)).toBe('2025 年：行政复议审结 10 件，纠正 2 (20.0 %)。');
});

test('there is no share where the results come from different reports, nor of no cases', () => {
  const uneven = rowsOf(REVIEW, (key) => (key === 'review_corrected' ? 4 : 5));
  expect(disputeFinding(uneven, 2025, zh)).toBe('2025 年：行政复议审结 10 件，纠正 2。');
  const none = { review_upheld: 0, review_corrected: 0, review_other_result: 0 };
  expect(disputeFinding(rowsOf(none), 2025, zh)).toBe('2025 年：行政复议审结 0 件，纠正 0。');
});

test('a kind of dispute that no report gives is a gap, not zero', () => {
  const [review, direct] = disputeBars(rowsOf(REVIEW), disputeCorrections(NO_CORRECTIONS), zh);
  expect(review).toMatchObject({ total: '14', gap: null });
  expect(direct).toMatchObject({ total: '', gap: '无数据' });
  expect(disputeFinding(rowsOf({}), 2025, zh)).toBe('无数据');
});
