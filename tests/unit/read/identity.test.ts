import { describe, expect, it } from 'vitest';
import { bodyDisagreement, yearDisagreement } from '../../../src/read/disagreements.ts';
import { DocumentLines } from '../../../src/read/document-lines.ts';
import { readProse } from '../../../src/read/prose.ts';
import { readScope } from '../../../src/read/scope.ts';
import { parseBodyName, readTitle } from '../../../src/read/titles.ts';

const titleOf = (line: string) => {
  const title = readTitle(new DocumentLines(line), { start: 0, end: line.length });
  return title && [title.body, title.year];
};

describe('a title', () => {
  it.each([
    ['青溪县水务局2024年政府信息公开工作年度报告', '青溪县水务局', 2024],
    ['青溪县水务局 2024 年 度 政 府 信 息 公 开 工 作 年 度 报 告', '青溪县水务局', 2024],
    ['青溪县水务局2024年度政府信息公开工作年度报告', '青溪县水务局', 2024],
    ['青溪县水务局关于2024年政府信息公开工作年度报告', '青溪县水务局', 2024],
    ['青溪县水务局关于2024年度政府信息公开工作情况的报告', '青溪县水务局', 2024],
    ['2024年青溪县水务局政府信息公开工作年度报告', '青溪县水务局', 2024],
    ['青溪县水务局2024年信息公开年度报告', '青溪县水务局', 2024],
    ['青溪县水务局2024年政府信息公开年报', '青溪县水务局', 2024],
    ['青溪县白石镇人民政府2024年政府信息公开工作告年度报', '青溪县白石镇人民政府', 2024],
    ['青溪县水务局政府信息公开工作年度报告（2024年度）', '青溪县水务局', 2024],
    ['青溪县水务局二〇二四年政府信息公开工作年度报告', '青溪县水务局', 2024],
    ['青溪县水务局二○二四年政府信息公开工作年度报告', '青溪县水务局', 2024],
    ['# 青溪县水务局２０２４年政府信息公开工作年度报告', '青溪县水务局', 2024],
    ['青溪縣水務局2024年政府信息公開工作年度報(bào)告', '青溪县水务局', 2024],
    ['青溪县水务局2024年政府信息公开工作年度报告-青溪县人民政府', '青溪县水务局', 2024],
    ['关于印发《青溪县水务局2024年政府信息公开工作年度报告》的通知', '青溪县水务局', 2024],
    ['2024年政府信息公开工作年度报告', null, 2024],
    ['政府信息公开工作年度报告', null, null],
    ['青溪县水务局政府信息公开工作年度报告', '青溪县水务局', null],
    ['青溪县水务局20241年政府信息公开工作年度报告', null, null],
  ])('%s names %s and %s', (line, body, year) => {
    expect(titleOf(line)).toEqual([body, year]);
  });

  it.each([
    '首页 > 政务公开 > 政府信息公开工作年度报告',
    '上一篇：青溪县水务局2023年政府信息公开工作年度报告',
    '【文字解读】青溪县水务局2024年政府信息公开工作年度报告',
    '一图读懂青溪县水务局2024年政府信息公开工作年度报告',
    '关于做好2024年政府信息公开工作年度报告编制发布工作的通知',
    '本局按要求编制2024年政府信息公开工作年度报告。',
    '青溪县水务局2024年工作总结',
    '',
  ])('is not read from %j', (line) => {
    expect(titleOf(line)).toBeNull();
  });

  it('keeps a misspelt name as it is published', () => {
    expect(titleOf('清溪县水务局2024年政府信息公开工作年度报告')).toEqual(['清溪县水务局', 2024]);
  });

  it('takes no sentence and no site for a name', () => {
    expect([parseBodyName('本局'), parseBodyName('年度'), parseBodyName('青溪县人民政府门户网站')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

const identityOf = (...lines: string[]) => {
  const text = lines.join('\n');
  let start = 0;
  const spans = lines.map((line) => {
    const span = { start, end: start + line.length };
    start = span.end + 1;
    return span;
  });
  const { body, year, published, scope, evidence, said } = readProse(new DocumentLines(text), spans);
  return { body, year, published, scope, evidence, said };
};

const OVERVIEW = ['一、总体情况', '公开内容及时更新。'];

describe('who says what', () => {
  const told = (...lines: string[]) => {
    const { years, bodies } = identityOf(...lines).said;
    return [...yearDisagreement(years), ...bodyDisagreement(bodies)].map(({ kind, detail }) => `${kind}: ${detail}`);
  };

  it('is noted where title, period and prose name different years', () => {
    const title = '青溪县水务局2024年政府信息公开工作年度报告';
    expect(told(title, '本报告数据统计期限自2023年1月1日起至2023年12月31日止。', ...OVERVIEW)).toEqual([
      expect.stringMatching(/^year-disagrees: title 2024, period 2023/) as string,
    ]);
    expect(told(title, ...OVERVIEW, '2022年，我局共收到申请3件。')).toEqual(['year-disagrees: title 2024, prose 2022']);
    expect(told(title, ...OVERVIEW, '2024年，我局共收到申请3件。')).toEqual([]);
  });

  it('is noted where title, publisher and signature give different names, and not for a short form', () => {
    const title = '青溪县住房和城乡建设局2024年政府信息公开工作年度报告';
    const signed = (name: string) => [...OVERVIEW, '六、其他需要报告的事项', '无。', name, '2025年1月16日'];
    expect(told('发布机构\t青溪县人民政府办公室', title, ...signed('青溪县住房和城乡建设局'))).toEqual([
      'body-disagrees: title 青溪县住房和城乡建设局, signature 青溪县住房和城乡建设局, publisher 青溪县人民政府办公室',
    ]);
    expect(told(title, ...signed('青溪县住建局'))).toEqual([]);
  });
});

describe('body and year', () => {
  it('come from the title, not from links to other reports around it', () => {
    const { body, year } = identityOf(
      '青溪县水务局2024年政府信息公开工作年度报告',
      '青溪县水务局2022年政府信息公开工作年度报告',
      '青溪县财政局2023年政府信息公开工作年度报告',
      '索引号\tQX0-1\t发布日期\t2025-01-16',
      '青溪县水务局2024年政府信息公开工作年度报告',
      ...OVERVIEW,
    );
    expect([body, year]).toEqual(['青溪县水务局', 2024]);
  });

  it('come from the page’s title where links alone stand above the article', () => {
    const { body, year } = identityOf(
      '青溪县水务局2024年政府信息公开工作年度报告',
      '年度报告列表',
      '2021年政府信息公开工作年度报告',
      '2022年政府信息公开工作年度报告',
      '浏览次数：12',
      ...OVERVIEW,
    );
    expect([body, year]).toEqual(['青溪县水务局', 2024]);
  });

  it('come from a title over two or three lines', () => {
    expect(identityOf('青溪县水务局', '2024年政府信息公开工作年度报告', ...OVERVIEW)).toMatchObject({
      body: '青溪县水务局',
      year: 2024,
    });
    expect(identityOf('青溪县水务局2024年', '政府信息公开工作年度报告', ...OVERVIEW)).toMatchObject({
      body: '青溪县水务局',
      year: 2024,
    });
    expect(identityOf('青溪县水务局', '政府信息公开工作年度报告', '（2024年度）', ...OVERVIEW)).toMatchObject({
      body: '青溪县水务局',
      year: 2024,
    });
  });

  it('leave a name open that a line beside the title and the publisher give differently', () => {
    const { body, year } = identityOf(
      '发布机构：青溪县水务局',
      '青溪县人民政府',
      '2024年政府信息公开工作年度报告',
      ...OVERVIEW,
    );
    expect([body, year]).toEqual([null, 2024]);
  });

  it('are open where the page’s repeated title and the article’s own disagree, unless the period settles it', () => {
    const page = '青溪县水务局2024年政府信息公开工作年度报告';
    const article = '青溪县水务局2023年政府信息公开工作年度报告';
    const { year, evidence } = identityOf(page, '首页 > 年报', `标题：${page}`, '浏览：3', article, ...OVERVIEW);
    expect(year).toBeNull();
    expect(evidence.filter(({ kind }) => kind === 'title')).toHaveLength(2);
    const settled = identityOf(
      page,
      '首页 > 年报',
      page,
      '浏览：3',
      article,
      '一、总体情况',
      '统计期限自2024年1月1日至12月31日。',
    );
    expect(settled.year).toBe(2024);
  });

  it('come from period, publisher and signature where there is no title', () => {
    const { body, year } = identityOf(
      '发布机构\t青溪县水务局',
      '一、总体情况',
      '本报告数据统计期限自2024年1月1日起至2024年12月31日止。',
      '六、其他需要报告的事项',
      '无。',
      '青溪县水务局',
      '2025年1月16日',
    );
    expect([body, year]).toEqual(['青溪县水务局', 2024]);
  });

  it('leave the name open where publisher and signature disagree', () => {
    const { body } = identityOf(
      '发布机构\t青溪县水务局',
      ...OVERVIEW,
      '六、其他需要报告的事项',
      '无。',
      '青溪县财政局',
      '2025年1月16日',
    );
    expect(body).toBeNull();
  });

  it.each([
    ['自20251月1日至202512月31日', 2025],
    ['自202011日至20201231日', 2020],
    ['2024年1月1日—12月31日', 2024],
    ['统计期限为2024年度', 2024],
    ['自2023年1月1日至2024年12月31日', null],
    ['2024年1月15日至2月20日', null],
  ])('read %s as the year %s', (period, year) => {
    expect(identityOf('一、总体情况', `本报告所列数据${period}。`).year).toBe(year);
  });

  it('are never taken from the date of signing or publishing', () => {
    const { year, published } = identityOf(
      '发布日期：2025-01-16',
      ...OVERVIEW,
      '六、其他需要报告的事项',
      '无。',
      '2025年1月16日',
    );
    expect([year, published]).toEqual([null, '2025-01-16']);
  });

  it('leave the date of publication open where the page gives two', () => {
    expect(identityOf('发布日期：2025-01-16', '发布日期：2025-02-16', ...OVERVIEW).published).toBeNull();
    expect(identityOf('发布日期：2025-13-16', ...OVERVIEW).published).toBeNull();
  });

  it('have a signature with its date as evidence', () => {
    const { evidence } = identityOf(...OVERVIEW, '六、其他需要报告的事项', '无。', '青溪县水务局', '2025 年 1 月 6 日');
    expect(evidence.filter(({ kind }) => kind === 'signature').map(({ detail }) => detail)).toEqual([
      '青溪县水务局',
      '2025-01-06',
    ]);
  });
});

describe('the scope', () => {
  it.each([
    ['本报告数据汇总全县各部门、各乡镇。', 'area'],
    ['根据全市各部门报送的年度报告汇总编制。', 'area'],
    ['报告中所列数据涵盖各县区。', 'area'],
    ['全县各级行政机关共收到政府信息公开申请90件。', 'area'],
    ['2024年，我局认真落实条例。', 'own'],
    ['本机关及时更新内容。', 'own'],
    ['统计数据为市本级。', 'own'],
    ['公开内容涵盖教育、医疗、就业。', null],
    ['综合协调各部门推进公开。', null],
    ['全县公开工作有序推进。', null],
  ])('of %s is %s', (opening, scope) => {
    expect(readScope(opening)).toBe(scope);
  });
});
