import { afterAll, beforeAll, expect, it } from 'vitest';
import { RULES } from '../../../src/audit/families.ts';
import type { Finding } from '../../../src/audit/finding.ts';
import { hashFindings } from '../../../src/audit/hashed-finding.ts';
import { ReviewLedger } from '../../../src/audit/review-ledger.ts';
import { buildInMemory } from '../../../src/host/dataset-memory.ts';
import { formatBodyKey } from '../../../src/state/body-key.ts';
import { openWorklist } from '../../../src/state/opened-worklist.ts';
import { DEFAULT_VIEW, type View } from '../../../src/state/view.ts';
import { Verdicts } from '../../../src/state/verdicts.ts';
import { worklistQuestion } from '../../../src/state/worklist-question.ts';
import { askOutcomes } from '../../../src/audit/outcomes.ts';
import type { Database } from '../../../src/store/database.ts';
import { draftReview } from '../../fixtures/review.ts';
import { draftFiling, REGION } from '../../fixtures/draft-filing.ts';

const BODIES = 90;
const YEARS = [2022, 2023];
const { signal } = new AbortController();

const nameOf = (index: number) =>
  `石桥县${'甲乙丙丁戊己庚辛壬癸'[Math.floor(index / 10)]!}${'子丑寅卯辰巳午未申酉'[index % 10]!}镇人民政府`;
const keyOf = (index: number) => formatBodyKey({ region: REGION.replaceAll('/', ''), name: nameOf(index) });

let database: Database;
let ledger = new ReviewLedger();
let verdicts: Verdicts;
beforeAll(async () => {
  // Every third body's sums hold; the others break one of each report.
  const filings = Array.from({ length: BODIES }, (_, index) =>
    YEARS.map((year) =>
      draftFiling({ body: nameOf(index), year, kind: 'document', figures: index % 3 === 0 ? {} : { review_total: 7 } }),
    ),
  ).flat();
  const description = { name: 'many', synthetic: true, madeAt: '2026-01-01T00:00:00Z', version: '0.0.0' };
  ({ database } = await buildInMemory(filings, description, null));
  verdicts = new Verdicts(filings.length);
  for await (const { outcomes } of askOutcomes(database, filings.length, signal))
    for (const one of outcomes) verdicts.take(one);
}, 120_000);
afterAll(() => database.close());

const view = (part: Partial<View>): View => ({
  ...DEFAULT_VIEW,
  page: 'audit',
  severity: 'must',
  governments: true,
  ...part,
});
const open = (part: Partial<View>, known: Verdicts | null) =>
  openWorklist(
    { database },
    worklistQuestion(view({ worklist: 'selection', ...part }))!,
    { verdicts: known, ledger },
    signal,
  );

it('shows the letters of whole bodies as far as there is room, and says how many are left', async () => {
  const list = await open({}, verdicts);
  expect(list.selected).toBe(BODIES * YEARS.length);
  expect(list.concerned).toHaveLength(120);
  expect(list.bodies).toBe(60);
  expect(list.letters).toHaveLength(50);
  expect(list.leftBodies).toBe(10);
  for (const { findings } of list.letters)
    expect(findings.map(({ year, rule, at }) => [year, rule, at])).toEqual(
      YEARS.map((year) => [year, 'T4-SUM', 'review']),
    );
});

it('finds the same in one body with what an audit knows and without', async () => {
  const part = { worklist: 'body', body: keyOf(1) } as const;
  const list = await open(part, null);
  expect(list).toMatchObject({ selected: 2, bodies: 1, leftBodies: 0 });
  expect((await open(part, verdicts)).letters).toEqual(list.letters);
  const figure = list.figures.figureOf(list.letters[0]!.findings[0]!, { id: 'review_total', year: 2022 });
  expect(figure).toEqual({ value: 7, reason: null, raw: null });
  expect(await open({ worklist: 'body', body: keyOf(0) }, null)).toMatchObject({
    selected: 2,
    concerned: [],
    letters: [],
  });
  expect(await open({ worklist: 'body', body: '/nobody' }, null)).toMatchObject({ selected: 0, letters: [] });
});

it('is of one report where that is asked for, by all rules of the severities that are shown', async () => {
  const question = worklistQuestion(view({ worklist: 'report', body: keyOf(1), opened: 2023 }))!;
  expect(question.check.rules).toEqual(RULES.filter(({ severity }) => severity === 'must').map(({ id }) => id));
  const list = await openWorklist({ database }, question, { verdicts: null, ledger }, signal);
  expect(list.letters.flatMap(({ findings }) => findings.map(({ year }) => year))).toEqual([2023]);
});

it('is of nothing where the body or report is not said', () => {
  expect(worklistQuestion(view({}))).toBeNull();
  expect(worklistQuestion(view({ worklist: 'body' }))).toBeNull();
  expect(worklistQuestion(view({ worklist: 'report', body: keyOf(1) }))).toBeNull();
});

it('leaves out what a reviewer has dismissed over the values that stand there, and lists it on demand', async () => {
  const part = { worklist: 'body', body: keyOf(1) } as const;
  const findings = (await open(part, null)).letters.flatMap((letter) => letter.findings);
  const [first, second] = await hashFindings(database, findings);
  const said = (finding: Finding, hash: string) =>
    draftReview({ ...finding, hash, verdict: 'dismissed', note: 'settled by telephone' });
  // What was said of other values counts no more.
  ledger = new ReviewLedger([said(first!.finding, first!.hash), said(second!.finding, '0000000000000000')]);
  try {
    const list = await open(part, verdicts);
    expect(list.letters.map((letter) => letter.findings)).toEqual([[second!.finding]]);
    expect([...list.dismissed].map(([finding, { note }]) => [finding.year, note])).toEqual([
      [2022, 'settled by telephone'],
    ]);
    expect(list.concerned).toHaveLength(1);
    const whole = await open({ ...part, dismissed: true }, verdicts);
    expect(whole.letters.map((letter) => letter.findings)).toEqual([findings]);
    expect(whole.dismissed.size).toBe(1);
  } finally {
    ledger = new ReviewLedger();
  }
});
