import { describe, expect, it } from 'vitest';
import { readFigureList, readFigures } from '../../../src/read/figures.ts';

const long = (...rows: string[]) => ['body,region,year,measure,value,unit,source,where', ...rows].join('\n');
const row = (measure: string, value: string, unit = '件') =>
  `叶县财政局,河南省平顶山市叶县,2024,${measure},${value},${unit},https://a.example/1,prose`;

describe('a JSON list', () => {
  const line = (entry: object) => JSON.stringify({ body: '叶县财政局', year: 2024, ...entry });

  it('gives a report with cells, gaps with their reasons, and claims', async () => {
    const text = line({
      region: '河南省平顶山市叶县',
      edition: '2021',
      source: 'https://a.example/1',
      where: 'table',
      places: { prose: ['handled_total'] },
      measures: { new_total: 3, handled_total: 2 },
      gaps: { new_other_org: 'column-absent' },
      claims: [{ measure: 'unable (group)', value: 1, unit: '件', where: 'prose' }],
    });
    const { filings, problems } = await readFigureList(text, 'jsonl');
    expect(problems).toEqual([]);
    expect(filings).toHaveLength(1);
    const { body, year, region, url, report } = filings[0]!;
    expect({ body, year, region, url }).toEqual({
      body: '叶县财政局',
      year: 2024,
      region: '河南省平顶山市叶县',
      url: 'https://a.example/1',
    });
    expect(report.edition).toBe('2021');
    expect(report.cells.map(({ id, value }) => [id, value])).toEqual([
      ['new_total', 3],
      ['handled_total', 2],
    ]);
    expect(report.gaps).toMatchObject([{ id: 'new_other_org', reason: 'column-absent', raw: null }]);
    expect(report.claims).toMatchObject([{ topic: 'unable_group', value: 1, section: 3 }]);
    expect(report.evidence.map(({ detail }) => detail)).toEqual([
      'new_total,new_other_org | table | https://a.example/1',
      'handled_total,unable (group) | prose | https://a.example/1',
    ]);
  });

  it('names the line and the nearest id of a measure that does not exist', async () => {
    const { filings, problems } = await readFigureList(
      `\n${line({ measures: { new_totl: 3, granted_total: 1 } })}`,
      'jsonl',
    );
    expect(problems).toEqual([
      {
        kind: 'problem',
        line: 2,
        sheet: '',
        column: 'new_totl',
        trouble: { what: 'unknown-cell', name: 'new_totl', nearest: 'new_total' },
        message: '"new_totl" is no cell of the form; the nearest is new_total',
      },
    ]);
    expect(filings[0]!.report.cells.map(({ id }) => id)).toEqual(['granted_total']);
  });

  it('takes null as nothing said, and never as zero', async () => {
    const { filings } = await readFigureList(line({ measures: { new_total: null, granted_total: 0 } }), 'jsonl');
    expect(filings[0]!.report.cells.map(({ id, value }) => [id, value])).toEqual([['granted_total', 0]]);
    expect(filings[0]!.report.gaps).toEqual([]);
  });

  it('goes on after a line that is broken, has no body or no year', async () => {
    const text = [
      '{',
      '[]',
      line({ body: '' }),
      line({ year: 24 }),
      line({ measures: {} }),
      line({ measures: { new_total: 1 } }),
    ].join('\n');
    const { filings, problems } = await readFigureList(text, 'jsonl');
    expect(problems.map((problem) => problem.line)).toEqual([1, 2, 3, 4, 5]);
    expect(filings.map((filing) => filing.line)).toEqual([6]);
  });

  it('says which field it does not know', async () => {
    const { problems } = await readFigureList(line({ measure: {}, measures: { new_total: 1 } }), 'jsonl');
    expect(problems).toMatchObject([{ column: 'measure', line: 1 }]);
  });
});

describe('a long CSV list', () => {
  it('makes one report of the lines of a body-year, wherever they stand', async () => {
    const other = '叶县教育局,河南省平顶山市叶县,2024,new_total,7,件,https://a.example/2,table';
    const { filings, problems } = await readFigureList(
      long(row('new_total', '3'), other, row('handled_total', '2')),
      'csv-long',
    );
    expect(problems).toEqual([]);
    expect(filings.map(({ body, report }) => [body, report.cells.length])).toEqual([
      ['叶县财政局', 2],
      ['叶县教育局', 1],
    ]);
  });

  it('keeps names in parentheses, sums and choices as claims, never as cells', async () => {
    const names = [
      '(withdrawn by applicant)',
      'new or new+carried_in',
      'suits (both blocks)',
      'granted+partial',
      'processing_fee_yuan',
    ];
    const { filings, problems } = await readFigureList(long(...names.map((name) => row(name, '4'))), 'csv-long');
    expect(problems).toEqual([]);
    expect(filings[0]!.report.cells).toEqual([]);
    expect(filings[0]!.report.claims.map(({ topic }) => topic)).toEqual([
      'other',
      'new_or_received',
      'suits_total',
      'granted_and_partial',
      'processing_fee_yuan',
    ]);
    expect(filings[0]!.report.claims[0]!.sentence).toBe('(withdrawn by applicant): 4 件, prose');
  });

  it('reads counters and full-width digits, and turns yuan into the form’s unit', async () => {
    const text = long(
      row('new_total', '３件'),
      row('handled_total', '1，234'.replace('，', '')),
      row('admin_fees_wan', '251000', '元'),
    );
    const { filings, problems } = await readFigureList(text, 'csv-long');
    expect(problems).toEqual([]);
    expect(filings[0]!.report.cells.map(({ value }) => value)).toEqual([3, 1234, 25.1]);
    expect(filings[0]!.report.cells[0]!.raw).toBe('３件');
  });

  it('makes a gap and a problem of a count that is not whole, negative or no number', async () => {
    const text = long(
      row('new_total', '3.5'),
      row('handled_total', '-1'),
      row('granted_total', '约三'),
      row('licensing_items_change', '-8'),
    );
    const { filings, problems } = await readFigureList(text, 'csv-long');
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [2, 'new_total'],
      [3, 'handled_total'],
      [4, 'granted_total'],
    ]);
    const { gaps, cells } = filings[0]!.report;
    expect(gaps.map(({ id, reason, raw }) => [id, reason, raw])).toEqual([
      ['new_total', 'not-a-number', '3.5'],
      ['handled_total', 'not-a-number', '-1'],
      ['granted_total', 'not-a-number', '约三'],
    ]);
    expect(cells.map(({ id, value }) => [id, value])).toEqual([['licensing_items_change', -8]]);
  });

  it('takes neither of two different figures for one cell, and one of two equal ones', async () => {
    const text = long(
      row('new_total', '3'),
      row('new_total', '3'),
      row('granted_total', '1'),
      row('granted_total', '2'),
    );
    const { filings, problems } = await readFigureList(text, 'csv-long');
    expect(problems).toMatchObject([{ line: 5, column: 'granted_total' }]);
    expect(filings[0]!.report.cells.map(({ id }) => id)).toEqual(['new_total']);
    expect(filings[0]!.report.gaps).toMatchObject([{ id: 'granted_total', reason: 'ambiguous' }]);
  });

  it('reads the reason of a gap where a figure is due', async () => {
    const { filings, problems } = await readFigureList(long(row('new_total', 'cut-off')), 'csv-long');
    expect(problems).toEqual([]);
    expect(filings[0]!.report.gaps).toMatchObject([{ id: 'new_total', reason: 'cut-off', raw: null }]);
  });

  it('reports a body-year of which nothing could be used', async () => {
    const { filings, problems } = await readFigureList(long(row('new_total', '')), 'csv-long');
    expect(filings).toEqual([]);
    expect(problems).toMatchObject([{ line: 2 }]);
  });
});

describe('a wide CSV list', () => {
  it('takes ids, Chinese and English labels as columns, and an empty field as a gap', async () => {
    const header = '单位,年度,new_total,一、本年新收政府信息公开申请数量 自然人,行政许可,granted: natural persons,来源';
    const { filings, problems } = await readFigureList(
      `${header}\n叶县财政局,2024年度,3,2,119,,https://a.example/1`,
      'csv-wide',
    );
    expect(problems).toEqual([]);
    expect(filings[0]!.report.cells.map(({ id, value }) => [id, value])).toEqual([
      ['new_total', 3],
      ['new_natural', 2],
      ['licensing_decisions', 119],
    ]);
    expect(filings[0]!.report.gaps).toMatchObject([{ id: 'granted_natural', reason: 'blank', raw: null }]);
    expect(filings[0]!.url).toBe('https://a.example/1');
  });

  it('keeps where each figure stands: the field’s column and line, its header and its characters', async () => {
    const { filings } = await readFigureList('单位,年度,new_total,"行政许可 "\n叶县财政局,2024, 3件 ,\n', 'csv-wide');
    const { text, cells, gaps } = filings[0]!.report;
    expect(text).toBe('A2 单位\t叶县财政局\nB2 年度\t2024\nC2 new_total\t3件\nD2 行政许可\t\n');
    expect(cells.map(({ span }) => text.slice(span!.start, span!.end))).toEqual(['3件']);
    expect(gaps.map(({ span }) => text.slice(0, span!.start).split('\n').at(-1))).toEqual(['D2 行政许可\t']);
    const long = await readFigureList(
      'body,year,measure,value,unit\n叶县财政局,2024,admin_fees_wan,251000,元\n',
      'csv-long',
    );
    expect(long.filings[0]!.report.text).toBe('D2 admin_fees_wan\t251000 元\n');
    const line = '{"body":"叶县财政局","year":2024,"measures":{"new_total":3}}';
    expect((await readFigureList(line, 'jsonl')).filings[0]!.report.text).toBe('1 new_total\t3\n');
  });

  it('takes an amount in the unit of its header, and none where the header names none', async () => {
    const text = '单位,年度,行政事业性收费（元）,政府集中采购 采购总金额\n叶县财政局,2024,251000,3\n';
    const { filings, problems } = await readFigureList(text, 'csv-wide');
    expect(filings[0]!.report.cells).toMatchObject([{ id: 'admin_fees_wan', value: 25.1, raw: '251000' }]);
    expect(problems.map(({ trouble }) => trouble)).toEqual([
      { what: 'unknown-cell', name: '政府集中采购 采购总金额', nearest: 'procurement_amount_yuan' },
    ]);
  });

  it('leaves a line of sums out, takes dates as people write them, and keeps a credit code with its check', async () => {
    const header = '单位,年度,公布日期,统一社会信用代码,new_total';
    const rows = ['叶县财政局,2024,2025/1/9,11330100002489559X,3', '合计,2024,,,3', '叶县教育局,2024,9.1.2025,,4'];
    const { filings, problems } = await readFigureList([header, ...rows].join('\n'), 'csv-wide');
    expect(filings.map(({ body, report }) => [body, report.published])).toEqual([
      ['叶县财政局', '2025-01-09'],
      ['叶县教育局', null],
    ]);
    expect(filings[0]!.report.evidence).toMatchObject([{ kind: 'index-number' }]);
    expect(problems.map(({ line, trouble }) => [line, trouble.what])).toEqual([
      [3, 'sum-line'],
      [4, 'date'],
    ]);
  });

  it('names each column it does not know once, and each line that is too short', async () => {
    const { filings, problems } = await readFigureList(
      'body,year,new_totals\n叶县财政局,2024,3\n叶县教育局\n',
      'csv-wide',
    );
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [1, 'new_totals'],
      [2, undefined],
      [3, undefined],
    ]);
    expect(filings).toEqual([]);
  });
});

describe('readFigures', () => {
  it('gives the same whatever pieces the text comes in', async () => {
    const text = long(row('new_total', '"3"'), row('"(a ""b"", c)"', '2')).replaceAll('\n', '\r\n');
    const whole = await readFigureList(text, 'csv-long');
    const items = [];
    for await (const item of readFigures([...text], 'csv-long')) items.push(item);
    expect(items).toEqual(whole.filings);
    expect(whole.filings[0]!.report.claims).toMatchObject([{ sentence: '(a "b", c): 2 件, prose' }]);
  });

  it('gives a JSON or wide report before the next line has come', async () => {
    let taken = 0;
    function* lines() {
      for (const year of [2023, 2024]) {
        taken += 1;
        yield `${JSON.stringify({ body: '叶县财政局', year, measures: { new_total: 1 } })}\n`;
      }
    }
    const first = await readFigures(lines(), 'jsonl').next();
    expect(first.value).toMatchObject({ kind: 'report', year: 2023 });
    expect(taken).toBe(1);
  });

  it('says where a quotation mark was left open', async () => {
    const { problems } = await readFigureList(long(row('new_total', '3'), '"叶县财政局,x'), 'csv-long');
    expect(problems.map(({ line }) => line)).toEqual([3]);
    expect(problems[0]!.message).toContain('quotation mark');
  });
});
