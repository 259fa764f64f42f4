import { expect, test } from 'vitest';
import { formatCompact, formatExact } from '../../../src/ui/number-format.ts';

test.each([
  [0, '0'],
  [-12, '-12'],
  [4068.208, '4,068.208'],
  [11_000_000, '11,000,000'],
  [3.141593, '3.141593'],
])('%d is written exactly as %s', (value, text) => {
  expect(formatExact(value)).toBe(text);
});

test.each([
  [9_999, '9,999'],
  [259_478, '25.95 万'],
  [247_960_000, '2.48 亿'],
])('at a glance %d reads %s in Chinese', (value, text) => {
  expect(formatCompact(value, 'zh')).toBe(text);
});

test('English keeps all digits at a glance', () => {
  expect(formatCompact(259_478, 'en')).toBe('259,478');
});
