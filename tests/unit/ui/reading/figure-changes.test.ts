import { expect, test } from 'vitest';
import { figureChanges } from '../../../../src/ui/reading/figure-changes.ts';
import type { Correction } from '../../../../src/host/kept-report.ts';
import { fillForm } from '../../../../src/ui/reading/form-figures.ts';

const figure = (id: string, value: number) => ({ id, value, raw: String(value), span: null });
const gap = (id: string) => ({ id, reason: 'blank' as const, raw: '', span: null });
const nothing: readonly Correction[] = [];

test('tells figures that changed, came or went between two versions, in the form’s order', () => {
  const before = fillForm(
    { edition: '2021', cells: [figure('new_total', 3), figure('rules_issued', 1)], gaps: [gap('rules_repealed')] },
    2024,
    nothing,
  );
  const after = fillForm(
    { edition: '2021', cells: [figure('new_total', 4), figure('rules_repealed', 0)], gaps: [gap('rules_issued')] },
    2024,
    nothing,
  );
  expect(figureChanges(before, after)).toEqual([
    { cell: 'rules_issued', before: 1, after: 'blank' },
    { cell: 'rules_repealed', before: 'blank', after: 0 },
    { cell: 'new_total', before: 3, after: 4 },
  ]);
});

test('a figure typed by hand counts as what the report gives', () => {
  const read = { edition: '2021' as const, cells: [figure('new_total', 3)], gaps: [] };
  const typed = [{ cell: 'new_total', before: 3, after: null, madeAt: '2025-02-01T00:00:00Z' }];
  expect(figureChanges(fillForm(read, 2024, nothing), fillForm(read, 2024, typed))).toEqual([
    { cell: 'new_total', before: 3, after: 'struck' },
  ]);
});

test('cells that only one of two editions asks for are not asked by the other', () => {
  const old = fillForm({ edition: '2019', cells: [figure('other_all_total', 2)], gaps: [] }, 2020, nothing);
  const young = fillForm({ edition: '2021', cells: [], gaps: [] }, 2020, nothing);
  expect(figureChanges(old, young)).toContainEqual({ cell: 'other_all_total', before: 2, after: 'not-asked' });
});
