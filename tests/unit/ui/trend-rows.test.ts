import { NO_CORRECTIONS } from '../../../src/compare/corrections.ts';
import { expect, test } from 'vitest';
import { EVERYTHING } from '../../../src/compare/selection.ts';
import type { SpreadRow } from '../../../src/compare/spread.ts';
import type { Subject } from '../../../src/compare/subject.ts';
import type { TrendRow } from '../../../src/compare/trend.ts';
import type { Comparison, ComparisonAsk } from '../../../src/state/comparison.ts';
import { trendBand, trendFinding, trendRows, trendSeries } from '../../../src/ui/trend-rows.ts';
import { wordingOf } from '../../../src/ui/wording.ts';

const SHARE: Subject = { kind: 'indicator', key: 'disclosure_rate' };
const FEES: Subject = { kind: 'measure', id: 'admin_fees_wan' };
const LICENCES: Subject = { kind: 'measure', id: 'licensing_decisions' };

const ask = (subject: Subject): ComparisonAsk => ({
  ...{ subject, year: 2025, selection: EVERYTHING },
  ...{ few: false, order: 'highest', limit: 20, bodies: [], chosen: null, parts: [], by: 'year' },
});
const spread = (year: number, n: number, pooled: number | null, change: number | null = null): SpreadRow => ({
  ...{ year, n, valued: n, reports: 500, bodies: 600, pooled, change },
  ...{ median: pooled, lower: pooled, upper: pooled, numerator: 20, denominator: 40 },
});
const body = (year: number, value: number | null, change: number | null): TrendRow => ({
  ...{ bodyId: 4, name: '甲局', year, value, change, numerator: value === null ? null : 2, denominator: 4 },
  gap: value === null ? 'blank' : null,
});
const answer = (rows: readonly SpreadRow[], trend: readonly TrendRow[] = []): Comparison => ({
  ...{ spread: rows, trend, unknown: [], ranking: [], standing: [], sources: [], composition: [], distribution: [] },
  statements: { ranking: '', trend: '', composition: '', distribution: '' },
  corrections: NO_CORRECTIONS,
  followed: trend.length === 0 ? [] : [{ ...FOLLOWED }],
});
const FOLLOWED = {
  ...{ bodyId: 4, name: '甲局', key: '/甲局', region: '', level: null, kind: null },
  ...{ reports: 2, firstYear: 2024, lastYear: 2025 },
};
const told = (subject: Subject, rows: readonly SpreadRow[]) =>
  (['zh', 'en'] as const).map((language) => trendFinding(ask(subject), answer(rows), wordingOf(language)));

test('a trend whose ends rest on numbers of reports more than a fifth apart warns of it', () => {
  const [zh, en] = told(SHARE, [spread(2021, 300, 0.5), spread(2025, 400, 0.6)]);
  expect(zh).toMatch(/两端列明的报告相差超过五分之一（300 份与 400 份），不是同一批单位。$/);
  expect(en).toMatch(/more than a fifth apart \(300 and 400\), not on the same bodies\.$/);
});

test('a trend whose ends are a fifth apart or less does not', () => {
  expect(told(SHARE, [spread(2021, 320, 0.5), spread(2025, 400, 0.6)])[0]).not.toContain('五分之一');
});

test('a trend across the change of form says what that does to its subject, and a rate of requests is untouched', () => {
  const rows = [spread(2020, 400, 1), spread(2025, 400, 2)];
  expect(told(LICENCES, rows)[0]).toMatch(/2021 年起表式不同，前后口径不尽相同。$/);
  expect(told(FEES, [spread(2020, 0, null), spread(2021, 400, 1), spread(2025, 400, 2)])[0]).toMatch(
    /2021 年以前的表式没有这一项。$/,
  );
  expect(told(SHARE, rows)[0]).not.toContain('表式');
  expect(told(LICENCES, [spread(2021, 400, 1), spread(2025, 400, 2)])[0]).not.toContain('表式');
});

test('the table of a trend gives changes as points or growth, gaps by reason, and bare numbers with their unit', () => {
  const rows = trendRows(
    ask(SHARE),
    answer([spread(2025, 400, 0.5, -0.012)], [body(2024, null, null), body(2025, 0.5, 0.1)]),
    wordingOf('zh'),
  );
  const change = rows.table.columns.findIndex(({ label }) => label === '比上年');
  expect(rows.table.rows.map((row) => row[change]!.text)).toEqual(['-1.2 个百分点', '—', '+10.0 个百分点']);
  expect(rows.table.rows[1]![2]).toMatchObject({ text: '空白', gap: true });
  expect(rows.csv[0]!.slice(0, 6)).toEqual([
    '名称',
    '年度',
    '数值 (比例，0 至 1)',
    '分子',
    '分母',
    '比上年 (比例之差)',
  ]);
  expect(rows.csv[3]!.slice(0, 6)).toEqual(['甲局', 2025, 0.5, 2, 4, 0.1]);
  const grown = trendRows(ask(FEES), answer([spread(2025, 400, 12, 0.5)]), wordingOf('en'));
  expect(grown.csv[0]!.slice(2, 4)).toEqual(['Value (10,000 yuan)', 'Change (growth, 1 is doubled)']);
  expect(grown.table.rows[0]!.slice(2, 4)).toMatchObject([{ text: '0.12 million yuan' }, { text: '+50.0 %' }]);
});

test('a sum of all bodies stands alone, without the spread of single ones behind it', () => {
  const alone = answer([spread(2025, 400, 12)]);
  expect(trendSeries(ask(FEES), alone, wordingOf('zh')).map(({ key }) => key)).toEqual(['together']);
  expect(trendBand(ask(FEES), alone)).toEqual([]);
  const beside = answer([spread(2025, 400, 12)], [body(2025, 3, null)]);
  expect(trendSeries(ask(FEES), beside, wordingOf('zh')).map(({ key }) => key)).toEqual(['4']);
  expect(trendBand(ask(FEES), beside)).toHaveLength(1);
});
