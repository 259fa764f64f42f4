import { expect, test } from 'vitest';
import type { CompositionRow } from '../../../src/compare/composition.ts';
import {
  REASON_PARTS,
  reasonFinding,
  reasonRows,
  reasonTable,
  refusingGroups,
} from '../../../src/ui/figures/reason-rows.ts';
import { wordingOf } from '../../../src/ui/wording.ts';

const zh = wordingOf('zh');
const rowsOf = (group: string, values: readonly (number | null)[]): CompositionRow[] =>
  REASON_PARTS.map(({ key }, index) => ({
    ...{ group, label: group, part: key, value: values[index] ?? null, share: null },
    ...{ known: values[index] === null ? 0 : 2, complete: 2, reports: 2 },
  }));
const NONE = Array.from({ length: 8 }, () => 0);
const ANSWER = [...rowsOf('police', [1, 0, 0, 3, 0, 0, 0, 0]), ...rowsOf('education', [...NONE.slice(1), null])];
const groups = refusingGroups(ANSWER, 'kind', zh);

test('the eight reasons of the form are set against each other, groups by the number of their refusals', () => {
  expect(REASON_PARTS).toHaveLength(8);
  expect(groups.map(({ name, total }) => [name, total])).toEqual([
    ['公安', 4],
    ['教育', 0],
  ]);
  const years = [...rowsOf('2023', NONE), ...rowsOf('2024', [5, ...NONE.slice(1)])];
  expect(refusingGroups(years, 'year', zh).map(({ name }) => name)).toEqual(['2023', '2024']);
});

test('a cell is shaded by its share of the refusals of its row; nothing refused has no share, and a gap no value', () => {
  const [police, education] = reasonRows(groups, true, zh);
  expect(police!.name).toBe('公安 4');
  expect(police!.cells[3]).toMatchObject({ value: 3, shade: 0.75, label: '75.0 %', gap: null });
  expect(police!.cells[3]!.lines).toContain('75.0 % (3/4)');
  expect(education!.cells[0]).toMatchObject({ value: 0, shade: 0, label: '0' });
  expect(education!.cells[7]).toMatchObject({ value: null, label: '', gap: '无数据' });
});

test('the table has a row for each group and reason, and the finding names the reason given most', () => {
  const { csv } = reasonTable(groups, 'kind', zh);
  expect(csv).toHaveLength(1 + 2 * 8);
  expect(csv[4]).toEqual(['公安', '保护第三方合法权益', 3, 0.75, 2, 2]);
  expect(csv.at(-1)).toEqual(['教育', '属于行政查询事项', null, null, 0, 2]);
  expect(reasonFinding(groups, zh)).toBe('最多的理由是保护第三方合法权益，占 75.0 % (3/4)。');
  expect(reasonFinding(refusingGroups(rowsOf('police', NONE), 'kind', zh), zh)).toBe('没有列明的不予公开。');
});
