import { describe, expect, it } from 'vitest';
import { DocumentLines } from '../../../src/read/document-lines.ts';
import { readProse, type Prose } from '../../../src/read/prose.ts';

/** Reads lines as a page or a file gives them. */
function proseOf(...lines: string[]): Prose & { readonly text: string } {
  const text = lines.join('\n');
  let start = 0;
  const spans = lines.map((line) => {
    const span = { start, end: start + line.length };
    start = span.end + 1;
    return span;
  });
  return { ...readProse(new DocumentLines(text), spans), text };
}

const sectionsOf = ({ passages }: Prose): number[] => passages.map(({ section }) => section);
const SECTIONS = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];

describe('the passages of a report', () => {
  it('are its sections with what stands under each heading', () => {
    const { passages, text } = proseOf(
      '青溪县水务局2024年政府信息公开工作年度报告',
      ...SECTIONS.flatMap((heading) => [heading, '无。']),
    );
    expect(passages.map(({ section, text: said }) => [section, said])).toEqual([
      [0, '青溪县水务局2024年政府信息公开工作年度报告'],
      ...[1, 2, 3, 4, 5, 6].map((section) => [section, '无。']),
    ]);
    expect(passages.map(({ span }) => text.slice(span.start, span.end)).slice(1)).toEqual(
      SECTIONS.map((heading) => `${heading}\n无。`),
    );
  });

  it('leave out a table of contents, whatever stands behind it', () => {
    const prose = proseOf(
      '目录',
      ...SECTIONS,
      '青溪县水务局2024年政府信息公开工作年度报告',
      ...SECTIONS.flatMap((heading) => [heading, '无。']),
    );
    expect(sectionsOf(prose)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect([prose.body, prose.year]).toEqual(['青溪县水务局', 2024]);
    expect(prose.evidence.filter(({ kind }) => kind === 'section-repeated')).toEqual([]);
  });

  it('keep sections whose tables were taken out, though their headings follow one another', () => {
    expect(sectionsOf(proseOf('青溪县水务局2024年政府信息公开工作年度报告', ...SECTIONS))).toEqual([
      0, 1, 2, 3, 4, 5, 6,
    ]);
  });

  it('keep paragraphs of the overview together that are numbered in brackets and bear a section’s name', () => {
    const prose = proseOf(
      '一、总体情况',
      '（一）主动公开政府信息情况',
      '更新及时。',
      '（二）依申请公开政府信息情况',
      '收到申请3件。',
      '二、主动公开政府信息情况',
      '见表。',
    );
    expect(sectionsOf(prose)).toEqual([1, 2]);
    expect(prose.claims.map(({ topic, value, section }) => [topic, value, section])).toEqual([
      ['new_or_received', 3, 1],
    ]);
  });

  it('take bracketed headings where the report has no others', () => {
    expect(sectionsOf(proseOf('（一）总体情况', '无。', '（五）存在的主要问题及改进情况', '无。'))).toEqual([1, 5]);
  });

  it('end where the site’s frame begins', () => {
    const { passages } = proseOf(
      '六、其他需要报告的事项',
      '无。',
      '上一篇：青溪县财政局2024年政府信息公开工作年度报告',
      '版权所有：青溪县人民政府办公室',
    );
    expect(passages.at(-1)!.text).toBe('无。');
  });

  it('are evidence with the sections that are missing and repeated', () => {
    const { evidence } = proseOf(
      '一、总体情况',
      '好。',
      '三、收到和处理政府信息公开申请情况',
      '好。',
      '三、收到和处理政府信息公开申请情况',
      '好。',
    );
    const details = (kind: string) => evidence.filter((found) => found.kind === kind).map(({ detail }) => detail);
    expect(details('section')).toEqual([
      '1 一、总体情况',
      '3 三、收到和处理政府信息公开申请情况',
      '3 三、收到和处理政府信息公开申请情况',
    ]);
    expect(details('section-missing')).toEqual(['2', '4', '5', '6']);
    expect(details('section-repeated')).toEqual(['3']);
  });
});

describe('the claims of a report', () => {
  it('state the year of the title on its own characters', () => {
    const { claims, text } = proseOf(
      '青溪县水务局 2024 年政府信息公开工作年度报告',
      '一、总体情况',
      '2023年，我局收到申请3件，均已答复。',
    );
    expect(
      claims.map(({ topic, value, section, span }) => [topic, value, section, text.slice(span!.start, span!.end)]),
    ).toEqual([
      ['year', 2024, null, '2024'],
      ['year', 2023, 1, '2023'],
      ['new_or_received', 3, 1, '3'],
    ]);
  });

  it('stand in the sentence as published, over the line breaks and page numbers of a file', () => {
    const { claims } = proseOf(
      '一、总体情况',
      '（二）全年共收到公民、法人和其他组织提出的政府信息公开申',
      '— 2 —',
      '请 12 件，均在法定期限之内依法办理，全年共答复办结 11',
      '件，结转下年度继续办理 1 件。',
    );
    expect(claims.map(({ topic, value }) => [topic, value])).toEqual([
      ['new_or_received', 12],
      ['handled', 11],
      ['carried_out', 1],
    ]);
  });

  it('are not joined from a heading and the paragraph below it', () => {
    const { claims } = proseOf('一、总体情况', '（一）依申请公开', '共收到3件。', '（二）建议提案', '共收到5件。');
    expect(claims.map(({ topic, value }) => [topic, value])).toEqual([['new_or_received', 3]]);
  });
});
