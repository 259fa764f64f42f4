import { expect, it } from 'vitest';
import type { ChangedFinding } from '../../../../src/audit/finding-changes.ts';
import { countChanges } from '../../../../src/ui/audit/changes-words.ts';

const changed = (change: ChangedFinding['change'], rule: string) =>
  ({ change, finding: { rule }, before: null }) as ChangedFinding;

it('changes are counted by rule in the order of the catalogue, and rules without any are left out', () => {
  const { all, byRule } = countChanges(
    [changed('new', 'T4-SUM'), changed('mended', 'NUM'), changed('new', 'T4-SUM')],
    ['NUM', 'T3-SUM', 'T4-SUM'],
  );
  const none = { mended: 0, new: 0, still: 0, unchecked: 0, absent: 0 };
  expect(all).toEqual({ ...none, mended: 1, new: 2 });
  expect(byRule).toEqual([
    { rule: 'NUM', counts: { ...none, mended: 1 } },
    { rule: 'T4-SUM', counts: { ...none, new: 2 } },
  ]);
});
