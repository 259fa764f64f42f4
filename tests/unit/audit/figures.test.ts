import { beforeAll, describe, expect, it } from 'vitest';
import type { Gap } from '../../../src/read/report.ts';
import type { Filing } from '../../../src/store/filing.ts';
import { auditFilings, placesOf, type Audited } from '../../fixtures/audited.ts';
import { draftFiling } from '../../fixtures/draft-filing.ts';

interface Case {
  readonly shows: string;
  readonly body: string;
  readonly year: number;
  readonly filings: readonly Filing[];
  readonly fails?: readonly string[];
  readonly open?: readonly string[];
}

const RULES = [
  'NUM',
  'T2-STOCK',
  'T2-RULES',
  'T3-CARRY',
  'T3-CATCHALL',
  'T3-NOTHELD',
  'X-SUIT',
  'D-PUB',
  'Y-CARRY',
  'Y-STOCK',
];

type Figures = Readonly<Record<string, number>>;
type Extra = Partial<
  Pick<Parameters<typeof draftFiling>[0], 'edition' | 'gaps' | 'published' | 'report' | 'corrections'>
>;

const filing = (body: string, year: number, figures: Figures, extra: Extra = {}): Filing =>
  draftFiling({ body, year, kind: 'document', published: `${year + 1}-01-20`, figures, ...extra });

const named = (index: number, stem = '财政局') =>
  `${'甲乙丙丁戊己庚辛壬癸'[Math.floor(index / 10)]!}${'子丑寅卯辰巳午未申酉'[index % 10]!}县${stem}`;
const cases: Case[] = [];

/** A body of its own for each case; the last of its reports is looked at. */
function add(
  shows: string,
  reports: readonly (readonly [number, Figures, Extra?])[],
  wanted: Pick<Case, 'fails' | 'open'>,
  stem?: string,
): void {
  const body = named(cases.length, stem);
  const filings = reports.map(([year, figures, extra]) => filing(body, year, figures, extra));
  cases.push({ shows, body, year: reports.at(-1)![0], filings, ...wanted });
}

const blank = (...ids: string[]) => ({ gaps: Object.fromEntries(ids.map((id) => [id, 'blank'] as const)) });

add('a figure below zero', [[2022, { new_total: -1 }]], { fails: ['NUM new_total'] });
add('a decrease on the old form is no error', [[2020, { licensing_items_change: -4 }, { edition: '2019' }]], {});
add('a count of the old form below zero', [[2020, { procurement_items: -4 }, { edition: '2019' }]], {
  fails: ['NUM procurement_items'],
});
const notANumber = (raw: string): Extra => {
  const gap: Gap = { id: 'review_total', reason: 'not-a-number', raw, span: { start: 1, end: 2 } };
  const { report } = filing('x', 2022, {});
  return { report: { gaps: [gap], cells: report.cells.filter(({ id }) => id !== gap.id) } };
};
add('words where a count is due', [[2022, {}, notANumber('若干')]], { fails: ['NUM review_total'] });
add('a fraction where a count is due', [[2022, {}, notANumber('2.5')]], { fails: ['NUM review_total'] });
add('a stroke is no text but a gap', [[2022, {}, notANumber('——')]], { open: ['NUM', 'T4-SUM review'] });
add(
  'text that a person has since replaced by a figure',
  [
    [
      2022,
      {},
      { ...notANumber('若干'), corrections: [{ cell: 'review_total', after: 0, madeAt: '2023-02-01', before: null }] },
    ],
  ],
  {},
);

add('fewer in force than were issued', [[2022, { normative_docs_issued: 2 }]], { fails: ['T2-STOCK normative_docs'] });
add(
  'more repealed than there were',
  [
    [2022, { normative_docs_in_force: 3 }],
    [2023, { normative_docs_repealed: 5 }],
  ],
  { fails: ['T2-STOCK normative_docs_repealed', 'Y-STOCK normative_docs'] },
);
add('rules of a county’s department', [[2022, { rules_issued: 1, rules_in_force: 1 }]], { fails: ['T2-RULES'] });

add('a sixth carried out', [[2022, { new_total: 6, carried_out_total: 1 }]], { fails: ['T3-CARRY'] });
add('sixteen of a hundred carried out', [[2022, { new_total: 90, carried_in_total: 10, carried_out_total: 16 }]], {});
add('nothing to carry out of nothing', [[2022, { carried_out_total: 0 }]], {});
add('carried out of an unknown number', [[2022, { carried_out_total: 1 }, blank('carried_in_total')]], {
  open: ['NUM', 'T3-CARRY'],
});

add('more than a tenth in the catch-all', [[2022, { handled_total: 19, other_other_total: 2, granted_total: 17 }]], {
  fails: ['T3-CATCHALL'],
});
add('the catch-all as the largest outcome', [[2022, { handled_total: 20, other_other_total: 2, granted_total: 2 }]], {
  fails: ['T3-CATCHALL'],
});
add('a tenth in the catch-all', [[2022, { handled_total: 20, other_other_total: 2, granted_total: 18 }]], {});

add(
  'not held rises by half',
  [
    [2021, { handled_total: 10 }],
    [2022, { handled_total: 10, unable_not_held_total: 5 }],
  ],
  { fails: ['T3-NOTHELD'] },
);
add(
  'not held falls',
  [
    [2021, { handled_total: 10, unable_not_held_total: 9 }],
    [2022, { handled_total: 10 }],
  ],
  {},
);
add(
  'not held of nothing',
  [
    [2021, { handled_total: 0 }],
    [2022, { handled_total: 5, unable_not_held_total: 5 }],
  ],
  {},
);
add('not held in a body’s first year', [[2022, { handled_total: 5, unable_not_held_total: 5 }]], {});

add(
  'a suit after no reconsideration, this year or last',
  [
    [2021, {}],
    [2022, { suit_after_review_total: 1 }],
  ],
  {
    fails: ['X-SUIT'],
  },
);
add(
  'a suit after last year’s reconsideration',
  [
    [2021, { review_upheld: 1 }],
    [2022, { suit_after_review_total: 1 }],
  ],
  {},
);
add('a suit after a reconsideration of an unknown year', [[2022, { suit_after_review_total: 1 }]], {
  open: ['X-SUIT'],
});

add('a department’s report in February', [[2022, {}, { published: '2023-02-01' }]], { fails: ['D-PUB'] });
add('a department’s report on the last day', [[2022, {}, { published: '2023-01-31' }]], {});
add('a government’s report in March', [[2022, {}, { published: '2023-03-31' }]], {}, '人民政府');
add('a government’s report in April', [[2022, {}, { published: '2023-04-01' }]], { fails: ['D-PUB'] }, '人民政府');
add('a report before its year was over', [[2022, {}, { published: '2022-12-30' }]], { fails: ['D-PUB'] });
add('a report without a date', [[2022, {}, { published: null }]], { open: ['D-PUB'] });
add('a town has no date of its own', [[2022, {}, { published: '2023-06-01' }]], {}, '青石镇人民政府');
add(
  'a town’s report before its year was over',
  [[2022, {}, { published: '2022-06-01' }]],
  { fails: ['D-PUB'] },
  '青石镇人民政府',
);

add(
  'a chain that breaks in one column',
  [
    [2021, { carried_out_natural: 2, carried_out_total: 2 }],
    [2022, { carried_in_natural: 1, carried_in_total: 2, new_total: 20 }],
  ],
  { fails: ['Y-CARRY natural'] },
);
add(
  'a chain that goes on over the change of form',
  [
    [2020, { carried_out_total: 1 }, { edition: '2019' }],
    [2021, { carried_in_total: 1 }],
  ],
  {},
);
add(
  'a chain with a gap',
  [
    [2021, {}, blank('carried_out_total')],
    [2022, {}],
  ],
  { open: ['Y-CARRY total'] },
);
add(
  'documents in force that do not follow',
  [
    [2021, { normative_docs_in_force: 4 }],
    [2022, { normative_docs_issued: 1, normative_docs_in_force: 4 }],
  ],
  {
    fails: ['Y-STOCK normative_docs'],
  },
);
add(
  'documents in force are never held against the old form',
  [
    [2020, { normative_docs_total_public: 9 }, { edition: '2019' }],
    [2021, { normative_docs_in_force: 4 }],
  ],
  {},
);
add(
  'nor against the old form used in a later year',
  [
    [2021, { normative_docs_total_public: 9 }, { edition: '2019' }],
    [2022, { normative_docs_in_force: 4 }],
  ],
  {},
);
add(
  'a skipped year',
  [
    [2020, {}, { edition: '2019' }],
    [2022, {}],
  ],
  {
    open: [
      ...['natural', 'business', 'research', 'public_interest', 'legal_service', 'other_org', 'total'].map(
        (at) => `Y-CARRY ${at}`,
      ),
      'T2-STOCK rules_repealed',
      'T2-STOCK normative_docs_repealed',
      'Y-STOCK rules',
      'Y-STOCK normative_docs',
    ],
  },
);

describe('rules about figures, chains and dates', () => {
  let audited: Audited;
  beforeAll(async () => {
    audited = await auditFilings(cases.flatMap(({ filings }) => filings));
  }, 60_000);

  it.each(cases)('$shows', ({ body, year, fails = [], open = [] }) => {
    const own = { findings: audited.findings.filter((finding) => finding.body === body && finding.year === year) };
    const ofRules = (places: readonly string[]) =>
      places.filter((place) => RULES.includes(place.split(' ')[0]!)).sort();
    expect({ fails: ofRules(placesOf(own, 'fails')), open: ofRules(placesOf(own, 'cannot-check')) }).toEqual({
      fails: ofRules(fails),
      open: ofRules(open),
    });
  });

  it('say which report is not there', () => {
    const skipped = cases.find(({ shows }) => shows === 'a skipped year')!;
    const found = audited.findings.find(
      ({ body, rule, at }) => body === skipped.body && rule === 'Y-STOCK' && at === 'rules',
    );
    expect(found?.lacking).toEqual([{ id: 'rules_in_force', year: 2021, reason: 'no-report' }]);
  });

  it('say how far documents in force have drifted over all years, gaps between them left out', async () => {
    const inForce = [4, 6, 9, 9, 10];
    const chain = inForce.map((count, index) =>
      filing('石桥县财政局', 2021 + index, {
        normative_docs_in_force: count,
        normative_docs_issued: index === 3 ? 0 : 1,
      }),
    );
    const { findings } = await auditFilings(chain, ['Y-STOCK']);
    const said = findings.map(({ year, expected, actual, said: drift }) => [year, expected, actual, drift]);
    expect(said).toEqual([
      [2022, 5, 6, '1'],
      [2023, 7, 9, '3'],
    ]);
    const skipped = await auditFilings(
      chain.filter(({ year }) => year !== 2022),
      ['Y-STOCK'],
    );
    expect(skipped.findings.filter(({ outcome }) => outcome === 'fails')).toEqual([]);
  });
});
