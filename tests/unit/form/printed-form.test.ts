import { describe, expect, test } from 'vitest';
import { FORM_CELLS } from '../../../src/form/cells.ts';
import type { Edition } from '../../../src/form/edition.ts';
import { type PrintedTable, printedTables } from '../../../src/form/printed-form.ts';

const idsOf = (tables: readonly PrintedTable[]) =>
  tables.flatMap(({ rows }) => rows.flatMap((row) => row.flatMap((cell) => (cell.kind === 'figure' ? [cell.id] : []))));

/** How many columns each row of a table fills, merged cells from above counted. */
function widthsOf({ rows }: PrintedTable): number[] {
  const widths = rows.map(() => 0);
  rows.forEach((row, top) => {
    for (const cell of row) {
      const height = cell.kind === 'label' ? cell.rows : 1;
      for (let at = top; at < top + height; at += 1) widths[at] = (widths[at] ?? 0) + cell.columns;
    }
  });
  return widths;
}

describe.each<Edition>(['2021', '2019'])('the printed form of %s', (edition) => {
  const tables = printedTables(edition);

  test('holds every cell of the edition once, in the form’s order', () => {
    expect(idsOf(tables)).toEqual(FORM_CELLS[edition].map(({ id }) => id));
  });

  test('fills every row of its tables to the full width', () => {
    for (const table of tables) expect(widthsOf(table)).toEqual(table.rows.map(() => table.width));
  });
});

test('a form narrowed to some cells keeps their rows with the labels that lead to them', () => {
  const wanted = new Set(['procurement_items', 'other_all_total']);
  const [publication, requests, ...more] = printedTables('2019', (id) => wanted.has(id));
  expect(more).toEqual([]);
  expect(idsOf([publication!])).toEqual(['procurement_items', 'procurement_amount_yuan']);
  expect(publication!.rows[0]).toMatchObject([{ zh: '第二十条第（九）项', en: 'Article 20 (9)' }]);
  expect(requests!.rows.at(-1)!.slice(0, 2)).toMatchObject([
    { zh: '三、本年度办理结果', rows: 1 },
    { zh: '（六）其他处理', columns: 2 },
  ]);
  expect(widthsOf(requests!)).toEqual(requests!.rows.map(() => 10));
});
