import { describe, expect, it } from 'vitest';
import { namedCell, nearestCell } from '../../../src/read/figures-cell.ts';
import { figuresFormat } from '../../../src/read/figures-format.ts';
import { FORM_CELLS } from '../../../src/form/cells.ts';

describe('figuresFormat', () => {
  it.each([
    ['a/reports.jsonl', '{"body":"叶县财政局","year":2024}', 'jsonl'],
    ['a.jsonl', '{"id":1}', null],
    ['figures.csv', 'body,region,level,kind,year,measure,value,unit,source,where\n', 'csv-long'],
    ['figures.CSV', '\uFEFF"单位","年度","new_total"\r\n', 'csv-wide'],
    ['registry.csv', 'name,region,level,kind,aliases\n', 'registry'],
    ['prices.csv', 'date,price\n', null],
    ['README.md', 'body,year,measure,value', null],
    ['list.txt', '{"body":"x"}', 'jsonl'],
    ['list.json', '{"body":"x"}', 'jsonl'],
    ['list.json', 'body,year,measure,value', null],
    ['list.txt', '单位,年度,指标,数值', 'csv-long'],
    ['report.txt', '叶县财政局2024年政府信息公开工作年度报告', null],
    ['empty.csv', '', null],
  ])('takes %s beginning with %j for %s', (name, first, format) => {
    expect(figuresFormat(name, first)).toBe(format);
  });
});

describe('names of cells', () => {
  it('knows every cell by its id, and by its printed row and column where these are its alone', () => {
    for (const cells of Object.values(FORM_CELLS)) {
      for (const cell of cells) {
        expect(namedCell(cell.id)?.id).toBe(cell.id);
        const twins = cells.filter(({ zh, columnZh }) => zh === cell.zh && columnZh === cell.columnZh);
        const named = namedCell(`${cell.zh} ${cell.columnZh}`);
        if (twins.length === 1 && cells === FORM_CELLS['2021']) expect(named?.id).toBe(cell.id);
      }
    }
  });

  it('knows a row of refusals without its group, and brackets of either width', () => {
    expect(namedCell('属于国家秘密（总计）')?.id).toBe('denied_state_secret_total');
    expect(namedCell('（三）不予公开 1.属于国家秘密 总计')?.id).toBe('denied_state_secret_total');
    expect(namedCell('行政事业性收费')?.id).toBe('admin_fees_wan');
  });

  it('names no nearest cell for a name that is near none', () => {
    expect(nearestCell('carried_in_totals')).toBe('carried_in_total');
    expect(nearestCell('天气预报')).toBeNull();
  });
});
