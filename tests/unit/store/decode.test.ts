import { describe, expect, it } from 'vitest';
import {
  decodeBoolean,
  decodeChoice,
  decodeNullableChoice,
  decodeNullableNumber,
  decodeNullableText,
  decodeNumber,
  decodeText,
} from '../../../src/store/decode.ts';

describe('decoding', () => {
  it('turns exact big integers into numbers', () => {
    expect(decodeNumber({ n: 11_398_889n }, 'n')).toBe(11_398_889);
    expect(decodeNullableNumber({ n: 3.5 }, 'n')).toBe(3.5);
  });

  it('keeps NULL as null where a column may be NULL, and refuses it elsewhere', () => {
    expect(decodeNullableNumber({ n: null }, 'n')).toBeNull();
    expect(decodeNullableText({ t: null }, 't')).toBeNull();
    expect(decodeNullableChoice({ t: null }, 't', ['a'])).toBeNull();
    expect(() => decodeNumber({ n: null }, 'n')).toThrow('column n should hold a number: object null');
    expect(() => decodeText({ t: null }, 't')).toThrow('column t should hold text');
    expect(() => decodeChoice({ t: null }, 't', ['a'])).toThrow('column t should hold one of a');
    expect(() => decodeBoolean({ b: null }, 'b')).toThrow('column b should hold true or false');
  });

  it('refuses an integer that a number cannot hold exactly', () => {
    expect(() => decodeNumber({ n: 2n ** 53n }, 'n')).toThrow('an exact integer: bigint 9007199254740992');
  });

  it.each([Number.NaN, Infinity, '3', true, undefined])('refuses %s as a number', (value) => {
    expect(() => decodeNumber({ n: value }, 'n')).toThrow('column n should hold a finite number');
  });

  it('names the columns there are when one is missing', () => {
    expect(() => decodeText({ name: 'x', year: 1 }, 'body')).toThrow('no such column among name, year');
  });

  it('refuses a word outside the set', () => {
    expect(decodeChoice({ edition: '2019' }, 'edition', ['2019', '2021'])).toBe('2019');
    expect(() => decodeChoice({ edition: '2007' }, 'edition', ['2019', '2021'])).toThrow(
      'one of 2019, 2021: string 2007',
    );
  });
});
