import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../../src/audit/rule.ts';
import { Verdicts } from '../../../../src/state/verdicts.ts';
import { bodyRows } from '../../../../src/ui/audit/body-rows.ts';
import { cutAtFigure } from '../../../../src/ui/audit/claimed-figure.ts';
import { coverageRows } from '../../../../src/ui/audit/coverage-rows.ts';
import { type GridPlace, placeAfter } from '../../../../src/ui/audit/grid-walk.ts';
import { failingShare, noOutcomes, outcomeRank, sortByCounts } from '../../../../src/ui/audit/outcome-counts.ts';
import { failingReports, ruleRows, yearsOf } from '../../../../src/ui/audit/rule-rows.ts';

const rule = (id: string, severity: Rule['severity']): Rule => ({
  id,
  severity,
  ...{ zh: id, en: id, basisZh: id, basisEn: id, exceptionsZh: '', exceptionsEn: '' },
});
const RULES = [rule('SUM', 'must'), rule('SLOW', 'hint')];

/** Body 1 reports in 2023 and 2024, body 2 in 2024 alone; report 3 is an old version. */
const REPORTS = [
  { reportId: 1, bodyId: 1, year: 2023 },
  { reportId: 4, bodyId: 1, year: 2024 },
  { reportId: 2, bodyId: 2, year: 2024 },
];

function verdicts(): Verdicts {
  const held = new Verdicts(4);
  // In pieces, as an audit of a large dataset gives them: fails, cannot be checked, –, fails.
  held.take({ rule: 'SUM', from: 1, digits: '01' });
  held.take({ rule: 'SUM', from: 3, digits: '30' });
  held.take({ rule: 'SLOW', from: 1, digits: '2132' });
  return held;
}

const counts = (given: Partial<ReturnType<typeof noOutcomes>>) => ({ ...noOutcomes(), ...given });

describe('the rows of the rules', () => {
  it('count every outcome apart, over all years and year by year', () => {
    const [sum] = ruleRows(RULES, verdicts(), REPORTS);
    expect(sum!.counts).toEqual(counts({ fails: 2, 'cannot-check': 1 }));
    expect([...sum!.years]).toEqual([
      [2023, counts({ fails: 1 })],
      [2024, counts({ fails: 1, 'cannot-check': 1 })],
    ]);
  });

  it('take a rule that was never asked for one that does not apply', () => {
    expect(ruleRows([rule('NEW', 'must')], verdicts(), REPORTS)[0]!.counts).toEqual(counts({ 'not-applicable': 3 }));
  });

  it('count a report once however many of its rules fail', () => {
    expect(failingReports(RULES, 'must', verdicts(), REPORTS)).toBe(2);
    expect(failingReports(RULES, 'hint', verdicts(), REPORTS)).toBe(0);
    expect(yearsOf(REPORTS)).toEqual([2023, 2024]);
  });
});

describe('the rows of the bodies', () => {
  it('have an outcome for each report, and none for a year without one', () => {
    const reviews = new Map();
    expect(bodyRows('SUM', verdicts(), REPORTS)).toEqual([
      { bodyId: 1, counts: counts({ fails: 2 }), years: new Map([2023, 2024].map((year) => [year, 'fails'])), reviews },
      { bodyId: 2, counts: counts({ 'cannot-check': 1 }), years: new Map([[2024, 'cannot-check']]), reviews },
    ]);
  });

  it('say which years are reviewed, and leave their outcomes as they are', () => {
    const [first] = bodyRows('SUM', verdicts(), REPORTS, new Map([[1, new Set(['dismissed'] as const)]]));
    expect(first!.years.get(2023)).toBe('fails');
    expect([...first!.reviews]).toEqual([[2023, 'dismissed']]);
  });
});

describe('the share that fails', () => {
  it('leaves out what could not be checked, and is none where nothing could', () => {
    expect(failingShare(counts({ fails: 1, holds: 3, 'cannot-check': 96 }))).toBe(0.25);
    expect(failingShare(counts({ 'cannot-check': 5, 'not-applicable': 2 }))).toBeNull();
  });

  it('sorts rows, those without a share behind a share of zero, equal ones in their places', () => {
    const rows = [
      { key: 'open', counts: counts({ 'cannot-check': 9 }) },
      { key: 'none', counts: counts({ holds: 4 }) },
      { key: 'half', counts: counts({ fails: 2, holds: 2 }) },
      { key: 'also half', counts: counts({ fails: 1, holds: 1 }) },
    ];
    const order = (by: Parameters<typeof sortByCounts>[1]) =>
      sortByCounts(rows, by, ({ key }) => key.length).map(({ key }) => key);
    expect(order('share')).toEqual(['half', 'also half', 'none', 'open']);
    expect(order('fails')).toEqual(['half', 'also half', 'open', 'none']);
    expect(order('cannot-check')[0]).toBe('open');
    expect(order('name')).toEqual(['open', 'none', 'half', 'also half']);
    expect(order(2024)).toEqual(['also half', 'open', 'none', 'half']);
  });
});

describe('the column of a year', () => {
  it('puts failures first, then what is open, and a year without a report last', () => {
    const ranks = (['fails', 'cannot-check', 'holds', 'not-applicable', undefined] as const).map(outcomeRank);
    expect(ranks).toEqual([...ranks].sort((one, other) => other - one));
    expect(new Set(ranks).size).toBe(ranks.length);
  });
});

describe('the coverage of a year', () => {
  it('counts who should have reported apart from who has', () => {
    const rows = coverageRows([
      { group: '2024', state: 'missing', bodies: 2, due: 2 },
      { group: '2023', state: 'on-time', bodies: 3, due: 2 },
      { group: '2024', state: 'late', bodies: 5, due: 5 },
      { group: '2024', state: 'undated', bodies: 1, due: 0 },
    ]);
    expect(rows).toEqual([
      { year: 2023, due: 2, filed: 3, missing: 0 },
      { year: 2024, due: 7, filed: 6, missing: 2 },
    ]);
  });
});

describe('a claimed figure', () => {
  const marked = (sentence: string, value: number) =>
    cutAtFigure(sentence, value).map(({ text, isClaimed }) => (isClaimed ? `[${text}]` : text));

  it.each([
    ['全年收到复议134件，其中维持13件。', 134, ['全年收到复议', '[134]', '件，其中维持13件。']],
    ['受理１，２３４件', 1, ['受理', '[１]', '，２３４件']],
    ['收到一百三十四件', 134, ['收到', '[一百三十四]', '件']],
    ['没有数字', 3, ['没有数字']],
  ] as const)('in %s is found in whatever numerals it is written', (sentence, value, pieces) => {
    expect(marked(sentence, value).join('|')).toBe(pieces.join('|'));
    expect(
      cutAtFigure(sentence, value)
        .map(({ text }) => text)
        .join(''),
    ).toBe(sentence);
  });
});

describe('the keys', () => {
  const PLACES: readonly GridPlace[] = [
    { row: 0, column: 1 },
    { row: 0, column: 4 },
    { row: 2, column: 0 },
    { row: 2, column: 3 },
  ];
  it.each([
    ['ArrowRight', 1, 4, 0],
    ['End', 1, 4, 0],
    ['ArrowDown', 4, 3, 2],
    ['ArrowDown', 1, 0, 2],
  ] as const)('%s leads from column %i to column %i', (key, from, column, row) => {
    expect(placeAfter(PLACES, { row: 0, column: from }, key)).toEqual({ row, column });
  });

  it.each(['ArrowUp', 'ArrowLeft', 'a'])('%s leads nowhere from the first place', (key) => {
    expect(placeAfter(PLACES, PLACES[0]!, key)).toBeNull();
  });

  it('Home leads back, and up over a row without a place', () => {
    expect(placeAfter(PLACES, PLACES[3]!, 'Home')).toEqual(PLACES[2]);
    expect(placeAfter(PLACES, PLACES[3]!, 'ArrowUp')).toEqual(PLACES[1]);
  });
});
