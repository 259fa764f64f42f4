import { expect, test } from 'vitest';
import { EDITIONS } from '../../../src/form/edition.ts';
import { en } from '../../../src/ui/messages/en.ts';
import { zh } from '../../../src/ui/messages/zh.ts';

/** The path of every message in a catalogue, e.g. `failures.network`. */
function paths(catalogue: object, before = ''): string[] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? paths(value as object, `${before}${key}.`) : [`${before}${key}`],
  );
}

const textsOf = (catalogue: object): string[] =>
  Object.values(catalogue).flatMap((value: unknown) => {
    if (typeof value === 'object' && value !== null) return textsOf(value);
    return typeof value === 'string' ? [value] : [];
  });

test('English says everything that Chinese says, and nothing more', () => {
  expect(paths(en)).toEqual(paths(zh));
});

test('no message is empty in either language', () => {
  expect([...textsOf(zh), ...textsOf(en)].filter((text) => text.trim() === '')).toEqual([]);
});

test('the change of form is announced for the year it happened', () => {
  expect(zh.formChange).toContain(String(EDITIONS['2021'].from));
  expect(en.formChange).toContain(String(EDITIONS['2021'].from));
});
