import { expect, test } from 'vitest';
import { parseSubject, subjectTerms } from '../../../src/compare/subject.ts';
import { isMeasure } from '../../../src/form/cells.ts';
import { COMPARING_PAGES } from '../../../src/state/comparing-pages.ts';

const pages = Object.entries(COMPARING_PAGES);

test.each(pages)('the page %s offers subjects that are known, each once', (_, { subjects }) => {
  expect(new Set(subjects).size).toBe(subjects.length);
  for (const text of subjects) expect(subjectTerms(parseSubject(text)!).numerator.length).toBeGreaterThan(0);
});

test.each(pages)('the parts of the page %s are measures, none of them in two parts', (_, { parts }) => {
  const measures = parts.flatMap((part) => part.measures);
  expect(measures.filter((id) => !isMeasure(id))).toEqual([]);
  expect(new Set(measures).size).toBe(measures.length);
});

test('the outcomes are the twenty-one of the form in six groups, and the one row of the form before', () => {
  const parts = COMPARING_PAGES.outcomes!.parts;
  expect(parts.filter(({ cell2019 }) => cell2019 === undefined)).toHaveLength(21);
  expect(parts.flatMap(({ cell2019 }) => cell2019 ?? [])).toEqual(['other_all_total']);
  expect(new Set(parts.map(({ hue }) => hue)).size).toBe(6);
});
