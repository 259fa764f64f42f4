import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatBodyKey, parseBodyKey } from '../../../src/state/body-key.ts';

test('a body’s key reads back to its region and name, even when the name has a slash', () => {
  const names = fc.record({ region: fc.string().filter((text) => !text.includes('/')), name: fc.string() });
  fc.assert(
    fc.property(names, (name) => {
      expect(parseBodyKey(formatBodyKey(name))).toEqual(name);
    }),
  );
});

test('a key without a region is a name alone', () => {
  expect(parseBodyKey('叶县住房和城乡建设局')).toEqual({ region: '', name: '叶县住房和城乡建设局' });
});
