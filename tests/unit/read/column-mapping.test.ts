import { describe, expect, it } from 'vitest';
import { MEASURES } from '../../../src/form/cells.ts';
import {
  columnMappingFields,
  distinctHeaders,
  parseColumnMapping,
  proposeColumn,
} from '../../../src/read/column-mapping.ts';

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

  it.each([
    ['本年新收政府信息公开申请数量 申请人情况 法人或其他组织 商业企业', 'new_business'],
    ['不予公开 属于国家秘密 合计', 'denied_state_secret_total'],
    ['规范性文件 制发件数', 'normative_docs_issued'],
    ['行政诉讼 未经复议直接诉讼 合计', 'suit_direct_total'],
    ['未经复议直接起诉-尚未审结', 'suit_direct_pending'],
    ['本年新收政府信息公开申请数量总计（件）', 'new_total'],
    ['行政事业性收费（元）', 'admin_fees_wan:元'],
    ['行政事业性收费（万元）', 'admin_fees_wan'],
    ['填报单位', 'body'],
    ['统一社会信用代码', 'credit_code'],
  ])('is certain for %s, a wording that reports and lists use', (header, means) => {
    expect(proposeColumn(header)).toEqual({ header, means, certainty: 'certain' });
  });

  it('is only likely for an amount of money without its unit, and nothing for a count in yuan', () => {
    expect(proposeColumn('行政事业性收费')).toMatchObject({ means: 'admin_fees_wan', certainty: 'likely' });
    expect(proposeColumn('本年新收政府信息公开申请数量总计（元）')).toMatchObject({ means: null, certainty: 'none' });
    expect(proposeColumn('行政事业性收费（件）')).toMatchObject({ means: null, certainty: 'none' });
  });

  it('tells empty headers and headers that stand twice apart by their columns', () => {
    const headers = ['单位', '总计', '', '总计', 'new_total', 'new_total'];
    expect(distinctHeaders(headers, { sheet: '', columns: [0, 1, 2, 3, 4, 30] })).toEqual([
      '单位',
      '总计 #B',
      '#C',
      '总计 #D',
      'new_total',
      'new_total',
    ]);
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

  it('is written as it is read', () => {
    const text = '{"columns":{"新收":"new_total","收费":"admin_fees_wan:元","备注":null},"year":2023}';
    expect(JSON.stringify(columnMappingFields(parseColumnMapping(text)))).toBe(text);
  });

  it.each([
    ['nothing', /not JSON/],
    ['[]', /must hold one JSON object|must be an object/],
    ['{ "columns": [] }', /"columns" must be an object/],
    ['{ "columns": { "a": "new" } }', /"a" must be an id of a cell/],
    ['{ "columns": { "a": 3 } }', /found 3/],
    ['{ "columns": { "a": "new_total:元" } }', /"a" must be an id of a cell/],
    ['{ "year": "2024" }', /"year" must be a whole number/],
  ])('%s is refused', (text, reason) => {
    expect(() => parseColumnMapping(text)).toThrow(reason);
  });
});
