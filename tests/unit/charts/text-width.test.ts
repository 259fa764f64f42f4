import { expect, test } from 'vitest';
import { wrapText } from '../../../src/charts/text-width.ts';

test('ideographs break anywhere and Latin words at their spaces', () => {
  expect(wrapText('其他法律行政法规', 48, 12, 3)).toEqual(['其他法律', '行政法规']);
  expect(wrapText('security and stability', 66, 12, 3)).toEqual(['security', 'and', 'stability']);
});

test('what more lines would take ends in an ellipsis, and a short text stays on one line', () => {
  expect(wrapText('其他法律行政法规禁止公开', 48, 12, 2)).toEqual(['其他法律', '行政法…']);
  expect(wrapText('2023', 48, 12, 3)).toEqual(['2023']);
  expect(wrapText('', 48, 12, 3)).toEqual(['']);
});
