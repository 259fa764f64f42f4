import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { CELLS_ONLY_2019, FORM_CELLS, isMeasure, MEASURES } from '../../../src/form/cells.ts';
import { SUM_RULES, summedInto } from '../../../src/form/sums.ts';

const rowsOf = (name: string): Record<string, string>[] =>
  parse(readFileSync(join(import.meta.dirname, '../../fixtures/form', name)), { columns: true });

describe('the form of 2021', () => {
  it('has the 200 cells of its list, with the same labels, units, types and sums, in the same order', () => {
    const listed = rowsOf('form-2021.csv');
    const written = MEASURES.map((cell) => ({
      measure: cell.id,
      table: String(cell.table),
      article: cell.article,
      row: cell.row,
      column: cell.column,
      label_zh: cell.zh,
      column_zh: cell.columnZh,
      label_en: cell.en,
      unit: cell.unit,
      type: cell.type,
      summed_into: summedInto(cell.id).join(' '),
    }));
    expect(listed).toHaveLength(200);
    expect(written).toEqual(listed);
  });

  it('promises 42 sums: seven columns twice, 25 rows and three blocks', () => {
    const rules = SUM_RULES['2021'].map((sum) => sum.rule);
    expect(rules).toHaveLength(42);
    expect(rules.filter((rule) => rule === 'T3-ROW')).toHaveLength(25);
    expect(SUM_RULES['2021'].find((sum) => sum.rule === 'T3-SUM')!.right).toHaveLength(21);
  });
});

describe('the form of 2019', () => {
  it('has the 198 cells of its list, with the same labels and the same mapping to measures', () => {
    const listed = rowsOf('form-2019.csv');
    const byId = new Map(FORM_CELLS['2019'].map((cell) => [cell.id, cell]));
    const written = listed.map(({ cell: id = '' }) => {
      const cell = byId.get(id);
      return cell
        ? {
            cell: cell.id,
            table: String(cell.table),
            article: cell.article,
            label_zh: cell.zh,
            column_zh: cell.columnZh,
            measure_2021: isMeasure(cell.id) ? cell.id : '',
          }
        : { cell: id };
    });
    expect(listed).toHaveLength(198);
    expect(byId.size).toBe(198);
    expect(written).toEqual(
      listed.map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'note'))),
    );
  });

  it('notes what its list notes, and writes decreases with a sign where the list says so', () => {
    for (const { cell: id, note } of rowsOf('form-2019.csv')) {
      const cell = FORM_CELLS['2019'].find((candidate) => candidate.id === id)!;
      expect([id, cell.signed ? 'signed' : cell.note]).toEqual([id, note]);
    }
  });

  it('has 26 cells that 2021 does not have, and its sums leave out the rows it does not print', () => {
    expect(CELLS_ONLY_2019).toHaveLength(26);
    expect(CELLS_ONLY_2019.map((cell) => cell.row)).not.toContain('other_other');
    expect(SUM_RULES['2019']).toHaveLength(40);
    expect(SUM_RULES['2019'].find((sum) => sum.rule === 'T3-SUM')!.right).toHaveLength(19);
  });
});
