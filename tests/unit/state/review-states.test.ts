import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FAMILIES } from '../../../src/audit/families.ts';
import { hashFindings } from '../../../src/audit/hashed-finding.ts';
import { askFindings } from '../../../src/audit/report-findings.ts';
import { ReviewLedger } from '../../../src/audit/review-ledger.ts';
import { askReviewedFindings, rangesOf } from '../../../src/audit/reviewed-reports.ts';
import { buildInMemory } from '../../../src/host/dataset-memory.ts';
import { countStates, gatherStates, hasState, stateOfReport } from '../../../src/state/review-states.ts';
import type { Database } from '../../../src/store/database.ts';
import { draftFiling } from '../../fixtures/draft-filing.ts';
import { draftReview } from '../../fixtures/review.ts';

const RULE = 'T3-ROW';
const DESCRIPTION = { name: 'reviewed', synthetic: true, madeAt: '2026-01-01T00:00:00Z', version: '0.0.0' };
// Each breaks the rows of 新收 and 结转, one place each.
const broken = (year: number) =>
  draftFiling({ body: '石桥县财政局', year, kind: 'document', figures: { new_natural: 7, carried_in_natural: year } });

let database: Database;
beforeAll(async () => {
  ({ database } = await buildInMemory([2021, 2022, 2023].map(broken), DESCRIPTION, null));
});
afterAll(() => database.close());

const family = FAMILIES.find(({ rules }) => rules.some(({ id }) => id === RULE))!;
const hashed = async () => hashFindings(database, await askFindings(database, [family], { from: 1, to: 3 }, [RULE]));

describe('the reports of which something was said', () => {
  it('are found by names, with every finding of theirs under the rule and how it stands', async () => {
    const [first] = await hashed();
    const { region, body, year, at } = first!.finding;
    const said = { rule: RULE, region, body, year, at, verdict: 'dismissed' } as const;
    const ledger = new ReviewLedger([
      draftReview({ ...said, hash: first!.hash }),
      draftReview({ ...said, year: 2022, hash: '0'.repeat(16) }),
      draftReview({ ...said, rule: 'T3-COL', year: 2023 }),
      draftReview({ ...said, body: '另一县财政局' }),
    ]);
    const found = await askReviewedFindings(database, RULE, ledger);
    expect(found.map(({ finding, state }) => [finding.year, finding.at, state])).toEqual([
      [2021, 'new', 'dismissed'],
      [2021, 'carried_in', 'open'],
      [2022, 'new', 'changed'],
      [2022, 'carried_in', 'open'],
    ]);
    const states = gatherStates(found);
    expect([1, 2, 3].map((report) => stateOfReport(states, report))).toEqual([null, 'changed', null]);
    const reports = [1, 2, 3].map((reportId) => ({ reportId, outcome: 'fails' as const }));
    expect(countStates(states, reports)).toMatchObject({ open: 3, changed: 1, dismissed: 1, confirmed: 0 });
    expect(await askReviewedFindings(database, RULE, new ReviewLedger())).toEqual([]);
  });

  it('count as reviewed once no finding of theirs is open', async () => {
    const all = (await hashed()).filter(({ finding }) => finding.year === 2021);
    const ledger = new ReviewLedger(
      all.map(({ finding, hash }, index) => {
        const { rule, region, body, year, at } = finding;
        const verdict = index === 0 ? ('dismissed' as const) : ('confirmed' as const);
        return draftReview({ rule, region, body, year, at, hash, verdict });
      }),
    );
    const states = gatherStates(await askReviewedFindings(database, RULE, ledger));
    expect(stateOfReport(states, 1)).toBe('confirmed');
    expect(countStates(states, [{ reportId: 1, outcome: 'fails' }])).toMatchObject({
      ...{ open: 0, confirmed: 1, dismissed: 1 },
    });
  });

  it('wait for nobody where the rule holds or could not be checked', () => {
    expect(hasState(new Map(), 1, 'holds', 'open')).toBe(false);
    expect(hasState(new Map(), 1, 'cannot-check', 'open')).toBe(false);
    expect(hasState(new Map(), 1, 'fails', 'open')).toBe(true);
  });
});

it('ranges hold what lies near together, and leave out what lies between', () => {
  expect(rangesOf([])).toEqual([]);
  expect(rangesOf([5])).toEqual([{ from: 5, to: 5 }]);
  expect(rangesOf([1, 2, 150, 90_000, 90_001])).toEqual([
    { from: 1, to: 150 },
    { from: 90_000, to: 90_001 },
  ]);
});
