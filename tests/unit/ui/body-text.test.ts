import { expect, test } from 'vitest';
import { yearRanges } from '../../../src/ui/body-text.ts';

test.each([
  [[], ''],
  [[2025], '2025'],
  [[2019, 2020, 2025], '2019–2020、2025'],
  [[2019, 2021, 2022, 2023], '2019、2021–2023'],
])('the years %j are written %s', (years, text) => {
  expect(yearRanges(years, '、')).toBe(text);
});
