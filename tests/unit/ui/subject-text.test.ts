import { expect, test } from 'vitest';
import { COMPARING_PAGES } from '../../../src/state/comparing-pages.ts';
import { isOfEveryone } from '../../../src/ui/composition-rows.ts';
import { definedSubject } from '../../../src/compare/subject.ts';
import { INDICATORS } from '../../../src/form/indicators.ts';
import { subjectLabel, subjectName, subjectNote, subjectTick, subjectValue } from '../../../src/ui/subject-text.ts';
import { wordingOf } from '../../../src/ui/wording.ts';

const zh = wordingOf('zh');
const en = wordingOf('en');
const FEES = { kind: 'measure', id: 'admin_fees_wan' } as const;
const LICENCES = { kind: 'measure', id: 'licensing_decisions' } as const;
const RATE = { kind: 'indicator', key: 'disclosure_rate' } as const;

test.each([
  [FEES, 3592, '3,592 万元', '3,592 万元', '3,592 万'],
  [FEES, 12_345.67, '12,345.67 万元', '1.235 亿元', '1.235 亿'],
  [LICENCES, 11_398_889, '11,398,889', '1,140 万', '1,140 万'],
  [LICENCES, 119, '119', '119', '119'],
  [RATE, 2 / 3, '66.7 %', '66.7 %', '66.67 %'],
])('%o: %d is %s in full, %s on a drawing and %s on an axis', (subject, value, full, label, tick) => {
  expect(subjectValue(value, subject, zh)).toBe(full);
  expect(subjectLabel(value, subject, zh)).toBe(label);
  expect(subjectTick(value, subject, zh)).toBe(tick);
});

test('English counts money in millions of yuan on drawings with all its digits in full', () => {
  expect(subjectLabel(12_345.67, FEES, en)).toBe('123.5 million yuan');
  expect(subjectTick(12_345.67, FEES, en)).toBe('123.5 m');
  expect(subjectTick(0, FEES, en)).toBe('0');
  expect(subjectValue(12_345.67, FEES, en)).toBe('123.4567 million yuan');
  expect(subjectValue(3.141593, FEES, en)).toBe('0.03141593 million yuan');
  expect(subjectLabel(0, FEES, en)).toBe('0 yuan');
  expect(subjectLabel(11_398_889, LICENCES, en)).toBe('11,398,889');
});

test('every rate states its formula, or what it is counted over', () => {
  for (const { key } of INDICATORS) {
    for (const wording of [zh, en]) expect(subjectNote({ kind: 'indicator', key }, wording)).not.toBe('');
  }
  expect(subjectNote(RATE, zh)).toContain('（予以公开＋部分公开） ÷ 办理总计');
  expect(subjectNote({ kind: 'indicator', key: 'refusal_rate_without_registry' }, en)).toContain(
    '(refused − registry query matter) ÷ all handled;',
  );
});

test('a definition that is not the usual one stands in the name and in the note', () => {
  const natural = definedSubject(RATE, { denominator: 'merits', applicants: 'natural' });
  expect(subjectName(natural, zh)).toBe('公开率（按实体决定、自然人）');
  expect(subjectNote(natural, zh)).toContain('实体决定＝予以公开、部分公开、不予公开与无法提供之和；只计自然人的申请');
  const usual = definedSubject(RATE, { denominator: 'handled', applicants: 'total' });
  expect(subjectName(usual, en)).toBe('disclosure rate');
  expect(subjectName(definedSubject(FEES, { denominator: 'merits', applicants: 'natural' }), zh)).toBe(
    subjectName(FEES, zh),
  );
});

test('outcomes are parts of everyone’s requests, which applicants and disputes are not', () => {
  const partsOf = (page: 'outcomes' | 'requests' | 'disputes' | 'fees') => COMPARING_PAGES[page]!.parts;
  expect(isOfEveryone(partsOf('outcomes'))).toBe(true);
  for (const page of ['requests', 'disputes', 'fees'] as const) expect(isOfEveryone(partsOf(page))).toBe(false);
});
