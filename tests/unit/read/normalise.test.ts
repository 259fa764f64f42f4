import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldLabel, normaliseText } from '../../../src/read/normalise.ts';

const writing = fc.array(
  fc.constantFrom(
    '收',
    '到',
    '12',
    '３',
    '件',
    ' ',
    '\n',
    '　',
    '\u00a0',
    '\u200b',
    '，',
    '(',
    '（',
    'jù',
    '）',
    '據',
    'A',
    '㈠',
    '①',
    '。',
    '\t',
  ),
  { maxLength: 30 },
);

describe('normal text', () => {
  it.each([
    ['本 局 收 到 １２ 件', '本局收到12件'],
    ['根據(jù)條例，政府信息公開', '根据条例，政府信息公开'],
    ['申\u200b请\ufeff', '申请'],
    ['收到\n申请 3\r\n件', '收到申请3件'],
    ['第（一）项：', '第(一)项:'],
    ['a  b', 'a b'],
    ['12 34', '12 34'],
    ['规章\t0\t0', '规章\t0\t0'],
  ])('of %j is %j', (published, normal) => {
    expect(normaliseText(published).text).toBe(normal);
  });

  it('leads each character back to one that says the same, in order', () => {
    fc.assert(
      fc.property(writing, (parts) => {
        const published = parts.join('');
        const { text, at } = normaliseText(published);
        let before = -1;
        for (let index = 0; index < text.length; index += 1) {
          const place = at(index);
          expect(place).toBeGreaterThanOrEqual(before);
          expect(place).toBeLessThan(published.length);
          const said = normaliseText(published[place]!).text;
          expect(said === '' ? ' ' : said).toContain(text[index]);
          before = place;
        }
        expect(at(text.length)).toBe(published.length);
      }),
    );
  });

  it('is normal already when it is read again', () => {
    fc.assert(
      fc.property(writing, (parts) => {
        const once = normaliseText(parts.join('').replaceAll('jù', '')).text;
        expect(normaliseText(once).text).toBe(once);
      }),
    );
  });

  it('of a stretch counts places in the whole document', () => {
    const { text, at } = normaliseText('前文 收 到 3 件 后文', 3, 10);
    expect(text).toBe('收到3件');
    expect(at(2)).toBe(7);
  });

  it('of a page of 70,000 characters takes a few milliseconds', () => {
    const page = '2024 年，本机关收到申请（１２）件。\n'.repeat(3200);
    normaliseText(page);
    const start = performance.now();
    normaliseText(page);
    expect(performance.now() - start).toBeLessThan(60);
  });
});

describe('a folded label', () => {
  it.each([
    ['（一）予以公开', '一予以公开'],
    ['第二十条  第(一)项', '第二十条第一项'],
    ['3.危及“三安全一稳定”', '3危及三安全一稳定'],
    ['行政訴訟（sù）', '行政诉讼'],
    ['科 研\n机构', '科研机构'],
    ['１．属于国家秘密', '1属于国家秘密'],
  ])('of %j is %j', (label, folded) => {
    expect(foldLabel(label)).toBe(folded);
  });

  it('does not depend on spaces, quotes or brackets', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('规', '章', '1', ' ', '“', '”', '（', '）', '、', '\u3000', '.')),
        (parts) => {
          expect(foldLabel(parts.join(''))).toBe(parts.filter((part) => /[规章1]/.test(part)).join(''));
        },
      ),
    );
  });
});
