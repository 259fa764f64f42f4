import { expect, test } from 'vitest';
import { formatSubject, parseSubject, subjectTerms } from '../../../src/compare/subject.ts';
import { MEASURES } from '../../../src/form/cells.ts';
import { INDICATORS } from '../../../src/form/indicators.ts';

test('every measure and every indicator is written and read back', () => {
  const names = [...MEASURES.map(({ id }) => id), ...INDICATORS.map(({ key }) => key)];
  expect(new Set(names).size).toBe(names.length);
  expect(names.map((name) => formatSubject(parseSubject(name)!))).toEqual(names);
});

test('what is neither is no subject', () => {
  expect(['', 'year', 'other_all_total', 'Disclosure_rate'].map(parseSubject)).toEqual([null, null, null, null]);
  expect(() => subjectTerms({ kind: 'measure', id: 'year' })).toThrow('no measure has the id "year"');
  expect(() => subjectTerms({ kind: 'indicator', key: 'new_total' })).toThrow('no indicator has the key "new_total"');
});
