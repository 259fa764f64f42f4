import { describe, expect, it } from 'vitest';
import { Verdicts } from '../../../../src/state/verdicts.ts';
import { failingRows, shareFailing } from '../../../../src/ui/audit/failing-counts.ts';
import { failingFinding, failingSeries, failingTable } from '../../../../src/ui/audit/failing-trend.ts';
import { largestUnits, rankUnits, unitBars, unitFinding, unitTable } from '../../../../src/ui/audit/unit-ranking.ts';
import { wordingOf } from '../../../../src/ui/wording.ts';

const wording = wordingOf('en');

/** Outcomes of two rules in reports 1 to 5, and reports of two units. */
function verdicts(): Verdicts {
  const held = new Verdicts(5);
  held.take({ rule: 'A', from: 1, digits: '02113' });
  held.take({ rule: 'B', from: 1, digits: '12213' });
  return held;
}
const REPORTS = [
  { reportId: 1, bodyId: 1, year: 2022 },
  { reportId: 2, bodyId: 1, year: 2023 },
  { reportId: 3, bodyId: 2, year: 2022 },
  { reportId: 4, bodyId: 2, year: 2023 },
  { reportId: 5, bodyId: 3, year: 2023 },
];
const YEARS = [2022, 2023];
const rowsBy = (keyOf: (bodyId: number) => string | null) =>
  failingRows(['A', 'B'], verdicts(), REPORTS, YEARS, ({ bodyId }) => keyOf(bodyId));

describe('shares of reports with a failure', () => {
  it('count what could be checked alone, and neither a gap nor what does not apply', () => {
    expect(rowsBy(() => 'all')).toEqual([
      { key: 'all', year: 2022, counts: { reports: 2, checked: 2, failing: 1, partly: 1 } },
      { key: 'all', year: 2023, counts: { reports: 3, checked: 1, failing: 0, partly: 0 } },
    ]);
  });

  it('are no number where nothing could be checked, and a year without a report is a gap', () => {
    const rows = rowsBy((bodyId) => (bodyId === 1 ? null : String(bodyId)));
    expect(rows.map(({ counts }) => shareFailing(counts))).toEqual([0, null, null, null]);
    const points = failingSeries(rows, String, wording).map((series) =>
      series.points.map(({ value, gap }) => value ?? gap),
    );
    expect(points).toEqual([
      [0, 'nothing could be checked'],
      ['no report', 'nothing could be checked'],
    ]);
  });

  it('tell their counts in words and in the table', () => {
    const rows = rowsBy(() => 'all');
    expect(failingFinding(rows, () => 'a failing rule', wording)).toBe(
      'Reports with a failing rule: 50.0 % (1/2) in 2022, 0.0 % (0/1) in 2023.',
    );
    const { csv } = failingTable(rows, 'Severity', () => 'all', wording);
    expect(csv.slice(1)).toEqual([
      ['all', 2022, 0.5, 1, 2, 1, 2],
      ['all', 2023, 0, 0, 1, 0, 3],
    ]);
  });
});

describe('units', () => {
  const unit = (key: string, year: number, failing: number, checked: number) => ({
    key,
    year,
    counts: { reports: checked + 1, checked, failing, partly: 0 },
  });
  const ROWS = [
    ...[unit('few', 2022, 4, 5), unit('few', 2023, 4, 4)],
    ...[unit('low', 2022, 0, 100), unit('low', 2023, 1, 100)],
    ...[unit('high', 2022, 10, 20), unit('high', 2023, 10, 20)],
    ...[unit('none', 2022, 0, 0), unit('none', 2023, 0, 0)],
  ];

  it('are ranked over all years, those with few reports left out, each with its interval', () => {
    const { ranked, few } = rankUnits(ROWS);
    expect(ranked.map(({ key, rank, share }) => [key, rank, share])).toEqual([
      ['high', 1, 0.5],
      ['low', 2, 0.005],
    ]);
    expect(few).toBe(2);
    for (const { low, high, share } of ranked) expect(low < share && share < high).toBe(true);
    expect(unitBars(ranked, String, wording)[0]).toMatchObject({ value: 0.5, counts: '20/40', few: false });
    expect(unitTable(ranked, String, wording).csv[1]!.slice(0, 7)).toEqual(['high', 1, 0.5, 20, 40, 0, 42]);
  });

  it('are said to be alike where their intervals overlap, and only then', () => {
    expect(unitFinding(rankUnits(ROWS), String, wording)).toBe(
      'Highest: high, 50.0 % (20/40). Lowest: low, 0.5 % (1/200). 2 groups with fewer than 10 reports that could be checked are left out.',
    );
    const alike = [unit('one', 2022, 3, 20), unit('other', 2022, 2, 20)];
    expect(unitFinding(rankUnits(alike), String, wording)).toContain('cannot be told apart');
    expect(unitFinding(rankUnits([unit('one', 2022, 3, 20)]), String, wording)).toContain('Only one');
    const equal = [unit('one', 2022, 0, 20), unit('other', 2022, 0, 90)];
    expect(unitFinding(rankUnits(equal), String, wording)).toBe('All 2 groups have 0.0 %.');
    expect(unitFinding(rankUnits([]), String, wording)).toBe('No group has 10 reports that could be checked.');
  });

  it('share a rank where their shares are equal, and are drawn by the number of their reports', () => {
    const equal = [unit('a', 2022, 1, 10), unit('b', 2022, 2, 20), unit('c', 2022, 0, 10)];
    expect(rankUnits(equal).ranked.map(({ key, rank }) => [key, rank])).toEqual([
      ['b', 1],
      ['a', 1],
      ['c', 3],
    ]);
    expect(largestUnits(ROWS, 1).map(({ key, year }) => [key, year])).toEqual([
      ['low', 2022],
      ['low', 2023],
    ]);
  });
});
