import { expect, test } from 'vitest';
import { APPLICANT_SCOPES, define, definitionChoices, STANDARD_DEFINITION } from '../../../src/form/definition.ts';
import { isMeasure } from '../../../src/form/cells.ts';
import { INDICATORS } from '../../../src/form/indicators.ts';

const indicator = (key: string) => INDICATORS.find((one) => one.key === key)!;
const NATURAL_ON_MERITS = { denominator: 'merits', applicants: 'natural' } as const;

test('the standard definition leaves every indicator as the form counts it', () => {
  for (const { numerator, denominator } of INDICATORS) {
    expect(define({ numerator, denominator }, STANDARD_DEFINITION)).toEqual({ numerator, denominator });
  }
});

test('on the merits the disclosure rate is divided as its namesake is', () => {
  const { numerator, denominator } = indicator('merits_disclosure_rate');
  const defined = define(indicator('disclosure_rate'), { denominator: 'merits', applicants: 'total' });
  expect(defined.numerator).toEqual(numerator);
  expect([...defined.denominator].sort()).toEqual([...denominator].sort());
});

test('a scope of applicants takes the same rows from its own columns, organisations from all five', () => {
  const granted = { numerator: ['granted_total'], denominator: ['handled_total'] };
  expect(define(granted, { denominator: 'handled', applicants: 'natural' })).toEqual({
    numerator: ['granted_natural'],
    denominator: ['handled_natural'],
  });
  const { numerator } = define(granted, { denominator: 'handled', applicants: 'organisations' });
  expect(numerator).toEqual(
    ['business', 'research', 'public_interest', 'legal_service', 'other_org'].map((column) => `granted_${column}`),
  );
  expect(define(granted, NATURAL_ON_MERITS).denominator).toContain('denied_state_secret_natural');
});

test.each([
  ['refusal_rate', true, true],
  ['refusal_rate_without_registry', true, true],
  ['merits_disclosure_rate', false, true],
  ['not_processed_rate', false, true],
  ['carry_over_rate', false, true],
  ['applicant_share_natural', false, false],
  ['dispute_rate', false, false],
  ['correction_rate', false, false],
  ['fee_per_licence', false, false],
])('of %s the denominator can be chosen: %s, the applicants: %s', (key, denominator, applicants) => {
  expect(definitionChoices(indicator(key))).toEqual({ denominator, applicants });
});

test('every definition of every indicator is made of measures, and of nothing else where it has no choice', () => {
  for (const terms of INDICATORS) {
    for (const applicants of APPLICANT_SCOPES) {
      const { numerator, denominator } = define(terms, { denominator: 'merits', applicants });
      expect([...numerator, ...denominator].filter((id) => !isMeasure(id))).toEqual([]);
    }
  }
  const { numerator, denominator } = indicator('dispute_rate');
  expect(define(indicator('dispute_rate'), NATURAL_ON_MERITS)).toEqual({ numerator, denominator });
});
