import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { RULES } from '../../../src/audit/families.ts';
import type { RuleOutcome } from '../../../src/audit/outcomes.ts';
import { Address } from '../../../src/state/address.svelte.ts';
import { Verdicts } from '../../../src/state/verdicts.ts';
import BodyMatrix from '../../../src/ui/audit/BodyMatrix.svelte';
import { bodyRows } from '../../../src/ui/audit/body-rows.ts';
import RuleMatrix from '../../../src/ui/audit/RuleMatrix.svelte';
import { ruleRows, yearsOf } from '../../../src/ui/audit/rule-rows.ts';
import '../../../src/ui/tokens.css';
import { barriersIn } from '../charts/accessibility.ts';
import { renderWorded } from './worded.ts';

const SUM = RULES.find(({ id }) => id === 'T3-SUM')!;
const REPORTS = [1, 2, 3].flatMap((bodyId) =>
  [2022, 2023, 2024].flatMap((year, index) =>
    // The second body has no report of 2023.
    bodyId === 2 && year === 2023 ? [] : [{ reportId: (bodyId - 1) * 3 + index + 1, bodyId, year }],
  ),
);
const verdicts = new Verdicts(9);
verdicts.take({ rule: SUM.id, from: 1, digits: '021232300' });
verdicts.take({ rule: 'T4-SUM', from: 1, digits: '111111111' });
const years = yearsOf(REPORTS);

const body = (bodyId: number) => ({
  ...{ bodyId, name: `石桥县第${bodyId}局`, region: '石桥县', level: 'county', kind: null },
  ...{ reports: 3, firstYear: 2022, lastYear: 2024 },
});

let address: Address;
beforeEach(() => {
  history.replaceState(null, '', '?page=audit');
  address = new Address();
});

const rules = (language: 'zh' | 'en' = 'zh') =>
  renderWorded(RuleMatrix, { address, rows: ruleRows(RULES, verdicts, REPORTS), years }, { language });
const bodies = (language: 'zh' | 'en' = 'zh') =>
  renderWorded(
    BodyMatrix,
    {
      address,
      rows: bodyRows(SUM.id, verdicts, REPORTS).map((row) => ({ ...row, body: body(row.bodyId) })),
      years,
      totals: ruleRows([SUM], verdicts, REPORTS)[0]!,
    },
    { language },
  );
const row = (name: string | RegExp) => page.getByRole('row', { name });
const finding = (name: string) => page.getByRole('link', { name });

describe('the matrix of rules', () => {
  test('counts each outcome, and tells a year that could not be checked from one without failures', async () => {
    const { container } = await rules();
    const cells = [...container.querySelectorAll('tbody tr')]
      .find((one) => one.textContent.includes('T3-SUM'))!
      .querySelectorAll('td');
    expect([...cells].slice(0, 5).map(({ textContent }) => textContent.trim())).toEqual(['3', '50.0 %', '1', '3', '1']);
    await expect.element(row(/T3-SUM.*2022 年：不成立 1、成立 1、不适用 1/s)).toBeVisible();
    await expect.element(row(/T4-SUM.*2022 年：无法核对 3/s)).toBeVisible();
    const open = [...container.querySelectorAll('tbody tr')].find((one) => one.textContent.includes('T4-SUM'))!;
    expect(open.querySelectorAll('.gap')).toHaveLength(3);
  });

  test('draws the outcomes of a year as parts of one bar, in proportion', async () => {
    const { container } = await rules();
    const sum = [...container.querySelectorAll('tbody tr')].find((one) => one.textContent.includes('T3-SUM'))!;
    const [first] = sum.querySelectorAll('.bar');
    const parts = [...first!.children].map((part) => [part.classList[0], part.getBoundingClientRect().width] as const);
    expect(parts.map(([name]) => name)).toEqual(['fails', 'holds']);
    expect(parts[0]![1]).toBeCloseTo(parts[1]![1], 0);
    expect(parts[0]![1] + parts[1]![1]).toBeCloseTo(first!.getBoundingClientRect().width, 0);
  });

  test('is sorted by the head of a column, which says so, within the severities', async () => {
    const { container } = await rules();
    await page.getByRole('button', { name: '不成立', exact: true }).click();
    expect(address.view.sort).toBe('fails');
    await expect
      .element(page.getByRole('columnheader', { name: '不成立', exact: true }))
      .toHaveAttribute('aria-sort', 'descending');
    expect([...container.querySelectorAll('tbody')].map((group) => group.querySelector('b')!.textContent)).toEqual([
      'T3-SUM',
      'FORM',
      'T3-CARRY',
    ]);
  });

  test.each(['zh', 'en'] as const)('gives axe nothing to say in %s', async (language) => {
    const { container } = await rules(language);
    expect(await barriersIn(container)).toEqual([]);
  });
});

describe('the matrix of bodies', () => {
  const GLYPHS: Readonly<Record<RuleOutcome, string>> = {
    fails: '✕',
    'cannot-check': '?',
    holds: '✓',
    'not-applicable': '–',
  };

  test('has a sign and a name for every outcome, and none for a year without a report', async () => {
    const { container } = await bodies();
    const signs = [...container.querySelectorAll('tbody tr')].map((one) =>
      [...one.querySelectorAll('.glyph')].map(({ textContent }) => textContent.trim()),
    );
    const { fails, holds } = GLYPHS;
    expect(signs).toEqual([
      [fails, holds, GLYPHS['cannot-check']],
      [holds, '', holds],
      [GLYPHS['not-applicable'], fails, fails],
    ]);
    await expect.element(finding('石桥县第1局 2022 年：不成立')).toBeVisible();
    await expect.element(finding('石桥县第1局 2024 年：无法核对')).toBeVisible();
    await expect.element(row(/石桥县第2局.*无报告/s)).toBeVisible();
  });

  test('sets the years of all bodies under their heads', async () => {
    const { container } = await bodies();
    const centre = (element: Element) => {
      const { left, right } = element.getBoundingClientRect();
      return (left + right) / 2;
    };
    const heads = [...container.querySelectorAll('thead .year')].map(centre);
    for (const one of container.querySelectorAll('tbody tr')) {
      [...one.querySelectorAll('.glyph')].forEach((glyph, at) => expect(centre(glyph)).toBeCloseTo(heads[at]!, 0));
    }
  });

  test('is one stop for Tab, in which the arrow keys come to every finding', async () => {
    const { container } = await bodies();
    const links = container.querySelectorAll('tbody a');
    expect([...links].filter((link) => link.getAttribute('tabindex') === '0')).toHaveLength(1);
    (links[0] as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(finding('石桥县第1局 2024 年：无法核对')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{Home}');
    await expect.element(finding('石桥县第3局 2023 年：不成立')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(address.view).toMatchObject({ body: '石桥县/石桥县第3局', opened: 2023 });
  });

  test.each(['zh', 'en'] as const)('gives axe nothing to say in %s', async (language) => {
    const { container } = await bodies(language);
    expect(await barriersIn(container)).toEqual([]);
  });
});
