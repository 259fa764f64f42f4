import { describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { keptReport, NO_IDENTITY, type OpenedReport } from '../../../src/host/kept-report.ts';
import VersionChanges from '../../../src/ui/reading/VersionChanges.svelte';
import { barriersIn } from '../charts/accessibility.ts';
import { readPublished } from './reading-specimens.ts';
import { renderWorded } from './worded.ts';

function opened(told: Parameters<typeof readPublished>[0], sentence: string): OpenedReport {
  const report = readPublished(told, { prose: { 1: [sentence] } });
  const line = { id: sentence, place: 1, file: 'a.html', size: 9, reader: '1', format: 'html', trouble: null } as const;
  const said = { body: report.body, year: report.year, published: null, cells: report.cells.length, gaps: 0 };
  const kept = keptReport({ ...line, ...said }, NO_IDENTITY, []);
  return { kept, report, identity: NO_IDENTITY, corrections: [], source: null };
}
const before = opened({ rules_issued: 3, rules_repealed: null }, '全年收到申请八件。');
const after = opened({ rules_issued: 4, rules_repealed: 0 }, '全年收到申请十件。');

describe('a second version of a report', () => {
  test('tells the figures that changed and those that came, and leads to them', async () => {
    const onchoose = vi.fn();
    await renderWorded(VersionChanges, { before, after, onchoose });
    await expect.element(page.getByText('数字：2 处不同')).toBeVisible();
    await expect.element(page.getByRole('row', { name: '规章 · 本年制发件数 3 4' })).toBeVisible();
    await page.getByRole('button', { name: '规章 · 本年废止件数' }).click();
    expect(onchoose.mock.calls).toEqual([['rules_repealed']]);
  });

  test('tells the words that changed, as text', async () => {
    const { container } = await renderWorded(VersionChanges, { before, after, onchoose: vi.fn() });
    const texts = (name: string) => [...container.querySelectorAll(name)].map(({ textContent }) => textContent);
    await expect.element(page.getByText(/^文字：\d 处不同$/)).toBeVisible();
    expect(texts('del')).toContain('八');
    expect(texts('ins')).toContain('十');
  });

  test('gives axe nothing to say', async () => {
    const { container } = await renderWorded(VersionChanges, { before, after, onchoose: vi.fn() });
    expect(await barriersIn(container)).toEqual([]);
  });
});
