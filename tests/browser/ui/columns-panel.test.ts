import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type KeptList, wholeList } from '../../../src/host/kept-list.ts';
import { NO_MAPPING } from '../../../src/read/column-mapping.ts';
import { csvSheet } from '../../../src/read/formats/spreadsheet.ts';
import { outlineSheets } from '../../../src/read/list-outline.ts';
import type { Language } from '../../../src/state/view.ts';
import ColumnsPanel from '../../../src/ui/reading/ColumnsPanel.svelte';
import { barriersIn } from '../charts/accessibility.ts';
import { renderWorded } from './worded.ts';

const ROWS = ['填报情况,哪一年度,新收,经手,行政收费', '青溪县水务局,2023,3,9,50', '松岭县公安局,2024,,8,60'];
let list: KeptList;
beforeEach(async () => {
  const tables = outlineSheets([await csvSheet(ROWS.join('\n'))], NO_MAPPING);
  list = wholeList({ file: '汇总.csv', place: 1, format: 'sheets', source: new Blob(), tables });
});

async function shown(language: Language = 'zh') {
  const told = { onread: vi.fn(), onclose: vi.fn() };
  const { container } = await renderWorded(ColumnsPanel, { list, ...told }, { language, height: 900 });
  return { container, ...told };
}
const choice = (header: string) => page.getByRole('combobox', { name: `「${header}」的含义` });

describe('the panel that names the columns of a list', () => {
  test('shows each column with its values and a guess marked as one, and reads nothing while a unit is in doubt', async () => {
    const { container } = await shown();
    await expect.element(page.getByRole('heading', { name: '各栏含义：汇总.csv' })).toHaveFocus();
    await expect.element(choice('填报情况')).toHaveValue('单位名称');
    await expect.element(choice('新收')).toHaveValue('一、本年新收政府信息公开申请数量 · 总计');
    await expect.element(choice('新收')).toHaveAccessibleDescription('猜');
    await expect.element(choice('经手')).toHaveValue('不读入');
    await expect.element(page.getByText(/「行政收费」 没有写明是元还是万元/)).toBeVisible();
    await expect.element(page.getByRole('button', { name: '读入', exact: true })).toBeDisabled();
    expect(await barriersIn(container)).toEqual([]);
  });

  test('is worked by the keyboard alone, and reads by what was chosen', async () => {
    const { onread } = await shown();
    (choice('行政收费').element() as HTMLElement).focus();
    await userEvent.keyboard('收费 按元');
    await expect.element(page.getByRole('option')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(choice('行政收费')).toHaveValue('行政事业性收费 · 本年收费金额（单位：万元） · 按元填写');
    (choice('经手').element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(choice('经手')).toHaveAttribute('aria-expanded', 'true');
    await userEvent.keyboard('{ArrowDown}{Escape}');
    await expect.element(choice('经手')).toHaveValue('不读入');
    await userEvent.keyboard('{ArrowDown}上年结转 总计{Enter}');

    const preview = page.getByRole('region', { name: '试读前几行' });
    await expect.element(preview.getByRole('row', { name: '2 青溪县水务局 2023 3 9 0.005' })).toBeVisible();
    await expect.element(preview.getByRole('row', { name: '3 松岭县公安局 2024 空白 8 0.006' })).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: '读入', exact: true }));
    expect(onread.mock.calls[0]![0]).toEqual({
      columns: new Map([
        ['填报情况', 'body'],
        ['哪一年度', 'year'],
        ['新收', 'new_total'],
        ['经手', 'carried_in_total'],
        ['行政收费', 'admin_fees_wan:元'],
      ]),
      year: null,
    });
  });

  test('asks for the year of all lines where no column has it, and refuses what is none', async () => {
    await shown();
    await userEvent.click(choice('哪一年度'));
    await userEvent.keyboard('不读入{Enter}');
    await expect.element(page.getByText(/没有选「报告年度」/)).toBeVisible();
    const year = page.getByLabelText(/各行的报告年度/);
    await userEvent.fill(year, '24');
    await expect.element(page.getByRole('alert')).toHaveTextContent('四位数字');
    await userEvent.fill(year, '２０２４');
    await expect.element(page.getByText(/没有选「报告年度」/)).not.toBeInTheDocument();
  });

  test('takes a mapping from a file, as the command line does, and says why it cannot', async () => {
    const { container } = await shown();
    const input = container.querySelector<HTMLInputElement>('[data-picks="columns"]')!;
    const file = (text: string) => new File([text], 'm.json', { type: 'application/json' });
    await userEvent.upload(input, file('{"columns":{"新收":"granted_total","别的":null,"行政收费":null}}'));
    await expect.element(page.getByText('已载入，对上 2 栏。')).toBeVisible();
    await expect.element(choice('新收')).toHaveValue('（一）予以公开 · 总计');
    await userEvent.upload(input, file('{"columns":{"新收":"nothing"}}'));
    await expect.element(page.getByText(/这个文件用不上/)).toBeVisible();
    await expect.element(choice('新收')).toHaveValue('（一）予以公开 · 总计');
  });

  test('speaks English too', async () => {
    const { container } = await shown('en');
    await expect
      .element(page.getByRole('combobox', { name: '“新收” stands for' }))
      .toHaveAccessibleDescription('guess');
    expect(await barriersIn(container)).toEqual([]);
  });
});
