import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FORM_CELLS } from '../../../src/form/cells.ts';
import type { Edition } from '../../../src/form/edition.ts';
import { REQUEST_ROWS } from '../../../src/form/requests.ts';
import { APPLICANT_COLUMNS } from '../../../src/form/applicants.ts';
import type { Filing } from '../../../src/store/filing.ts';
import { auditFilings, placesOf } from '../../fixtures/audited.ts';
import { draftFiling } from '../../fixtures/draft-filing.ts';
import { consistentFigures } from '../../fixtures/publish/arbitrary-form.ts';

interface Damaged {
  readonly edition: Edition;
  readonly figures: Readonly<Record<string, number>>;
  /** Cells that the report leaves blank. */
  readonly blank: readonly string[];
  /** Cells with words where a count is due. */
  readonly words: readonly string[];
}

/** A form that was right, in which some cells were typed wrong and some left blank. */
const damagedForm: fc.Arbitrary<Damaged> = fc.constantFrom<Edition>('2019', '2021').chain((edition) => {
  const ids = FORM_CELLS[edition].filter(({ table }) => table !== 2).map(({ id }) => id);
  const some = (maxLength: number) => fc.array(fc.constantFrom(...ids), { maxLength });
  return fc
    .tuple(
      consistentFigures(edition),
      some(3),
      some(2),
      some(1),
      fc.array(fc.integer({ min: -3, max: 40 }), { minLength: 3 }),
    )
    .map(([figures, wrong, blank, words, values]) => ({
      edition,
      figures: {
        ...(figures as Readonly<Record<string, number>>),
        ...Object.fromEntries(wrong.map((id, index) => [id, values[index]!])),
      },
      blank: blank.filter((id) => !words.includes(id)),
      words,
    }));
});

const sum = (numbers: readonly (number | undefined)[]): number | undefined =>
  numbers.some((number) => number === undefined) ? undefined : numbers.reduce<number>((all, one) => all + one!, 0);

/** The form's arithmetic, written down again without the form's own list of sums. */
function promises({ edition, figures, blank, words }: Damaged): { at: string; left?: number; right?: number }[] {
  const value = (id: string) => ([...blank, ...words].includes(id) ? undefined : figures[id]);
  const kinds = ['natural', 'business', 'research', 'public_interest', 'legal_service', 'other_org'];
  const rows = REQUEST_ROWS.filter((row) => row.editions.includes(edition)).map(({ key }) => key);
  const outcomes = rows.filter((key) => !['new', 'carried_in', 'handled', 'carried_out'].includes(key));
  const both = (at: string, left: number | undefined, right: number | undefined) => ({
    at,
    ...(left === undefined ? {} : { left }),
    ...(right === undefined ? {} : { right }),
  });
  return [
    ...[...kinds, 'total'].flatMap((column) => [
      both(
        `T3-COL ${column}`,
        sum([value(`new_${column}`), value(`carried_in_${column}`)]),
        sum([value(`handled_${column}`), value(`carried_out_${column}`)]),
      ),
      both(`T3-SUM ${column}`, value(`handled_${column}`), sum(outcomes.map((row) => value(`${row}_${column}`)))),
    ]),
    ...rows.map((row) =>
      both(`T3-ROW ${row}`, value(`${row}_total`), sum(kinds.map((column) => value(`${row}_${column}`)))),
    ),
    ...['review', 'suit_direct', 'suit_after_review'].map((block) =>
      both(
        `T4-SUM ${block}`,
        value(`${block}_total`),
        sum(['upheld', 'corrected', 'other_result', 'pending'].map((result) => value(`${block}_${result}`))),
      ),
    ),
  ];
}

const SUMS = ['T3-COL', 'T3-SUM', 'T3-ROW', 'T4-SUM'];
const MUST = [...SUMS, 'T3-EMPTY', 'NUM'];

/** Columns in which nothing was received, and whether something came of it: unknown where a gap leaves it open. */
function outcomesOfNothing({ edition, figures, blank, words }: Damaged): { at: string; isBroken: boolean | null }[] {
  const value = (id: string) => ([...blank, ...words].includes(id) ? undefined : figures[id]);
  const outcomes = REQUEST_ROWS.filter((row) => row.editions.includes(edition) && row.role === 'outcome');
  return APPLICANT_COLUMNS.flatMap(({ key }): { at: string; isBroken: boolean | null }[] => {
    const received = [value(`new_${key}`), value(`carried_in_${key}`)];
    if (received.some((number) => number !== undefined && number !== 0)) return [];
    const came = outcomes.map((row) => value(`${row.key}_${key}`));
    const isUnknown = received.includes(undefined);
    const isSomething = came.some((number) => number !== undefined && number !== 0);
    if (isUnknown || (!isSomething && came.includes(undefined))) return [{ at: `T3-EMPTY ${key}`, isBroken: null }];
    return [{ at: `T3-EMPTY ${key}`, isBroken: isSomething }];
  });
}

/** Whether a cell tells by how many something rose or fell. */
const mayFall = (id: string) => id.endsWith('_items_change');

/** Cells that hold no number of their kind, and whether a gap may hide more of them. */
const noNumbers = ({ figures, blank, words }: Damaged) => ({
  wrong: [
    ...new Set([
      ...words,
      ...Object.keys(figures).filter((id) => !blank.includes(id) && figures[id]! < 0 && !mayFall(id)),
    ]),
  ].map((id) => `NUM ${id}`),
  open: blank.length > 0 ? ['NUM'] : [],
});

/** The filing with words in the cells that hold no number. */
const inWords = (filing: Filing): Filing => ({
  ...filing,
  report: {
    ...filing.report,
    gaps: filing.report.gaps.map((gap) => (gap.reason === 'not-a-number' ? { ...gap, raw: '约三件' } : gap)),
  },
});

it('fails exactly what the form’s arithmetic forbids, and leaves open exactly what a gap hides', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(damagedForm, { minLength: 1, maxLength: 6 }), async (forms) => {
      const filings = forms.map(({ edition, figures, blank, words }, index) =>
        inWords(
          draftFiling({
            body: `石桥县第${'一二三四五六'[index]!}中心`,
            year: edition === '2019' ? 2020 : 2022,
            kind: 'document',
            edition,
            figures,
            gaps: {
              ...Object.fromEntries(blank.map((id) => [id, 'blank'] as const)),
              ...Object.fromEntries(words.map((id) => [id, 'not-a-number'] as const)),
            },
          }),
        ),
      );
      const { findings } = await auditFilings(filings, MUST);
      forms.forEach((form, index) => {
        const own = { findings: findings.filter(({ body }) => body === filings[index]!.body) };
        const promised = promises(form);
        const broken = promised.filter(
          ({ left, right }) => left !== undefined && right !== undefined && left !== right,
        );
        const open = promised.filter(({ left, right }) => left === undefined || right === undefined);
        const columns = outcomesOfNothing(form);
        const numbers = noNumbers(form);
        const at = (places: readonly { readonly at: string }[]) => places.map((place) => place.at);
        expect(placesOf(own, 'fails').sort()).toEqual(
          [...at(broken), ...at(columns.filter(({ isBroken }) => isBroken === true)), ...numbers.wrong].sort(),
        );
        expect(placesOf(own, 'cannot-check').sort()).toEqual(
          [...at(open), ...at(columns.filter(({ isBroken }) => isBroken === null)), ...numbers.open].sort(),
        );
      });
    }),
    { numRuns: 12 },
  );
}, 120_000);

const report = (figures: Readonly<Record<string, number>>, gaps: Readonly<Record<string, 'blank'>> = {}) =>
  auditFilings([draftFiling({ body: '石桥县财政局', year: 2022, kind: 'document', figures, gaps })]);

it('names the outcome of a column that has no request', async () => {
  const { findings } = await report({ granted_business: 2, handled_business: 2, new_business: 0 });
  expect(findings.find(({ rule, at }) => rule === 'T3-EMPTY' && at === 'business')).toMatchObject({
    outcome: 'fails',
    expected: 0,
    actual: 2,
    cells: [{ id: 'granted_business', year: 2022 }],
  });
});

it('cannot tell whether a column is empty where its requests are a gap', async () => {
  const { findings } = await report({ granted_business: 2 }, { new_business: 'blank' });
  const [finding] = findings.filter(({ rule, at }) => rule === 'T3-EMPTY' && at === 'business');
  expect(finding).toMatchObject({
    outcome: 'cannot-check',
    lacking: [{ id: 'new_business', year: 2022, reason: 'blank' }],
  });
});

it('says which gap keeps a sum from being checked', async () => {
  const { findings } = await report({}, { granted_natural: 'blank' });
  const open = findings.filter(({ outcome, rule }) => outcome === 'cannot-check' && SUMS.includes(rule));
  expect(open.map(({ rule, at }) => `${rule} ${at}`)).toEqual(['T3-SUM natural', 'T3-ROW granted']);
  for (const { lacking } of open) expect(lacking).toEqual([{ id: 'granted_natural', year: 2022, reason: 'blank' }]);
});

it('holds a report that gives 其他处理 in one row of the old form to that row', async () => {
  const rows = ['other_no_correction', 'other_fee_unpaid', 'other_other'];
  const gaps = Object.fromEntries(
    rows.flatMap((row) => APPLICANT_COLUMNS.map(({ key }) => [`${row}_${key}`, 'row-absent'] as const)),
  );
  const filing = draftFiling({ body: '石桥县财政局', year: 2022, kind: 'document', figures: {}, gaps });
  const cells = APPLICANT_COLUMNS.map(({ key }) => ({
    id: `other_all_${key}`,
    value: key === 'natural' ? 1 : 0,
    raw: '',
    span: null,
  }));
  const mixed = { ...filing, report: { ...filing.report, cells: [...filing.report.cells, ...cells] } };
  const audited = await auditFilings([mixed], [...SUMS, 'T3-EMPTY']);
  expect(placesOf(audited, 'fails')).toEqual(['T3-SUM natural', 'T3-ROW other_all', 'T3-EMPTY natural']);
  expect(placesOf(audited, 'cannot-check')).toEqual([]);
});

it('asks nothing of a report of before the uniform form', async () => {
  const old = draftFiling({ body: '石桥县财政局', year: 2016, kind: 'document', edition: null, figures: {} });
  expect(await auditFilings([old], [...SUMS, 'T3-EMPTY'])).toMatchObject({ findings: [], tallies: new Map() });
});
