import { describe, expect, it } from 'vitest';
import { NO_MAPPING, parseColumnMapping } from '../../../src/read/column-mapping.ts';
import { csvSheet } from '../../../src/read/formats/spreadsheet.ts';
import { guessColumn, headersKey, listNeeds, outlineSheets } from '../../../src/read/list-outline.ts';

const ROWS = [
  '各单位情况表,,,,,,',
  '填报部门情况,哪一年,新收,行政收费（元）,证照号,备注,new_natural',
  '青溪县水务局,2023年,3,,11330100002489559L,,1',
  '松岭县公安局,2024年,/,50,11330100002489559L,补,2',
  '松岭县林业局,2024年,,50,,,',
];
const outline = async (rows: readonly string[], mapping = NO_MAPPING) =>
  outlineSheets([await csvSheet(rows.join('\n'))], mapping);

describe('the outline of a table of many bodies', () => {
  it('shows each column with values and how many lines leave it empty, and the first lines', async () => {
    const [table] = await outline(ROWS);
    expect(table).toMatchObject({ format: 'csv-wide', missing: ['body', 'year'], lines: 3 });
    expect(table!.columns.map(({ header, samples, blanks }) => [header, samples.length, blanks])).toEqual([
      ['填报部门情况', 3, 0],
      ['哪一年', 2, 0],
      ['新收', 2, 1],
      ['行政收费（元）', 1, 1],
      ['证照号', 1, 1],
      ['备注', 1, 2],
      ['new_natural', 2, 1],
    ]);
    expect(table!.records.map(({ line }) => line)).toEqual([2, 3, 4, 5]);
  });

  it('guesses by header, else by what stands there, and never calls that certain', async () => {
    const [table] = await outline(ROWS);
    expect(
      table!.columns.map((column) => guessColumn(column)).map(({ means, certainty }) => [means, certainty]),
    ).toEqual([
      ['body', 'likely'],
      ['year', 'likely'],
      ['new_total', 'likely'],
      ['admin_fees_wan:元', 'likely'],
      ['credit_code', 'likely'],
      [null, 'none'],
      ['new_natural', 'certain'],
    ]);
  });

  it('tells what is missing and doubtful until a person has said it', async () => {
    expect(listNeeds(await outline(ROWS), NO_MAPPING)).toEqual({
      missing: ['body', 'year'],
      doubtful: ['填报部门情况', '哪一年', '新收', '行政收费（元）', '证照号'],
    });
    const mapping = parseColumnMapping(
      '{"columns":{"填报部门情况":"body","哪一年":"year","新收":"new_total","行政收费（元）":null,"证照号":null}}',
    );
    expect(listNeeds(await outline(ROWS, mapping), mapping)).toEqual({ missing: [], doubtful: [] });
  });

  it('has the same key for files with the same headers, whatever stands under them', async () => {
    const [one, other] = [await outline(ROWS), await outline([...ROWS.slice(0, 3), '白石县教育局,2022,1,1,,,'])];
    expect(headersKey(one)).toBe(headersKey(other));
    expect(headersKey(one)).not.toBe(headersKey(await outline(ROWS.map((row) => row.replace('新收', '收件')))));
  });

  it('is none for the form of one body', async () => {
    expect(
      await outline(['信息内容,本年制发件数,本年废止件数,现行有效件数', '规章,0,0,1', '行政规范性文件,2,0,7']),
    ).toEqual([]);
  });
});
