import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../../src/audit/families.ts';
import type { Finding } from '../../../src/audit/finding.ts';
import { type Change, compareFindings } from '../../../src/audit/finding-changes.ts';
import { compareAudits } from '../../../src/audit/compared-audits.ts';
import type { RuleOutcome } from '../../../src/audit/outcomes.ts';
import { buildInMemory } from '../../../src/host/dataset-memory.ts';
import type { Filing } from '../../../src/store/filing.ts';
import { draftFiling } from '../../fixtures/draft-filing.ts';

const findingAt = (given: Partial<Finding> = {}): Finding => ({
  ...{ reportId: 1, bodyId: 1, edition: '2021', entered: 'document', source: 'a.html', outcome: 'fails' },
  ...{ rule: 'X-PROSE', region: '', body: '石桥县财政局', year: 2024, at: 'new', expected: 7, actual: 8 },
  ...{
    due: null,
    said: '收到8件',
    cells: [{ id: 'new_total', year: 2024 }],
    lacking: [],
    explanations: [],
    span: null,
  },
  ...given,
});

const changes = (before: readonly Finding[], after: readonly Finding[], standing: RuleOutcome | null = 'holds') =>
  compareFindings(before, after, () => standing).map(({ change, finding }) => [change, finding.said]);

describe('a finding of an earlier audit', () => {
  it('is still there under other numbers of body and report, and where its values are others', () => {
    const rebuilt = findingAt({ reportId: 9, bodyId: 5, source: 'b.html' });
    const worse = findingAt({ actual: 9, said: '收到9件' });
    expect(compareFindings([findingAt()], [rebuilt], () => 'fails')).toEqual([
      { change: 'still', finding: rebuilt, before: findingAt() },
    ]);
    expect(changes([findingAt()], [worse], 'fails')).toEqual([['still', '收到9件']]);
  });

  it('is mended only where the rule holds now, or fails elsewhere alone', () => {
    expect(changes([findingAt()], [])).toEqual([['mended', '收到8件']]);
    const elsewhere = findingAt({ at: 'handled', said: '办结3件' });
    expect(changes([findingAt()], [elsewhere], 'fails')).toEqual([
      ['new', '办结3件'],
      ['mended', '收到8件'],
    ]);
  });

  it('is not mended where a gap keeps it from being checked, the rule applies no more, or the report is gone', () => {
    const open = findingAt({ outcome: 'cannot-check', said: null });
    expect(changes([findingAt()], [open], 'cannot-check')).toEqual([['unchecked', '收到8件']]);
    const whole = findingAt({ outcome: 'cannot-check', at: '', cells: [], said: null });
    expect(changes([findingAt()], [whole], 'cannot-check')).toEqual([['unchecked', '收到8件']]);
    expect(changes([findingAt()], [], 'not-applicable')).toEqual([['unchecked', '收到8件']]);
    expect(changes([findingAt()], [], null)).toEqual([['absent', '收到8件']]);
  });

  it('is mended where other cells alone keep the rule from being checked', () => {
    const other = findingAt({ outcome: 'cannot-check', at: '', cells: [{ id: 'granted_total', year: 2024 }] });
    expect(changes([findingAt()], [other], 'cannot-check')).toEqual([['mended', '收到8件']]);
  });

  it('is paired with the sentence that says the same, and of several one may be mended', () => {
    const [one, other] = [findingAt(), findingAt({ actual: 9, said: '收到9件' })];
    expect(changes([one, other], [other])).toEqual([
      ['still', '收到9件'],
      ['mended', '收到8件'],
    ]);
    expect(changes([other], [one, other])).toEqual([
      ['still', '收到9件'],
      ['new', '收到8件'],
    ]);
  });

  it('that could not be checked before is no failure before', () => {
    const open = findingAt({ outcome: 'cannot-check' });
    expect(changes([open], [findingAt()])).toEqual([['new', '收到8件']]);
    expect(changes([open], [])).toEqual([]);
  });
});

const anyFinding = fc
  .record({
    at: fc.constantFrom('new', 'handled', ''),
    year: fc.constantFrom(2023, 2024),
    actual: fc.integer({ min: 0, max: 2 }),
    outcome: fc.constantFrom('fails' as const, 'cannot-check' as const),
  })
  .map(findingAt);

it('every failure of either audit is told once', () => {
  fc.assert(
    fc.property(fc.array(anyFinding), fc.array(anyFinding), (before, after) => {
      const changed = compareFindings(before, after, () => 'fails');
      const count = (...kinds: Change[]) => changed.filter(({ change }) => kinds.includes(change)).length;
      const failing = (findings: readonly Finding[]) => findings.filter(({ outcome }) => outcome === 'fails').length;
      expect(count('still', 'new')).toBe(failing(after));
      expect(count('still', 'mended', 'unchecked', 'absent')).toBe(failing(before));
    }),
  );
});

it('an audit compared with itself has nothing new and nothing mended', () => {
  fc.assert(
    fc.property(fc.array(anyFinding), (findings) => {
      expect(new Set(compareFindings(findings, findings, () => null).map(({ change }) => change)).size).toBeLessThan(2);
    }),
  );
});

const DESCRIPTION = { name: 'compared', synthetic: true, madeAt: '2026-01-01T00:00:00Z', version: '0.0.0' };
const report = (body: string, figures: Record<string, number>, gaps: Record<string, 'blank'> = {}): Filing =>
  draftFiling({ body, year: 2024, kind: 'document', figures, gaps });
const REVIEWS = { review_upheld: 3, review_total: 1 };
const SUITS = { suit_direct_upheld: 2, suit_direct_total: 9 };

it('two datasets are compared body by body, whatever else is in them', async () => {
  const build = async (filings: readonly Filing[]) => (await buildInMemory(filings, DESCRIPTION, null)).database;
  const earlier = await build([
    report('石桥县财政局', { ...REVIEWS, ...SUITS }),
    report('石桥县水务局', REVIEWS),
    report('石桥县教育局', REVIEWS),
  ]);
  const later = await build([
    report('安和县水务局', REVIEWS),
    report('石桥县财政局', { ...REVIEWS, review_total: 3, suit_direct_upheld: 2, suit_direct_total: 8 }),
    report('石桥县水务局', { review_upheld: 3 }, { review_total: 'blank' }),
  ]);
  try {
    const told: string[] = [];
    const shares: number[] = [];
    for await (const { changed, share } of compareAudits(earlier, later, ['T4-SUM'])) {
      shares.push(share);
      told.push(...changed.map(({ change, finding }) => `${change} ${finding.body} ${finding.at}`));
    }
    expect(told.sort()).toEqual([
      'absent 石桥县教育局 review',
      'mended 石桥县财政局 review',
      'new 安和县水务局 review',
      'still 石桥县财政局 suit_direct',
      'unchecked 石桥县水务局 review',
    ]);
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
    expect(shares.at(-1)).toBe(1);

    const controller = new AbortController();
    controller.abort(new Error('given up'));
    const given = compareAudits(
      earlier,
      later,
      RULES.map(({ id }) => id),
      controller.signal,
    );
    await expect(given.next()).rejects.toThrow('given up');
  } finally {
    await Promise.all([earlier.close(), later.close()]);
  }
});
