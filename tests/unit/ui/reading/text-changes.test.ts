import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type TextChange, textChanges } from '../../../../src/ui/reading/text-changes.ts';

const side = (changes: readonly TextChange[], left: 'gone' | 'new') =>
  changes.flatMap(({ pieces }) => pieces.filter(({ kind }) => kind !== left).map(({ text }) => text)).join('');

test('a changed line shows the words that changed, between a line of what stands around', () => {
  const before = '一\n二\n收到申请 3 件，办结 2 件。\n四\n';
  expect(textChanges(before, before.replace('3 件', '13 件'))).toEqual([
    {
      skipped: 1,
      pieces: [
        { kind: 'same', text: '二\n' },
        { kind: 'same', text: '收到申请 ' },
        { kind: 'gone', text: '3' },
        { kind: 'new', text: '13' },
        { kind: 'same', text: ' 件，办结 2 件。\n' },
      ],
    },
  ]);
});

test('texts that are the same have no change', () => {
  expect(textChanges('一\n二\n', '一\n二\n')).toEqual([]);
});

test('texts that share nothing over thousands of lines are not set against each other', () => {
  const lines = (word: string) => Array.from({ length: 3_000 }, (_, index) => `${word}${index}\n`).join('');
  expect(textChanges(lines('甲'), lines('乙'))).toBeNull();
});

test('what is shown as gone and kept is of the earlier text, what is new and kept of the later one', () => {
  const line = fc.stringMatching(/^[一二三 0-9]{0,6}$/).map((text) => `${text}\n`);
  const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = textChanges(before, after)!;
      if (before === after) return;
      const skippedNothing = changes.every(({ skipped }) => skipped === 0);
      const [gone, added] = [side(changes, 'new'), side(changes, 'gone')];
      expect(before.length - after.length).toBe(gone.length - added.length);
      if (skippedNothing && changes.length === 1) {
        expect(before.startsWith(gone)).toBe(true);
        expect(after.startsWith(added)).toBe(true);
      }
    }),
    { numRuns: 300, seed: 50 },
  );
});
