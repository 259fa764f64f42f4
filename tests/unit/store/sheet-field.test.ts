import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCsv } from '../../../src/store/sheet-field.ts';

const read = (csv: string): string[][] => parse(csv, { bom: true, relax_column_count: true });

test('a row without a figure has an empty field, which a zero has not', () => {
  expect(
    toCsv([
      ['body', 'requests'],
      ['叶县', 0],
      ['郏县', null],
    ]),
  ).toBe('\uFEFFbody,requests\r\n叶县,0\r\n郏县,\r\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '＋1', '－1', '＠a'])(
  'text that a spreadsheet would run is kept as text: %j',
  (text) => {
    expect(read(toCsv([['a', text]]))).toEqual([['a', `'${text}`]]);
  },
);

test('a negative number stays a number', () => {
  expect(toCsv([[-1.5]])).toBe('\uFEFF-1.5\r\n');
});

test('any text reads back, apart from the apostrophe before a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 4 }), (texts) => {
      const [fields] = read(toCsv([['first', ...texts]]));
      expect(fields!.slice(1).map((field, index) => (field === `'${texts[index]!}` ? texts[index] : field))).toEqual(
        texts,
      );
    }),
  );
});
