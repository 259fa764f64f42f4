import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import CellEditor from '../../../src/ui/reading/CellEditor.svelte';
import { fillForm } from '../../../src/ui/reading/form-figures.ts';
import { barriersIn } from '../charts/accessibility.ts';
import { readPublished } from './reading-specimens.ts';
import { renderWorded } from './worded.ts';

const report = readPublished({ rules_issued: 4_711, rules_repealed: null, admin_fees_wan: 384.69 });
const typed = [{ cell: 'rules_issued', before: 4_711, after: 4_712, madeAt: '2025-02-01T08:00:00Z' }];
const form = fillForm(report, 2024, typed);

async function shown(cell: string) {
  const told = { oncorrect: vi.fn(), ontakeback: vi.fn() };
  const { container } = await renderWorded(CellEditor, { figure: form.figures.get(cell)!, sentences: [], ...told });
  return { container, ...told };
}
const field = page.getByLabelText('更正为');

describe('the editor of a cell', () => {
  test('shows the reason of a gap and takes a figure typed in full-width digits', async () => {
    const { oncorrect } = await shown('rules_repealed');
    await expect.element(page.getByText('空白', { exact: true })).toBeVisible();
    await userEvent.fill(field, '１，２３４');
    await userEvent.keyboard('{Enter}');
    expect(oncorrect.mock.calls).toEqual([[1_234]]);
  });

  test('keeps the decimals of fees', async () => {
    const { oncorrect } = await shown('admin_fees_wan');
    await userEvent.fill(field, '384.690001');
    await userEvent.keyboard('{Enter}');
    expect(oncorrect.mock.calls).toEqual([[384.690001]]);
  });

  test.each([
    ['', '请填写数字'],
    ['约三十', '不是一个数字'],
    ['-3', '不能是负数'],
    ['1.5', '只能是整数'],
    ['3万元', '单位与表式不符'],
    ['99999999999999', '数字太大'],
  ])('refuses “%s” in words and corrects nothing', async (text, words) => {
    const { oncorrect } = await shown('rules_repealed');
    await userEvent.fill(field, text);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('alert')).toHaveTextContent(words);
    await expect.element(field).toHaveAccessibleDescription(new RegExp(words));
    expect(oncorrect).not.toHaveBeenCalled();
  });

  test('says that the report has no such figure, and takes a correction back', async () => {
    const { oncorrect, ontakeback } = await shown('rules_issued');
    await expect.element(page.getByText('2025-02-01 更正')).toBeVisible();
    await page.getByRole('button', { name: '报告无此数' }).click();
    await page.getByRole('button', { name: '撤销更正' }).click();
    expect(oncorrect.mock.calls).toEqual([[null]]);
    expect(ontakeback).toHaveBeenCalledOnce();
  });

  test('gives axe nothing to say', async () => {
    const { container } = await shown('rules_issued');
    expect(await barriersIn(container)).toEqual([]);
  });
});
