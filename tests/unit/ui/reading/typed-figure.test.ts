import { expect, test } from 'vitest';
import { formCell } from '../../../../src/form/cells.ts';
import { readTyped } from '../../../../src/ui/reading/typed-figure.ts';

const typed = (text: string, cell: string) => readTyped(text, formCell(cell)!);

test('a figure is taken as people write it: full width, with separators, with the form’s own unit', () => {
  expect(['１２', '1,234', ' 7 ', '7件'].map((text) => typed(text, 'new_total'))).toEqual([12, 1_234, 7, 7]);
  expect(typed('384.690001万元', 'admin_fees_wan')).toBe(384.690001);
});

test('only a cell that takes decreases takes a negative number', () => {
  expect(typed('-3', 'licensing_items_change')).toBe(-3);
  expect(typed('减3', 'licensing_items_change')).toBe(-3);
  expect(typed('-3', 'new_total')).toBe('negative');
});

test('what may be two figures, another unit, a footnote or no number is refused with its reason', () => {
  expect(['', '1 2', '1,23', '3①', '/', '3元'].map((text) => typed(text, 'admin_fees_wan'))).toEqual([
    'empty',
    'no-number',
    'no-number',
    'no-number',
    'no-number',
    'other-unit',
  ]);
});
