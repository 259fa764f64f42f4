import { afterAll, beforeAll, expect, test, vi } from 'vitest';

const { Segmenter } = Intl;
beforeAll(() => {
  // Firefox has none before version 125.
  Reflect.deleteProperty(Intl, 'Segmenter');
  vi.resetModules();
});
afterAll(() => {
  Object.assign(Intl, { Segmenter });
});

test('where the browser tells no words, numbers, Latin words and single characters are compared', async () => {
  const { wordChanges } = await import('../../../src/compare/word-changes.ts');
  expect(wordChanges('全年新收申请12件', '全年新收申请7件')).toEqual([
    { kind: 'same', text: '全年新收申请' },
    { kind: 'gone', text: '12' },
    { kind: 'new', text: '7' },
    { kind: 'same', text: '件' },
  ]);
  const [same, gone, added] = wordChanges('see annex A', 'see table A');
  expect([same, gone, added].map((piece) => piece?.text)).toEqual(['see ', 'annex', 'table']);
});
