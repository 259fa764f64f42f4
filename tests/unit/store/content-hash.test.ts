import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ContentHash } from '../../../src/store/content-hash.ts';

const hash = (...texts: (string | null)[]) =>
  texts.reduce((content, text) => content.add(text), new ContentHash()).hex();

describe('the content hash', () => {
  it('is the same on every machine', () => {
    expect(hash('叶县', null, '3592')).toMatch(/^[0-9a-f]{16}$/);
    expect(hash('叶县', null, '3592')).toBe(hash('叶县', null, '3592'));
  });

  it('tells apart where one text ends and the next begins, and nothing from an empty text', () => {
    expect(new Set([hash('ab', 'c'), hash('a', 'bc'), hash('abc'), hash('abc', ''), hash('abc', null)]).size).toBe(5);
  });

  it('differs whenever one character differs', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), (text, at) => {
        const index = at % text.length;
        const other = `${text.slice(0, index)}${String.fromCharCode(text.charCodeAt(index) ^ 1)}${text.slice(index + 1)}`;
        expect(hash(other)).not.toBe(hash(text));
      }),
    );
  });

  it('has no collision among many similar texts', () => {
    const hashes = new Set(Array.from({ length: 50_000 }, (_, number) => hash(`0,0,0,${number},0,0`)));
    expect(hashes.size).toBe(50_000);
  });
});
