import fc from 'fast-check';
import { expect, test } from 'vitest';
import { REVIEW_STATES } from '../../../src/audit/review-ledger.ts';
import { SEVERITIES } from '../../../src/audit/rule.ts';
import { KINDS } from '../../../src/bodies/kinds.ts';
import { LEVELS } from '../../../src/bodies/levels.ts';
import { RANKING_ORDERS } from '../../../src/compare/ranking.ts';
import { CELLS_ONLY_2019, MEASURES } from '../../../src/form/cells.ts';
import { APPLICANT_SCOPES, DENOMINATORS } from '../../../src/form/definition.ts';
import { INDICATORS } from '../../../src/form/indicators.ts';
import { TREND_GROUPINGS } from '../../../src/compare/group-trend.ts';
import { KEPT_STATUSES } from '../../../src/host/kept-report.ts';
import { FIGURES } from '../../../src/state/figures.ts';
import { PAGES } from '../../../src/state/pages.ts';
import {
  AUDIT_ORDERS,
  DEFAULT_VIEW,
  formatView,
  GROUPINGS,
  LANGUAGES,
  MOST_BODIES,
  parseView,
  RANKING_LENGTHS,
  THEMES,
  type View,
  WORKLISTS,
} from '../../../src/state/view.ts';

// A lone half of a character has no place in an address; browsers replace it.
const words = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => !/\p{Surrogate}/u.test(text));
const views: fc.Arbitrary<View> = fc.record({
  page: fc.constantFrom(...PAGES),
  lang: fc.constantFrom(...LANGUAGES),
  theme: fc.option(fc.constantFrom(...THEMES)),
  dataset: fc.option(words),
  fp: fc.option(fc.stringMatching(/^[0-9a-f]{16}$/)),
  years: fc.uniqueArray(fc.integer({ min: 1900, max: 2999 }), { maxLength: 9 }),
  province: fc.option(words),
  city: fc.option(words),
  county: fc.option(words),
  levels: fc.subarray(LEVELS.map(({ key }): string => key)),
  kinds: fc.subarray(KINDS.map(({ key }) => key)),
  governments: fc.boolean(),
  bodies: fc.uniqueArray(words, { maxLength: MOST_BODIES }),
  colours: fc.uniqueArray(fc.integer({ min: 1, max: MOST_BODIES }), { maxLength: MOST_BODIES }),
  subject: fc.option(fc.constantFrom(...MEASURES.map(({ id }) => id), ...INDICATORS.map(({ key }) => key))),
  over: fc.constantFrom(...DENOMINATORS),
  applicants: fc.constantFrom(...APPLICANT_SCOPES),
  by: fc.option(fc.constantFrom(...GROUPINGS)),
  groups: fc.constantFrom(...TREND_GROUPINGS),
  tables: fc.subarray([...FIGURES]),
  shares: fc.boolean(),
  log: fc.option(fc.boolean()),
  few: fc.boolean(),
  order: fc.constantFrom(...RANKING_ORDERS),
  rows: fc.constantFrom(...RANKING_LENGTHS),
  all: fc.boolean(),
  body: fc.option(words),
  left: fc.option(words),
  right: fc.option(words),
  differing: fc.boolean(),
  search: fc.oneof(fc.constant(''), words),
  leaf: fc.integer({ min: 1, max: 1_000_000 }),
  status: fc.option(fc.constantFrom(...KEPT_STATUSES)),
  report: fc.option(fc.stringMatching(/^[0-9a-f]{16}$/)),
  cell: fc.option(fc.constantFrom(...[...MEASURES, ...CELLS_ONLY_2019].map(({ id }) => id))),
  rule: fc.option(fc.constantFrom('NUM', 'T3-SUM', 'X-SEC6')),
  rules: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
  severity: fc.option(fc.constantFrom(...SEVERITIES)),
  sort: fc.option(fc.oneof(fc.constantFrom(...AUDIT_ORDERS), fc.integer({ min: 1900, max: 2999 }))),
  worklist: fc.option(fc.constantFrom(...WORKLISTS)),
  unchecked: fc.boolean(),
  review: fc.option(fc.constantFrom(...REVIEW_STATES)),
  dismissed: fc.boolean(),
  opened: fc.option(fc.integer({ min: 1900, max: 2999 })),
  sql: fc.option(words),
});

test('a view that is written into an address and read back is the same view', () => {
  fc.assert(
    fc.property(views, (view) => {
      expect(parseView(formatView(view))).toEqual({ view, ignored: [] });
    }),
  );
});

test('the default view has a bare address', () => {
  expect(formatView(DEFAULT_VIEW)).toBe('');
});

test('whatever stands in an address, reading it gives a view that can be written', () => {
  fc.assert(
    fc.property(fc.string(), (query) => {
      const { view } = parseView(query);
      expect(parseView(formatView(view)).view).toEqual(view);
    }),
  );
});

test('unknown and bad parts are left out of the view and reported', () => {
  const { view, ignored } = parseView(
    '?lang=fr&leaf=0&page=nowhere&colour=red&search=叶县&toString=1&search=again&rows=21&order=up',
  );
  expect(view).toEqual({ ...DEFAULT_VIEW, search: '叶县' });
  expect(ignored.map(({ name }) => name)).toEqual([
    'lang',
    'leaf',
    'page',
    'colour',
    'search',
    'toString',
    'rows',
    'order',
  ]);
});

test('the good items of a list stay when others are bad, repeated or too many', () => {
  const bodies = Array.from({ length: MOST_BODIES + 1 }, (_, index) => `&bodies=石桥/${index}`).join('');
  const { view, ignored } = parseView(`?years=2024,soon,2025,2024&kinds=police,wizards${bodies}`);
  expect(view.years).toEqual([2024, 2025]);
  expect(view.kinds).toEqual(['police']);
  expect(view.bodies).toHaveLength(MOST_BODIES);
  expect(ignored.map(({ value }) => value)).toEqual(['soon', '2024', 'wizards', `石桥/${MOST_BODIES}`]);
});
