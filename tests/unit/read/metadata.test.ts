import { describe, expect, it } from 'vitest';
import { DocumentLines } from '../../../src/read/document-lines.ts';
import { isCreditCode, readMetadata } from '../../../src/read/metadata.ts';

const metadataOf = (...lines: string[]) => {
  const text = lines.join('\n');
  let start = 0;
  const spans = lines.map((line) => {
    const span = { start, end: start + line.length };
    start = span.end + 1;
    return span;
  });
  return readMetadata(new DocumentLines(text), spans);
};

describe('the metadata beside a report', () => {
  it('gives the publisher and the date it went up, not the date it was written', () => {
    const { body, published } = metadataOf(
      '索引号\t014416330/2025-00012',
      '发布机构\t青溪县水务局',
      '成文日期\t2025-01-10\t发布日期\t2025-01-16',
    );
    expect([body, published]).toEqual(['青溪县水务局', '2025-01-16']);
  });

  it('reads fields with colons, and dates with 年 and 月', () => {
    const { body, published } = metadataOf('信息来源：桐河区发展和改革局　　发布时间：2024年1月6日');
    expect([body, published]).toEqual(['桐河区发展和改革局', '2024-01-06']);
  });

  it('takes no site for a body', () => {
    expect(metadataOf('来源：本站原创').body).toBeNull();
  });

  it('says whether the credit code in an index number has its check digit right', () => {
    const [right] = metadataOf('索引号：12620600MB0523338C/202501-00003').evidence;
    const [wrong] = metadataOf('索引号：12620600MB0523339C/202501-00003').evidence;
    expect(right!.detail).toContain('check digit right');
    expect(wrong!.detail).toContain('check digit wrong');
  });

  it.each(['12620600MB0523338C', '11370000MB284651XL', '113325000026455663'])('knows %s for a credit code', (code) => {
    expect(isCreditCode(code)).toBe(true);
    expect(isCreditCode(code.replace('1', '2'))).toBe(false);
  });
});
