import { expect, test } from 'vitest';
import { MEASURES } from '../../../src/form/cells.ts';
import { INDICATORS } from '../../../src/form/indicators.ts';
import { findSubjects, subjectCatalogue } from '../../../src/ui/definition/subject-catalogue.ts';
import { wordingOf } from '../../../src/ui/wording.ts';

const OWN = ['refusal_rate', 'handled_total'];
const zh = subjectCatalogue(OWN, wordingOf('zh'));
const keysOf = (groups: ReturnType<typeof findSubjects>) =>
  groups.flatMap(({ subjects }) => subjects.map((one) => one.key));

test('all 200 measures and all indicators are on offer, each once, the page’s own first', () => {
  const keys = keysOf(zh);
  expect(keys.slice(0, 2)).toEqual(OWN);
  expect([...keys].sort()).toEqual([...MEASURES.map(({ id }) => id), ...INDICATORS.map(({ key }) => key)].sort());
});

test.each([
  ['不予公开 行政查询', ['refusal_rate_without_registry', 'denied_registry_query_total']],
  ['ADMIN_FEES', ['admin_fees_wan']],
  ['实体公开', ['merits_disclosure_rate']],
])('%s is found by name, definition or key', (words, expected) => {
  expect(keysOf(findSubjects(zh, words))).toEqual(expect.arrayContaining(expected));
});

test('words that nothing holds together find nothing, and no words find all', () => {
  expect(findSubjects(zh, '纠错 收费')).toEqual([]);
  expect(findSubjects(zh, '  ')).toEqual(zh);
  expect(keysOf(findSubjects(subjectCatalogue(OWN, wordingOf('en')), 'trade secret natural'))).toEqual([]);
});
