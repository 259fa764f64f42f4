import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatSetManifest, parseSetManifest, SetManifestError, setFiles } from '../../../src/read/set-manifest.ts';

const documents = fc.array(
  fc.record({
    file: fc.string({ unit: 'grapheme' }),
    path: fc.string(),
    hash: fc.stringMatching(/^[0-9a-f]{16}$/),
    body: fc.option(fc.string()),
    year: fc.option(fc.integer({ min: 2008, max: 2100 })),
  }),
);
const lists = fc.array(fc.record({ file: fc.string(), path: fc.string() }));

test('a set that is written and read back is the same set', () => {
  fc.assert(
    fc.property(documents, lists, (ofDocuments, ofLists) => {
      const set = { documents: ofDocuments, lists: ofLists };
      expect(parseSetManifest(formatSetManifest(set))).toEqual({ version: 1, ...set });
    }),
  );
});

test('a set names the files that are to be read, each by the name it was given under', () => {
  const set = parseSetManifest(
    formatSetManifest({
      documents: [{ file: '水务局.html', path: 'sources/1.html', hash: '0'.repeat(16), body: null, year: null }],
      lists: [{ file: 'a.csv', path: 'lists/a.csv' }],
    }),
  );
  expect([...setFiles(set)]).toEqual([
    ['sources/1.html', '水务局.html'],
    ['lists/a.csv', 'a.csv'],
  ]);
});

test.each([
  ['{', /not JSON/],
  ['[]', /does not say/],
  ['{"format":"nianbao-set","version":2,"documents":[],"lists":[]}', /version 2/],
  ['{"format":"nianbao-set","version":1,"documents":{},"lists":[]}', /no list of documents/],
  ['{"format":"nianbao-set","version":1,"documents":[{"file":1}],"lists":[]}', /\{"file":1\}/],
])('%s is refused with the reason', (text, reason) => {
  expect(() => parseSetManifest(text)).toThrow(SetManifestError);
  expect(() => parseSetManifest(text)).toThrow(reason);
});
