import { describe, expect, it } from 'vitest';
import { SECTIONS } from '../../../src/form/sections.ts';
import { sectionHeading } from '../../../src/read/sections.ts';

describe('a section’s heading', () => {
  it.each(SECTIONS.map(({ number, zh }) => [zh, number] as const))(
    '%s is told with any numbering or none',
    (zh, number) => {
      const numerals = '一二三四五六';
      for (const line of [
        zh,
        `${numerals[number - 1]}、${zh}`,
        `## 二、${zh}`,
        `  五．${zh}：`,
        `**三、${zh}**`,
        `第一部分 ${zh}`,
        `${number}. ${zh}`,
        `一、${zh}、`,
      ]) {
        expect(sectionHeading(line)?.number).toBe(number);
      }
    },
  );

  it.each([
    ['四、政府信息公开申请情况', 3],
    ['三、依申请公开政府信息情况', 3],
    ['二、主动公开情况', 2],
    ['五、存在问题及整改措施', 5],
    ['五、存在的主要问题和下一步改进措施', 5],
    ['六、其它需报告事项', 6],
    ['四、行政复议和行政诉讼情况', 4],
    ['二、主動公開政府信息情況', 2],
    ['四、政府信息公開行政復(fù)議、行政訴訟情況', 4],
    ['一 、 总 体 情 况', 1],
  ])('%s is section %s', (line, number) => {
    expect(sectionHeading(line)?.number).toBe(number);
  });

  it.each([
    '本局在主动公开政府信息情况、收到和处理政府信息公开申请情况等方面按照要求开展工作。',
    '（二）依申请公开情况',
    '一是主动公开情况良好；',
    '一、总体情况………………1',
    '二、主动公开政府信息情况 2',
    '## 表二：主动公开政府信息情况',
    '（一）存在的主要问题',
    '2.其他',
    '三、本年度办理结果',
    '一、本年新收政府信息公开申请数量',
    '四、结转下年度继续办理',
    '二、主动公开政府信息情况\t3',
    '',
  ])('is not read from %j', (line) => {
    expect(sectionHeading(line)).toBeNull();
  });

  it('says that it is numbered in brackets', () => {
    expect(sectionHeading('（二）主动公开政府信息情况')).toEqual({ number: 2, isInner: true });
    expect(sectionHeading('二、主动公开政府信息情况')).toEqual({ number: 2, isInner: false });
  });
});
