import { describe, expect, it } from 'vitest';
import { MEASURES } from '../../../src/form/cells.ts';
import { parseColumnMapping, proposeColumn } from '../../../src/read/column-mapping.ts';

describe('what a column stands for', () => {
  it('is certain for every id and for every label of the form with its column', () => {
    for (const { id, zh, columnZh } of MEASURES) {
      expect(proposeColumn(id)).toEqual({ header: id, means: id, certainty: 'certain' });
      const { means, certainty } = proposeColumn(`${zh}-${columnZh}`);
      expect([means, certainty]).toEqual([id, 'certain']);
    }
    expect(proposeColumn('单位名称')).toMatchObject({ means: 'body', certainty: 'certain' });
  });

  it.each([
    ['新收', 'new_total'],
    ['上年结转', 'carried_in_total'],
    ['部分公开件数', 'partial_total'],
  ])('is only likely for the short label %s', (header, id) => {
    expect(proposeColumn(header)).toEqual({ header, means: id, certainty: 'likely' });
  });

  it.each(['公开', '结转', '规章', '备注', '', '其他'])(
    'is not known for %s, which may be several cells or none',
    (header) => {
      expect(proposeColumn(header)).toEqual({ header, means: null, certainty: 'none' });
    },
  );
});

describe('a mapping', () => {
  it('gives each header its cell, its column of the list, or nothing', () => {
    const { columns, year } = parseColumnMapping(
      '{ "columns": { " 新收 ": "new_total", "备注": null }, "year": 2023 }',
    );
    expect([...columns]).toEqual([
      ['新收', 'new_total'],
      ['备注', null],
    ]);
    expect(year).toBe(2023);
  });

  it.each([
    ['nothing', /not JSON/],
    ['[]', /must hold one JSON object|must be an object/],
    ['{ "columns": [] }', /"columns" must be an object/],
    ['{ "columns": { "a": "new" } }', /"a" must be an id of a cell/],
    ['{ "columns": { "a": 3 } }', /found 3/],
    ['{ "year": "2024" }', /"year" must be a whole number/],
  ])('%s is refused', (text, reason) => {
    expect(() => parseColumnMapping(text)).toThrow(reason);
  });
});
