import { expect, test } from 'vitest';
import { besideEarlierReport, formatReportKey, parseReportKey } from '../../../src/state/report-key.ts';

test('a report is its body and its year, or the latest of its body', () => {
  expect(parseReportKey('河南省平顶山市叶县/叶县公安局@2024')).toEqual({
    body: '河南省平顶山市叶县/叶县公安局',
    year: 2024,
  });
  expect(parseReportKey('/叶县公安局')).toEqual({ body: '/叶县公安局', year: null });
});

test('what only looks like a year belongs to the name', () => {
  for (const body of ['/甲@乙', '/甲@24', '/甲@20245', '@2024'])
    expect(parseReportKey(body)).toEqual({ body, year: null });
});

test.each([
  { body: '省/局', year: 2021 },
  { body: '省/局@2020', year: 2021 },
  { body: '省/局', year: null },
])('a key that is written and read back is the same: $body $year', (key) => {
  expect(parseReportKey(formatReportKey(key))).toEqual(key);
});

test('the last report stands beside the one before it, whatever years lie between', () => {
  expect(besideEarlierReport('/局', [2019, 2021, 2024])).toEqual({
    page: 'compare',
    left: '/局@2021',
    right: '/局@2024',
  });
  expect(besideEarlierReport('/局', [2024])).toBeNull();
});
