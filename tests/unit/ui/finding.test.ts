import { EVERYTHING } from '../../../src/compare/selection.ts';
import { expect, test } from 'vitest';
import type { RankingRow } from '../../../src/compare/ranking.ts';
import type { StandingRow } from '../../../src/compare/standing.ts';
import type { ComparisonAsk } from '../../../src/state/comparison.ts';
import { rankingFinding } from '../../../src/ui/finding.ts';
import { rankedContext } from '../../../src/ui/value-context.ts';
import { wordingOf } from '../../../src/ui/wording.ts';

const ASK: ComparisonAsk = {
  ...{ subject: { kind: 'indicator', key: 'disclosure_rate' }, year: 2024, selection: EVERYTHING },
  ...{ few: false, order: 'highest', limit: 20, bodies: [], chosen: null, parts: [], by: 'year' },
};
const row = (name: string, part: Partial<RankingRow>): RankingRow => ({
  ...{ bodyId: 1, name, region: '', level: null, kind: 'other', year: 2024 },
  ...{ rank: 1, equals: 1, value: 0.5, numerator: 10, denominator: 20, low: null, high: null },
  ...{ best: null, worst: null, gap: null },
  ...part,
});
const stood = (standing: StandingRow['standing'], bodies: number, middle: number | null = null): StandingRow => ({
  ...{ standing, bodies, median: middle, lower: middle, upper: middle },
});
const STANDING = [stood('ranked', 40, 0.5), stood('no-report', 7), stood('few', 12, 1), stood('blank', 2)];
const told = (
  rows: readonly RankingRow[],
  ask: Partial<ComparisonAsk> = {},
  standing: readonly StandingRow[] = STANDING,
) => (['zh', 'en'] as const).map((language) => rankingFinding({ ...ASK, ...ask }, rows, standing, wordingOf(language)));

test('a ranking says who stands first, and how many are left out for which reason', () => {
  expect(told([row('甲局', {})])).toEqual([
    '最高的是甲局，50.0 % (10/20)。另有 12 个单位分母不足 10 件，未列入。9 个单位没有数值：无报告 7、空白 2。',
    'Highest: 甲局, 50.0 % (10/20). 12 bodies are left out, with fewer than 10 cases each. 9 bodies have no value: no report 7, blank 2.',
  ]);
});

test('a ranking from below says how many share its first place and how many of them are listed', () => {
  const zero = { value: 0, numerator: 0, equals: 48 };
  const rows = [row('甲局', zero), row('乙局', zero), row('丙局', { rank: 49 })];
  expect(told(rows, { order: 'lowest' }, [stood('ranked', 60)])).toEqual([
    '最低的是甲局，0.0 % (0/20)。48 个单位并列首位，这里只列出 2 个。',
    'Lowest: 甲局, 0.0 % (0/20). 48 bodies share the first place; 2 of them are listed.',
  ]);
});

test('a ranking without anyone says so, and why', () => {
  const unranked = row('甲局', { rank: null, value: null, gap: 'blank' });
  expect(told([unranked], {}, [stood('blank', 1)])[0]).toBe('没有可以排名的单位。1 个单位没有数值：空白 1。');
});

test('median and quartiles beside a ranking are those of the ranked bodies, out of all of them', () => {
  expect(rankedContext({ standing: STANDING })).toEqual({ median: 0.5, lower: 0.5, upper: 0.5, n: 40, of: 61 });
  expect(rankedContext({ standing: [stood('blank', 3)] })).toMatchObject({ median: null, n: 0, of: 3 });
});
