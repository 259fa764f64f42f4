import { expect, test } from 'vitest';
import { auditEn } from '../../../src/ui/messages/audit-en.ts';
import { auditZh } from '../../../src/ui/messages/audit-zh.ts';
import { changesEn } from '../../../src/ui/messages/changes-en.ts';
import { changesZh } from '../../../src/ui/messages/changes-zh.ts';
import { en as pagesEn } from '../../../src/ui/messages/en.ts';
import { readingEn } from '../../../src/ui/messages/reading-en.ts';
import { readingZh } from '../../../src/ui/messages/reading-zh.ts';
import { reportFormZh } from '../../../src/ui/messages/report-form-zh.ts';
import { reportFormEn } from '../../../src/ui/messages/report-form-en.ts';
import { sidesZh } from '../../../src/ui/messages/sides-zh.ts';
import { sidesEn } from '../../../src/ui/messages/sides-en.ts';
import { reviewEn } from '../../../src/ui/messages/review-en.ts';
import { reviewZh } from '../../../src/ui/messages/review-zh.ts';
import { worklistEn } from '../../../src/ui/messages/worklist-en.ts';
import { worklistZh } from '../../../src/ui/messages/worklist-zh.ts';
import { zh as pagesZh } from '../../../src/ui/messages/zh.ts';

const zh = {
  ...pagesZh,
  readingPage: readingZh,
  auditPage: auditZh,
  review: reviewZh,
  changes: changesZh,
  worklistPage: worklistZh,
  sidesPage: sidesZh,
  reportFormPage: reportFormZh,
};
const en = {
  ...pagesEn,
  readingPage: readingEn,
  auditPage: auditEn,
  review: reviewEn,
  changes: changesEn,
  worklistPage: worklistEn,
  sidesPage: sidesEn,
  reportFormPage: reportFormEn,
};

const HAN = /\p{Script=Han}/u;
/** Hints that quote a Chinese name on purpose. */
const QUOTING = ['bodyPage.searchHint'];

/** Every text of a catalogue by its path; where it needs arguments, the text for a few. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    return [[path, (value as (...given: string[]) => string)('1', '2', '3', '4', '5')]];
  }
  return Object.entries(value as object).flatMap(([key, inner]) => texts(inner, path === '' ? key : `${path}.${key}`));
}

test('both languages say the same things', () => {
  const paths = (catalogue: object) => texts(catalogue).map(([path]) => path);
  expect(paths(en).sort()).toEqual(paths(zh).sort());
});

test('no text is empty, and the English ones hold no Chinese', () => {
  const blank = [...texts(zh), ...texts(en)].filter(([path, text]) => text.length === 0 && !path.endsWith('.space'));
  expect(blank).toEqual([]);
  expect(texts(en).filter(([path, text]) => HAN.test(text) && !QUOTING.includes(path))).toEqual([]);
});
