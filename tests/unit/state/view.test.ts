import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_VIEW, formatView, LANGUAGES, parseView, THEMES, type View } from '../../../src/state/view.ts';

// A lone half of a character has no place in an address; browsers replace it.
const words = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => !/\p{Surrogate}/u.test(text));
const views: fc.Arbitrary<View> = fc.record({
  lang: fc.constantFrom(...LANGUAGES),
  theme: fc.option(fc.constantFrom(...THEMES)),
  dataset: fc.option(words),
  body: fc.option(words),
  search: fc.oneof(fc.constant(''), words),
  page: fc.integer({ min: 1, max: 1_000_000 }),
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
  const { view, ignored } = parseView('?lang=fr&page=0&colour=red&search=叶县&toString=1&search=again');
  expect(view).toEqual({ ...DEFAULT_VIEW, search: '叶县' });
  expect(ignored.map(({ name }) => name)).toEqual(['lang', 'page', 'colour', 'toString', 'search']);
});
