import { createRawSnippet } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type KeptCorrection, keptReport, NO_IDENTITY, type OpenedReport } from '../../../src/host/kept-report.ts';
import Transcription from '../../../src/ui/reading/Transcription.svelte';
import { barriersIn } from '../charts/accessibility.ts';
import { renderWorded } from './worded.ts';

const LINE = {
  id: '0123456789abcdef',
  place: 1,
  file: 'scan.png',
  size: 9,
  reader: '1',
  format: null,
  body: null,
  published: null,
};
const typed = (cell: string, after: number): KeptCorrection => ({
  cell,
  before: null,
  read: null,
  after,
  madeAt: '2025-02-01T08:00:00Z',
});

function openedScan(year: number, corrections: readonly KeptCorrection[]): OpenedReport {
  const line = { ...LINE, year, trouble: { what: 'needs-transcription', format: 'png' }, cells: 0, gaps: 0 } as const;
  const kept = keptReport(line, NO_IDENTITY, corrections);
  return { kept, report: null, identity: NO_IDENTITY, corrections, source: new Blob(['x']) };
}

async function shown(year: number, ...corrections: readonly KeptCorrection[]) {
  const told = { oncorrect: vi.fn(), ontakeback: vi.fn() };
  const picture = createRawSnippet(() => ({ render: () => '<p>picture</p>' }));
  const { container } = await renderWorded(Transcription, { opened: openedScan(year, corrections), picture, ...told });
  return { container, ...told };
}
const field = (name: string) => page.getByLabelText(name, { exact: true });

describe('a scanned report', () => {
  test('has its figures typed cell by cell, Tab leading on to the next one', async () => {
    const { oncorrect } = await shown(2024);
    await userEvent.click(field('规章 · 本年制发件数'));
    await userEvent.keyboard('３{Tab}0{Tab}');
    expect(oncorrect.mock.calls).toEqual([
      ['rules_issued', 3],
      ['rules_repealed', 0],
    ]);
    await expect.element(field('规章 · 现行有效件数')).toHaveFocus();
  });

  test('is shown what parts add up to, and nothing is filled in for it', async () => {
    const parts = ['upheld', 'corrected', 'other_result', 'pending'].map((result) => typed(`review_${result}`, 2));
    const { oncorrect } = await shown(2024, ...parts);
    await expect.element(page.getByText('各项之和 8')).toBeVisible();
    await expect.element(field('行政复议 · 总计')).toHaveValue('');
    expect(oncorrect).not.toHaveBeenCalled();
  });

  test('is told which sums do not hold, and keeps what was typed', async () => {
    const parts = ['upheld', 'corrected', 'other_result', 'pending'].map((result) => typed(`review_${result}`, 2));
    await shown(2024, ...parts, typed('review_total', 9));
    await expect.element(page.getByText('1 处勾稽不符')).toBeVisible();
    await expect.element(page.getByText('9 ≠ 8')).toBeVisible();
    await expect.element(field('行政复议 · 总计')).toHaveValue('9');
  });

  test('of an earlier year is typed into the form of that year, and an emptied field takes the figure back', async () => {
    const { ontakeback } = await shown(2019, typed('procurement_items', 4));
    await userEvent.clear(field('政府集中采购 · 采购项目数量'));
    await userEvent.keyboard('{Tab}');
    expect(ontakeback.mock.calls).toEqual([['procurement_items']]);
  });

  test('refuses what is no figure of the cell', async () => {
    const { oncorrect } = await shown(2024);
    await userEvent.fill(field('规章 · 本年制发件数'), '约三');
    await userEvent.keyboard('{Tab}');
    await expect.element(page.getByRole('alert')).toHaveTextContent('不是一个数字');
    expect(oncorrect).not.toHaveBeenCalled();
  });

  test('gives axe nothing to say', async () => {
    const { container } = await shown(2024, typed('review_total', 9));
    expect(await barriersIn(container)).toEqual([]);
  });
});
