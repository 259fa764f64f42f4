import type { ComponentProps } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { markSource } from '../../../src/ui/reading/source-text.ts';
import SourceText from '../../../src/ui/reading/SourceText.svelte';
import { barriersIn } from '../charts/accessibility.ts';
import { readPublished } from './reading-specimens.ts';
import { renderWorded } from './worded.ts';

const report = readPublished({ rules_issued: 4_711, rules_repealed: null });
const source = markSource(report);

const shown = (given: Partial<ComponentProps<typeof SourceText>> = {}) =>
  renderWorded(SourceText, { source, chosen: null, related: new Set<number>(), onchoose: vi.fn(), ...given });

describe('the source of a report', () => {
  test('shows the document’s characters, all of them and in order', async () => {
    const { container } = await shown();
    const written = [...container.querySelectorAll('pre')].map(({ textContent }) => textContent).join('');
    expect(written).toBe(report.text);
  });

  test('names at each mark what was read there, blanks too', async () => {
    await shown();
    await expect.element(page.getByRole('button', { name: '规章 · 本年制发件数：4711' })).toBeVisible();
    await expect.element(page.getByRole('button', { name: '规章 · 本年废止件数：空白' })).toBeVisible();
  });

  test('shows markup of the document as the text it is', async () => {
    const hostile = '<img src=x onerror="globalThis.attacked = true"><script>globalThis.attacked = true</script>';
    const { container } = await shown({
      source: markSource({ ...report, text: hostile, cells: [], gaps: [], claims: [] }),
    });
    expect(container.querySelector('pre')!.textContent).toBe(hostile);
    expect(container.querySelector('img, script')).toBeNull();
    expect('attacked' in globalThis).toBe(false);
  });

  test('scrolls to the chosen mark inside its own pane', async () => {
    const last = source.markOf.get('suit_after_review_total')!;
    const { container } = await shown({ chosen: last });
    const pane = container.querySelector('.text')!;
    const mark = container.querySelector(`[data-mark="${last}"]`)!;
    await vi.waitFor(() => {
      expect(mark.getBoundingClientRect().bottom).toBeLessThanOrEqual(pane.getBoundingClientRect().bottom);
      expect(mark.getBoundingClientRect().top).toBeGreaterThanOrEqual(pane.getBoundingClientRect().top);
    });
    expect(scrollY).toBe(0);
    await expect.element(page.getByRole('button', { pressed: true })).toHaveTextContent(report.cells.at(-1)!.raw);
  });

  test('the arrow keys choose the mark before and behind', async () => {
    const onchoose = vi.fn();
    await shown({ chosen: 3, onchoose });
    page.getByRole('button', { pressed: true }).element().focus();
    await userEvent.keyboard('{ArrowRight}');
    await userEvent.keyboard('{ArrowUp}');
    await userEvent.keyboard('{Enter}');
    expect(onchoose.mock.calls).toEqual([[4], [3], [3]]);
  });

  test('gives axe nothing to say', async () => {
    const { container } = await shown({ chosen: 2, related: new Set([0]) });
    expect(await barriersIn(container)).toEqual([]);
  });
});

test('a text of 200 KB with thousands of marks keeps every mark at its characters', () => {
  const line = '规章\t1234\t5678\t9\t收到申请 12 件。\n';
  const text = line.repeat(8_000);
  const cells = Array.from({ length: 8_000 }, (_, index) => ({
    id: report.cells[index % report.cells.length]!.id,
    value: 1234,
    raw: '1234',
    span: { start: index * line.length + 3, end: index * line.length + 7 },
  }));
  const marked = markSource({ ...report, text, cells, gaps: [], claims: [] });
  expect(marked.marks).toHaveLength(8_000);
  const pieces = marked.blocks.flat();
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  expect(new Set(pieces.filter(({ mark }) => mark !== null).map((piece) => piece.text))).toEqual(new Set(['1234']));
});
