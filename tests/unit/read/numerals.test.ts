import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatChineseNumeral, numeralsIn, parseChineseNumeral, parseNumeral } from '../../../src/read/numerals.ts';

describe('a numeral', () => {
  it('reads back from Chinese as it was written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(2000), fc.nat(999_999_999_999)), (value) => {
        expect(parseChineseNumeral(formatChineseNumeral(value))).toBe(value);
      }),
    );
  });

  it('reads back with and without thousands separators', () => {
    fc.assert(
      fc.property(fc.nat(), (value) => {
        expect([parseNumeral(String(value)), parseNumeral(value.toLocaleString('en-US'))]).toEqual([value, value]);
      }),
    );
  });

  it.each([
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['二十三', 23],
    ['一百零五', 105],
    ['一百一十', 110],
    ['两千零三', 2003],
    ['两万', 20_000],
    ['十万', 100_000],
    ['一亿零三百', 100_000_300],
    ['〇', 0],
    ['二〇二四', 2024],
    ['1.5万', 15_000],
    ['3百万', 3_000_000],
    ['24.5', 24.5],
    ['三五', null],
    ['一百五', null],
    ['万', null],
    ['十百', null],
    ['1,23', null],
    ['件', null],
    ['', null],
  ])('%s is %s', (text, value) => {
    expect(parseNumeral(text)).toBe(value);
  });

  it.each([
    ['收到12件', [12]],
    ['收到1,295件', [1295]],
    ['约30件', []],
    ['30余件', []],
    ['300余条', []],
    ['3万余户', []],
    ['三十多件', []],
    ['100件以上', []],
    ['20件左右', []],
    ['10—15个', []],
    ['数十件', []],
    ['收到2 5件', []],
    ['二十一宗', [21]],
    ['1.5万人', [15_000]],
  ])('of %s is exactly %j', (text, values) => {
    expect(
      numeralsIn(text)
        .filter(({ approximate }) => !approximate)
        .map(({ value }) => value),
    ).toEqual(values);
  });
});
