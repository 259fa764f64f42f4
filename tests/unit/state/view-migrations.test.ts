import { expect, test } from 'vitest';
import { type Migration, migrate, versionAfter } from '../../../src/state/view-migrations.ts';
import { formatView, parseView } from '../../../src/state/view.ts';

/** A part got another name, then one of its values did. */
const CHANGES: readonly Migration[] = [
  (query) => {
    const renamed = new URLSearchParams(query);
    for (const value of query.getAll('measure')) renamed.append('subject', value);
    renamed.delete('measure');
    return renamed;
  },
  (query) =>
    new URLSearchParams([...query].map(([name, value]) => [name, value === 'requests_new' ? 'new_total' : value])),
];
const migrated = (query: string) => {
  const { query: words, unknown } = migrate(new URLSearchParams(query), CHANGES);
  return [words.toString(), unknown];
};

test('an address of each version comes to the same words, and one of today stays as it is', () => {
  expect(versionAfter(CHANGES)).toBe(3);
  for (const query of [
    'measure=requests_new',
    'v=1&measure=requests_new',
    'v=2&subject=requests_new',
    'subject=new_total&v=3',
  ])
    expect(migrated(query)).toEqual(['subject=new_total', null]);
  // What a later version means by a name is no concern of an earlier change.
  expect(migrated('v=3&measure=x')).toEqual(['measure=x', null]);
});

test.each(['4', '0', 'x', ''])('the version %j is not known, and the rest is read as it stands', (version) => {
  expect(migrated(`v=${version}&measure=x`)).toEqual(['measure=x', version]);
});

test('a view is read from any version that is known, and says which one it does not know', () => {
  expect(parseView('?v=1&page=fees')).toEqual(parseView('?page=fees'));
  expect(parseView('?v=999&page=fees')).toEqual({ ...parseView('?page=fees'), ignored: [{ name: 'v', value: '999' }] });
  expect(formatView(parseView('?v=1&page=fees').view)).toBe('?page=fees');
});
