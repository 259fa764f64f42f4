import { describe, expect, it } from 'vitest';
import { addressDisagreement, readFileName, yearOfAddress } from '../../../src/read/file-name.ts';
import { readReport } from '../../../src/read/reader.ts';
import { publish, USUAL } from '../../fixtures/publish/publisher.ts';

const says = (path: string) => {
  const { body, year } = readFileName(path);
  return [body?.value ?? null, year?.value ?? null];
};

describe('the name of a file', () => {
  it.each([
    ['年报/青溪县水务局2023年政府信息公开工作年度报告.html', '青溪县水务局', 2023],
    ['2023年度 青溪县水务局.txt', '青溪县水务局', 2023],
    ['C:\\reports\\report-2022.html', null, 2022],
    ['2025-01-16.html', null, null],
    ['t20250116_3321.html', null, null],
    ['page.html', null, null],
  ])('%s says body %s and year %s', (path, body, year) => {
    expect(says(path)).toEqual([body, year]);
  });
});

describe('the address of a page', () => {
  it('tells of a year that is neither the report’s nor the year after', () => {
    const told = (address: string) => yearOfAddress(address, 2024)?.value ?? null;
    expect(told('https://2019.example.gov.cn/gk/2019/t1.html')).toBe(2019);
    expect(told('https://www.example.gov.cn/gk/2025/01/t1.html')).toBeNull();
    expect(told('https://www.example.gov.cn/gk/2024.html')).toBeNull();
    expect(told('https://www.example.gov.cn/gk/t20190101_1.html')).toBeNull();
  });

  it('is evidence where it names another year than the report', () => {
    const told = (address: string | null, year: number | null) =>
      addressDisagreement(address, year).map(({ kind, detail }) => `${kind}: ${detail}`);
    expect(told('https://www.example.gov.cn/gk/2019/t1.html', 2024)).toEqual([
      'year-disagrees: report 2024, address 2019',
    ]);
    expect(told('https://www.example.gov.cn/gk/2025/t1.html', 2024)).toEqual([]);
    expect([told(null, 2024), told('https://www.example.gov.cn/gk/2019/t1.html', null)]).toEqual([[], []]);
  });
});

describe('a report of 2024', () => {
  const { bytes } = publish({}, USUAL);
  const told = (name: string) =>
    readReport(bytes, name)
      .evidence.filter(({ kind }) => kind === 'file-name' || kind.endsWith('-disagrees'))
      .map(({ kind, detail }) => `${kind}: ${detail}`);

  it('keeps its own year and body whatever its file is called, and says who disagrees', () => {
    const { body, year } = readReport(bytes, '青溪县财政局2023年政府信息公开年度报告.html');
    expect([body, year]).toEqual(['青溪县水务局', 2024]);
    expect(told('青溪县财政局2023年政府信息公开年度报告.html')).toEqual([
      'file-name: 青溪县财政局 2023',
      'year-disagrees: title 2024, file name 2023',
      'body-disagrees: title 青溪县水务局, file name 青溪县财政局',
    ]);
  });

  it('finds no disagreement in a name that says the same or nothing', () => {
    expect(told('青溪县水务局2024.html')).toEqual(['file-name: 青溪县水务局 2024']);
    expect(told('page.html')).toEqual([]);
  });
});

describe('a report older than the uniform form', () => {
  const text = [
    '青溪县水务局2016年政府信息公开工作年度报告',
    '一、概述',
    '全年主动公开政府信息356条。',
    '二、主动公开政府信息情况',
    '三、依申请公开政府信息情况',
    '收到申请3件。',
    '四、因政府信息公开申请行政复议、提起行政诉讼情况',
    '五、存在的主要问题和改进措施',
  ].join('\n');

  it('is kept with its text, every figure a gap, and a note that it is older', () => {
    const report = readReport(new TextEncoder().encode(text), 'page.txt');
    expect([report.year, report.edition, report.cells]).toEqual([2016, null, []]);
    expect(report.text).toBe(text);
    expect(new Set(report.gaps.map(({ reason }) => reason))).toEqual(new Set(['table-absent']));
    expect(report.evidence).toContainEqual({
      kind: 'form-unknown',
      detail: 'the uniform form begins with report year 2019, this is 2016',
      span: null,
    });
  });
});
