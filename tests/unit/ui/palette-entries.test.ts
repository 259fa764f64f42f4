import { describe, expect, test } from 'vitest';
import { MEASURES } from '../../../src/form/cells.ts';
import { INDICATORS } from '../../../src/form/indicators.ts';
import { PAGES } from '../../../src/state/pages.ts';
import { parseView } from '../../../src/state/view.ts';
import { OptionWalk } from '../../../src/ui/option-walk.svelte.ts';
import { paletteGroups } from '../../../src/ui/palette/palette-entries.ts';
import { wordingOf } from '../../../src/ui/wording.ts';

const YEXIAN = {
  bodyId: 7,
  name: '叶县住房和城乡建设局',
  region: '河南省平顶山市叶县',
  level: null,
  kind: null,
  reports: 2,
  firstYear: 2019,
  lastYear: 2024,
};
const zh = wordingOf('zh');
const asked = (
  words: string,
  { bodies = [], most = 400 }: { bodies?: readonly (typeof YEXIAN)[]; most?: number } = {},
) =>
  paletteGroups(
    { words, datasets: ['demonstration', 'sample', 'file:own'], bodies, bodyCount: bodies.length, most },
    zh,
  );
const keysOf = (groups: ReturnType<typeof asked>) => groups.flatMap(({ entries }) => entries.map(({ key }) => key));

test('nothing typed offers every page and every dataset', () => {
  expect(keysOf(asked(''))).toEqual([
    ...PAGES.map((page) => `page-${page}`),
    'dataset-demonstration',
    'dataset-sample',
    'dataset-file:own',
  ]);
});

test.each(['不予公开率', 'Refusal rate', 'refusal_rate', '  REFUSAL_RATE '])(
  '%s finds the rate first, and leads to the page where it is at home',
  (words) => {
    const [first] = asked(words).find(({ heading }) => heading === zh.messages.palette.subjects)?.entries ?? [];
    expect(first).toMatchObject({ name: '不予公开率', leads: { to: { page: 'outcomes', subject: 'refusal_rate' } } });
  },
);

test('pages and datasets are found in either language', () => {
  expect(keysOf(asked('Fees'))).toContain('page-fees');
  expect(keysOf(asked('收费'))).toContain('page-fees');
  expect(keysOf(asked('sample'))[0]).toBe('dataset-sample');
});

test('every indicator and every cell of the form is found by its key and leads to a view that exists', () => {
  for (const key of [...INDICATORS.map((one) => one.key), ...MEASURES.map(({ id }) => id)]) {
    const entry = asked(key)
      .flatMap(({ entries }) => entries)
      .find((one) => one.key === `subject-${key}`);
    expect(entry?.leads, key).toMatchObject({ to: { subject: key } });
    const { page } = (entry!.leads as { to: { page: string } }).to;
    expect(parseView(`?page=${page}&subject=${key}`).ignored, key).toEqual([]);
  }
});

test('bodies come last, each with its region and the way to its page', () => {
  const groups = asked('叶县', { bodies: [YEXIAN] });
  expect(groups.at(-1)?.entries).toMatchObject([
    { name: YEXIAN.name, note: expect.stringContaining(YEXIAN.region) as string },
  ]);
  expect(groups.at(-1)?.entries[0]?.leads).toMatchObject({
    to: { page: 'body', body: `${YEXIAN.region}/${YEXIAN.name}` },
  });
});

test('so many subjects as are wanted, and nothing for words that nothing holds', () => {
  const [rates] = asked('率', { most: 3 });
  expect(rates?.entries).toHaveLength(3);
  expect(rates?.total).toBe(INDICATORS.filter((indicator) => indicator.zh.includes('率')).length);
  expect(asked('not in any name')).toEqual([]);
});

describe('walking through options', () => {
  const walkOver = (count: number) => {
    const reached: number[] = [];
    const walk = new OptionWalk(
      () => count,
      (index) => reached.push(index),
    );
    return { walk, reached };
  };

  test('goes round at both ends, and begins below the first one, which is chosen already', () => {
    const { walk, reached } = walkOver(3);
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp']) expect(walk.move(key)).toBe(true);
    expect(reached).toEqual([1, 2, 0, 2]);
    walk.begin();
    expect(walk.active).toBe(0);
  });

  test('leaves Home and End to the text until the arrows have moved, and all other keys for good', () => {
    const { walk, reached } = walkOver(3);
    for (const key of ['Home', 'End', 'a', 'Enter']) expect(walk.move(key)).toBe(false);
    for (const key of ['ArrowDown', 'End', 'Home']) expect(walk.move(key)).toBe(true);
    expect(reached).toEqual([1, 2, 0]);
  });

  test('takes no key where there is no option, and stays on the only one', () => {
    expect(walkOver(0).walk.move('ArrowDown')).toBe(false);
    const { walk } = walkOver(1);
    walk.move('ArrowDown');
    expect(walk.active).toBe(0);
  });
});
