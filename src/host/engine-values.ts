import type { PlainValue } from '../store/database.ts';

/** What decoding needs to know of an Arrow type; the numbers of `typeId` are fixed by the Arrow format. */
export interface ArrowType {
  readonly typeId: number;
  readonly scale?: number;
  readonly unit?: number;
  readonly children?: readonly { readonly name: string; readonly type: ArrowType }[] | null;
  readonly dictionary?: ArrowType;
}

const TYPE = {
  binary: 4,
  decimal: 7,
  date: 8,
  time: 9,
  timestamp: 10,
  interval: 11,
  list: 12,
  struct: 13,
  fixedList: 16,
  map: 17,
};
const WORD_BITS = 32n;
const MS_PER_DAY = 86_400_000;
/** Units of a second in one second, by the Arrow number of the unit: s, ms, µs, ns. */
const PER_SECOND = [1n, 1_000n, 1_000_000n, 1_000_000_000n];

/** A whole number as a number where it is exact, else as its digits. */
function plainInteger(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

function wideInteger(words: Uint32Array): bigint {
  let value = 0n;
  for (let index = words.length - 1; index >= 0; index -= 1) value = (value << WORD_BITS) | BigInt(words[index]!);
  return BigInt.asIntN(words.length * Number(WORD_BITS), value);
}

function plainDecimal(words: Uint32Array, scale: number): number | string {
  const unscaled = wideInteger(words);
  if (scale === 0) return plainInteger(unscaled);
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
  const text = `${unscaled < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return Number.isSafeInteger(Number(unscaled)) ? Number(text) : text;
}

function dateText(value: unknown): string {
  const ms = value instanceof Date ? value.getTime() : Number(value);
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? String(value) : date.toISOString().slice(0, 10);
}

function timestampText(value: unknown): string {
  const date = new Date(Number(value));
  if (Number.isNaN(date.getTime())) return String(value);
  return date
    .toISOString()
    .replace('T', ' ')
    .replace(/(\.000)?Z$/, '');
}

function timeText(value: unknown, unit: number): string {
  const perSecond = PER_SECOND[unit] ?? 1n;
  const whole = BigInt(value as bigint | number);
  const ms = Number((whole * 1_000n) / perSecond) % MS_PER_DAY;
  return new Date(ms)
    .toISOString()
    .slice(11, 23)
    .replace(/\.000$/, '');
}

function listText(value: Iterable<unknown>, type: ArrowType): string {
  const item = type.children?.[0]?.type ?? { typeId: 0 };
  return `[${[...value].map((one) => textOf(plainValue(one, item))).join(', ')}]`;
}

function structText(value: object, type: ArrowType): string {
  const read = (name: string) => (value as Record<string, unknown>)[name];
  const fields = (type.children ?? []).map(
    ({ name, type: field }) => `${name}: ${textOf(plainValue(read(name), field))}`,
  );
  return `{${fields.join(', ')}}`;
}

const textOf = (value: PlainValue): string => (value === null ? 'NULL' : String(value));

const hexText = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * A value of the engine as a table can show it: exact numbers as numbers, larger ones as digits, decimals scaled,
 * dates and lists as text, NULL as null.
 */
export function plainValue(value: unknown, type: ArrowType): PlainValue {
  // Streams come without the words of an ENUM, so that every value looks missing; it must not pass for NULL.
  if (type.dictionary) return value === null ? 'ENUM' : plainValue(value, type.dictionary);
  if (value === null || value === undefined) return null;
  if (type.typeId === TYPE.decimal) return plainDecimal(value as Uint32Array, type.scale ?? 0);
  if (type.typeId === TYPE.date) return dateText(value);
  if (type.typeId === TYPE.timestamp) return timestampText(value);
  if (type.typeId === TYPE.time) return timeText(value, type.unit ?? 0);
  if (type.typeId === TYPE.list || type.typeId === TYPE.fixedList) return listText(value as Iterable<unknown>, type);
  if (type.typeId === TYPE.struct) return structText(value, type);
  // The transport has no reader for this type; a statement can cast it itself.
  if (type.typeId === TYPE.interval) return 'INTERVAL';
  if (type.typeId === TYPE.binary) return hexText(value as Uint8Array);
  if (typeof value === 'bigint') return plainInteger(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  // What is left (maps, unions) has a text of its own in the transport's classes.
  return (value as { toString(): string }).toString();
}
