import { describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { compareVersions } from '../../../src/state/version-findings.ts';
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

const others = () => Promise.resolve([]);

describe('a second version of a report', () => {
  test('tells the figures that changed and those that came, and leads to them', async () => {
    const onchoose = vi.fn();
    await renderWorded(VersionChanges, { before, after, others, onchoose });
    await expect.element(page.getByText('数字：2 处不同')).toBeVisible();
    await expect.element(page.getByRole('row', { name: '规章 · 本年制发件数 3 4' })).toBeVisible();
    await page.getByRole('button', { name: '规章 · 本年废止件数' }).click();
    expect(onchoose.mock.calls).toEqual([['rules_repealed']]);
  });

  test('tells the words that changed, as text', async () => {
    const { container } = await renderWorded(VersionChanges, { before, after, others, onchoose: vi.fn() });
    const texts = (name: string) => [...container.querySelectorAll(name)].map(({ textContent }) => textContent);
    await expect.element(page.getByText(/^文字：\d 处不同$/)).toBeVisible();
    expect(texts('del')).toContain('八');
    expect(texts('ins')).toContain('十');
  });

  test('gives axe nothing to say', async () => {
    const { container } = await renderWorded(VersionChanges, { before, after, others, onchoose: vi.fn() });
    expect(await barriersIn(container)).toEqual([]);
  });
});

const SUM = { review_upheld: 1, review_corrected: 1, review_other_result: 1, review_pending: 1 };
const SUITS = { suit_direct_upheld: 1, suit_direct_corrected: 1, suit_direct_other_result: 1, suit_direct_pending: 1 };
const wrong = opened({ ...SUM, ...SUITS, review_total: 9, suit_direct_total: 4 }, '全年收到申请八件。');
const mended = opened({ ...SUM, ...SUITS, review_total: 4, suit_direct_total: 8 }, '全年收到申请十件。');

describe('the findings of a second version', () => {
  test('are held against those of the first: mended, new, still there', async () => {
    const changed = await compareVersions(wrong, mended, [], new AbortController().signal);
    const places = (change: string) =>
      changed
        .filter((one) => one.change === change && one.finding.rule === 'T4-SUM')
        .map(({ finding }) => [finding.at, finding.year]);
    expect(places('mended')).toEqual([['review', wrong.kept.year]]);
    expect(places('new')).toEqual([['suit_direct', wrong.kept.year]]);
    expect(places('still')).toEqual([['suit_after_review', wrong.kept.year]]);
    expect(places('absent')).toEqual([]);
  }, 60_000);

  test('are told in words once they are asked for', async () => {
    const { container } = await renderWorded(VersionChanges, {
      before: wrong,
      after: mended,
      others,
      onchoose: vi.fn(),
    });
    await page.getByRole('button', { name: '比较核查结果' }).click();
    await expect.element(page.getByText(/T4-SUM 行政复议：应为 4，却为 9$/), { timeout: 60_000 }).toBeVisible();
    await expect.element(page.getByText(/^已改正：\d+ 处$/)).toBeVisible();
    expect(await barriersIn(container)).toEqual([]);
  }, 90_000);
});
