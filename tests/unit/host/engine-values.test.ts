import { expect, test } from 'vitest';
import { type ArrowType, plainValue } from '../../../src/host/engine-values.ts';

const DECIMAL = 7;
const INTEGER = 2;
const decimal = (scale: number): ArrowType => ({ typeId: DECIMAL, scale });
const words = (value: bigint) =>
  Uint32Array.from([0n, 32n, 64n, 96n], (shift) => Number((value >> shift) & 0xffff_ffffn));

test.each([
  ['an exact bigint is a number', 42n, { typeId: INTEGER }, 42],
  ['a bigint beyond 2^53 keeps its digits', 9_007_199_254_740_993n, { typeId: INTEGER }, '9007199254740993'],
  ['a huge sum is a number where it is exact', words(998_919_036n), decimal(0), 998_919_036],
  ['a huge sum beyond 2^53 keeps its digits', words(2n ** 100n), decimal(0), (2n ** 100n).toString()],
  ['a decimal is scaled', words(-150n), decimal(2), -1.5],
  ['a decimal below one keeps its leading zero', words(5n), decimal(2), 0.05],
  ['NaN is said, not passed on as a number', Number.NaN, { typeId: 3 }, 'NaN'],
  ['a day is its date', Date.UTC(2025, 0, 2), { typeId: 8 }, '2025-01-02'],
  ['a moment is its date and time', Date.UTC(2025, 0, 2, 3, 4, 5), { typeId: 10 }, '2025-01-02 03:04:05'],
  [
    'a list is text',
    [1n, null, 2n],
    { typeId: 12, children: [{ name: 'l', type: { typeId: INTEGER } }] },
    '[1, NULL, 2]',
  ],
  ['NULL stays null', null, decimal(2), null],
  ['an ENUM whose words did not come is not NULL', null, { typeId: -1, dictionary: { typeId: 5 } }, 'ENUM'],
])('%s', (_, value, type, expected) => {
  expect(plainValue(value, type as ArrowType)).toBe(expected);
});
