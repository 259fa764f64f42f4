import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PAGES } from '../../src/state/pages.ts';
import { live, openBrowser, openSite, settled, sidewaysOf, type Site, turnTo, violationsOf, visit } from './site.ts';

const WIDTHS = [360, 390, 1024, 1440, 2560];
const HEIGHT = 900;

let browser: Browser;
let site: Site;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/**
 * Address of a page with all it can show: filters, a body in the side panel, an answer to a reader's own statement. Of
 * a few kinds only, for axe looks at every mark of every body.
 */
function fullView(page: string, body: string): string {
  const parts: Record<string, string> = { page, kinds: 'police,education', body };
  if (page === 'data') parts['sql'] = 'SELECT year, count(*) AS reports FROM report GROUP BY year ORDER BY year';
  if (page === 'compare') Object.assign(parts, { left: `${body}@2024`, right: body, all: '1' });
  return `?${new URLSearchParams(parts).toString()}`;
}

/** Key of the first body that the list names. */
async function firstBody(page: Page): Promise<string> {
  const href = await page.locator('main table tbody a').first().getAttribute('href');
  return new URL(href!, site.address).searchParams.get('body')!;
}

describe.each([
  ['zh', 'light', 1440],
  ['en', 'dark', 390],
] as const)('in %s, %s', (lang, theme, inspectedWidth) => {
  let page: Page;
  let body: string;
  let errors: string[];
  beforeAll(async () => {
    ({ page, errors } = await visit(browser, site, `?page=body&lang=${lang}&theme=${theme}`));
    await page.locator('main table tbody a').first().waitFor();
    body = await firstBody(page);
  });
  afterAll(() => page.context().close());

  test.each(PAGES)('the page %s fits every width and gives axe nothing to say', async (name) => {
    await page.setViewportSize({ width: 1440, height: HEIGHT });
    await turnTo(page, `${fullView(name, body)}&lang=${lang}&theme=${theme}`);
    const sideways: (readonly [number, number])[] = [];
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: HEIGHT });
      await settled(page);
      sideways.push([width, await sidewaysOf(page)]);
    }
    expect(sideways).toEqual(WIDTHS.map((width) => [width, 0]));
    await page.setViewportSize({ width: inspectedWidth, height: HEIGHT });
    await settled(page);
    expect(await violationsOf(page)).toEqual([]);
    expect(errors).toEqual([]);
  });
});

interface Stop {
  readonly name: string;
  readonly figure: string | null;
  /** Whether it is a mark of a chart. */
  readonly mark: boolean;
  readonly visible: boolean;
  readonly inPanel: boolean;
}

/** Where the focus stands, and whether a reader sees that it stands there. */
const focusedStop = (page: Page): Promise<Stop | null> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const ring = element instanceof SVGElement ? element.querySelector('.ring') : element;
    const style = ring && getComputedStyle(ring);
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const isOnScreen = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
    const isRinged = style
      ? element instanceof SVGElement
        ? style.stroke !== 'none' && parseFloat(style.strokeWidth) >= 2
        : style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
      : false;
    return {
      name: element.getAttribute('aria-label') ?? element.textContent.trim(),
      figure: element.closest('figure')?.querySelector('h3')?.textContent ?? null,
      mark: element.hasAttribute('data-mark'),
      visible: isOnScreen && isRinged && element.matches(':focus-visible'),
      inPanel: element.closest('.panel') !== null,
    };
  });

describe('by keyboard alone', () => {
  test('Tab comes to the filters, once to every chart and to the side panel, always in sight', async () => {
    const { page } = await visit(browser, site, '?page=body');
    await page.locator('main table tbody a').first().waitFor();
    await turnTo(page, fullView('outcomes', await firstBody(page)));
    await page.getByRole('button', { name: '关闭' }).waitFor();
    const stops: Stop[] = [];
    for (;;) {
      await page.keyboard.press('Tab');
      const stop = await focusedStop(page);
      if (!stop) break;
      stops.push(stop);
    }
    expect(stops.filter(({ visible }) => !visible)).toEqual([]);
    const names = stops.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['2019', '2025', expect.stringMatching(/^类别/), '复制链接']));
    const titles = await page.locator('figure h3').allInnerTexts();
    expect(stops.filter(({ mark }) => mark).map(({ figure }) => figure)).toEqual(titles);
    const panel = stops.filter(({ inPanel }) => inPanel).map(({ name }) => name);
    expect(panel).toEqual(expect.arrayContaining(['关闭', '全部数字与缺项原因', '加入对比']));
    await page.context().close();
  });

  test('the first stop skips to the content', async () => {
    const { page } = await visit(browser, site, '');
    await live(page);
    await page.keyboard.press('Tab');
    expect(await focusedStop(page)).toMatchObject({ name: '跳到正文', visible: true });
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await page.keyboard.press('Tab');
    expect(await focusedStop(page)).toMatchObject({ name: '2019', visible: true });
    await page.context().close();
  });
});

test('with reduced motion nothing moves, not even while an answer is waited for', async () => {
  const { page } = await visit(browser, site, '?page=outcomes', {
    context: { reducedMotion: 'reduce' },
    before: (fresh) =>
      fresh.addInitScript(() => {
        const moved = new Set<string>();
        Object.assign(globalThis, { moved });
        const look = () => {
          for (const { effect } of document.getAnimations()) {
            if (effect instanceof KeyframeEffect)
              moved.add(effect.target?.outerHTML.slice(0, 100) ?? 'a part of the page');
          }
          requestAnimationFrame(look);
        };
        look();
      }),
  });
  await settled(page);
  await page.getByRole('button', { name: '2023', exact: true }).click();
  await page.getByText(/^\s*2023 年公开率/).waitFor();
  expect(await page.evaluate(() => [...(globalThis as unknown as { moved: Set<string> }).moved])).toEqual([]);
  const inMotion = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
        return animationName !== 'none' || /[1-9]/.test(transitionDuration) || scrollBehavior === 'smooth';
      })
      .map((element) => element.outerHTML.slice(0, 100)),
  );
  expect(inMotion).toEqual([]);
  await page.context().close();
});
