import type { ComponentProps } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FORM_CELLS } from '../../../src/form/cells.ts';
import { fillForm } from '../../../src/ui/reading/form-figures.ts';
import FormView from '../../../src/ui/reading/FormView.svelte';
import { barriersIn } from '../charts/accessibility.ts';
import { readPublished } from './reading-specimens.ts';
import { renderWorded } from './worded.ts';

const report = readPublished({ rules_issued: 4_711, rules_repealed: null, penalty_decisions: 0 });
const typed = [
  { cell: 'rules_issued', before: 4_711, after: 4_712, madeAt: '2025-02-01T08:00:00Z' },
  { cell: 'new_total', before: 1, after: null, madeAt: '2025-02-01T08:00:00Z' },
];

const shown = (given: Partial<ComponentProps<typeof FormView>> = {}, language: 'zh' | 'en' = 'zh') =>
  renderWorded(
    FormView,
    { form: fillForm(report, 2024, typed), chosen: null, onchoose: vi.fn(), ...given },
    { language },
  );
const cell = (name: string | RegExp) => page.getByRole('button', { name });

describe('the form of a report', () => {
  test('has a button for every cell, with its figure or the reason of its gap', async () => {
    const { container } = await shown();
    expect(container.querySelectorAll('[data-cell]')).toHaveLength(FORM_CELLS['2021'].length);
    await expect.element(cell('规章 · 本年废止件数：空白')).toBeVisible();
    await expect.element(cell('行政处罚 · 本年处理决定数量：0')).toBeVisible();
  });

  test('shows what was typed beside what was read', async () => {
    await shown();
    await expect
      .element(cell('规章 · 本年制发件数：4,712（手工更正，原读 4,711）'))
      .toHaveTextContent('4,712 改 4,711');
    await expect.element(cell(/本年新收.*总计：无此数（手工更正/)).toBeVisible();
  });

  test('labels it in English for a reader of English', async () => {
    await shown({}, 'en');
    await expect.element(cell('rules repealed this year: blank')).toBeVisible();
    await expect.element(page.getByRole('rowheader', { name: 'state secret' })).toBeVisible();
  });

  test('is one tab stop in which the arrow keys choose the neighbours', async () => {
    const onchoose = vi.fn();
    await shown({ chosen: 'new_natural', onchoose });
    await userEvent.tab();
    await expect.element(page.getByRole('button', { pressed: true })).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    await userEvent.keyboard('{ArrowDown}');
    await userEvent.keyboard('{End}');
    await userEvent.keyboard('{ArrowRight}');
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}{ArrowUp}');
    expect(onchoose.mock.calls.flat()).toEqual([
      'new_business',
      'carried_in_business',
      'carried_in_total',
      'granted_natural',
      'carried_in_natural',
      'new_natural',
      'admin_fees_wan',
      'coercion_decisions',
    ]);
  });

  test('keeps cells of the other edition under a form of their own', async () => {
    const mixed = { ...report, cells: [...report.cells, { id: 'other_all_total', value: 7, raw: '7', span: null }] };
    await shown({ form: fillForm(mixed, 2024, []) });
    await expect.element(page.getByText('报告里另有2019 年表式的栏目')).toBeVisible();
    await expect.element(cell('（六）其他处理 · 总计：7')).toBeVisible();
  });

  test('of a report without any table is all gaps', async () => {
    const { container } = await shown({ form: fillForm({ edition: null, cells: [], gaps: [] }, 2024, []) });
    const said = [...container.querySelectorAll('[data-cell]')].map(({ textContent }) => textContent.trim());
    expect(new Set(said)).toEqual(new Set(['缺表']));
  });

  test.each(['zh', 'en'] as const)('gives axe nothing to say in %s', async (language) => {
    const { container } = await shown({ chosen: 'rules_issued' }, language);
    expect(await barriersIn(container)).toEqual([]);
  });
});
