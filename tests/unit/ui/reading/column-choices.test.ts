import { describe, expect, it } from 'vitest';
import { parseColumnMapping } from '../../../../src/read/column-mapping.ts';
import { csvSheet } from '../../../../src/read/formats/spreadsheet.ts';
import { outlineSheets } from '../../../../src/read/list-outline.ts';
import { NO_MAPPING } from '../../../../src/read/column-mapping.ts';
import { columnsEn } from '../../../../src/ui/messages/columns-en.ts';
import { columnsZh } from '../../../../src/ui/messages/columns-zh.ts';
import {
  columnChoices,
  columnProblems,
  findMeanings,
  likeliestMeaning,
  mappingOfChoices,
  meaningOptions,
} from '../../../../src/ui/reading/column-choices.ts';
import { previewList } from '../../../../src/ui/reading/list-preview.ts';

const ROWS = [
  '填报情况,年度,新收,收到,行政收费,new_natural',
  '青溪县水务局,2023,3,3,50,1',
  '松岭县公安局,2024,/,4,50,',
  '合计,,3,7,100,1',
];
const tables = async () => outlineSheets([await csvSheet(ROWS.join('\n'))], NO_MAPPING);

describe('the choices of a list’s columns', () => {
  it('are what a person said, else what is certain, else a guess that is marked as one', async () => {
    const mapping = parseColumnMapping('{"columns":{"收到":"new_total","new_natural":null}}');
    const choices = columnChoices(await tables(), mapping);
    expect(choices.map(({ letters, means, origin }) => [letters, means, origin])).toEqual([
      ['A', 'body', 'guess'],
      ['B', 'year', 'certain'],
      ['C', 'new_total', 'guess'],
      ['D', 'new_total', 'said'],
      ['E', 'admin_fees_wan', 'guess'],
      ['F', null, 'said'],
    ]);
  });

  it('are told where two columns are one cell, and stop where an amount has no unit', async () => {
    const mapping = parseColumnMapping('{"columns":{"收到":"new_total"}}');
    const choices = columnChoices(await tables(), mapping);
    expect(columnProblems(choices, null)).toEqual([
      { what: 'twice', headers: ['新收', '收到'], means: 'new_total', stops: false },
      { what: 'unit', headers: ['行政收费'], means: 'admin_fees_wan', stops: true },
    ]);
    const said = columnChoices(await tables(), mappingOfChoices(choices, null));
    expect(columnProblems(said, null).map(({ what }) => what)).toEqual(['twice']);
  });

  it('stop where no column is the body, the year or a figure, or two are the body', async () => {
    const none = columnChoices(
      await tables(),
      parseColumnMapping(
        `{"columns":${JSON.stringify(Object.fromEntries(ROWS[0]!.split(',').map((header) => [header, null])))}}`,
      ),
    );
    expect(columnProblems(none, null).map(({ what, stops }) => [what, stops])).toEqual([
      ['no-body', true],
      ['no-year', true],
      ['no-figure', true],
    ]);
    expect(columnProblems(none, 2024).map(({ what }) => what)).toEqual(['no-body', 'no-figure']);
    const two = columnChoices(await tables(), parseColumnMapping('{"columns":{"收到":"body"}}'));
    expect(columnProblems(two, null)).toContainEqual({
      what: 'field-twice',
      headers: ['填报情况', '收到'],
      means: 'body',
      stops: true,
    });
  });

  it('tell a header that names another unit than the one chosen', async () => {
    const [table] = outlineSheets([await csvSheet(ROWS.join('\n').replace('行政收费', '行政收费（元）'))], NO_MAPPING);
    const mapping = parseColumnMapping('{"columns":{"行政收费（元）":"admin_fees_wan"}}');
    expect(columnProblems(columnChoices([table!], mapping), null)).toMatchObject([
      { what: 'unit-differs', stops: false },
    ]);
  });
});

describe('the meanings of a column', () => {
  it('are found by the words of either language, by id, and by the usual names of list columns', () => {
    for (const [words, language] of [
      [columnsZh, 'zh'],
      [columnsEn, 'en'],
    ] as const) {
      const options = meaningOptions(words, { language }, new Set());
      expect(new Set(options.map(({ means }) => means)).size).toBe(options.length);
      expect(findMeanings(options, '本年新收 自然人').map(({ means }) => means)).toEqual(['new_natural']);
      expect(findMeanings(options, 'Newly natural').map(({ means }) => means)).toContain('new_natural');
      expect(findMeanings(options, '统一社会').map(({ means }) => means)).toEqual(['credit_code']);
      expect(findMeanings(options, 'admin_fees').map(({ means }) => means)).toEqual([
        'admin_fees_wan:元',
        'admin_fees_wan',
      ]);
      expect(options.some(({ means }) => means === 'measure')).toBe(false);
    }
    expect(meaningOptions(columnsZh, { language: 'zh' }, new Set(['measure'])).map(({ means }) => means)).toContain(
      'measure',
    );
  });

  it('point at the one that is called just what was typed', () => {
    const options = meaningOptions(columnsZh, { language: 'zh' }, new Set());
    const found = findMeanings(options, '（七）总计 总计');
    expect(found[likeliestMeaning(found, '（七）总计 总计')]!.means).toBe('handled_total');
    expect(likeliestMeaning(found, '总计')).toBe(0);
  });
});

describe('the first lines of a list', () => {
  it('are shown as they would be read: figures, gaps with their reason, and lines that are left out', async () => {
    const found = await tables();
    const mapping = mappingOfChoices(
      columnChoices(found, parseColumnMapping('{"columns":{"收到":null,"行政收费":null}}')),
      null,
    );
    expect(await previewList(found, mapping)).toEqual({
      cells: ['new_total', 'new_natural'],
      lines: [
        { row: '2', body: '青溪县水务局', year: 2023, cells: [{ value: 3 }, { value: 1 }], troubles: [] },
        {
          row: '3',
          body: '松岭县公安局',
          year: 2024,
          cells: [
            { reason: 'not-a-number', raw: '/' },
            { reason: 'blank', raw: null },
          ],
          troubles: [{ what: 'no-figure', cell: 'new_total', found: '/' }],
        },
        { row: '4', body: null, year: null, cells: [], troubles: [{ what: 'sum-line', found: '合计' }] },
      ],
    });
  });
});
