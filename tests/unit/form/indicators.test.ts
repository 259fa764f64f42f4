import { describe, expect, it } from 'vitest';
import { isMeasure } from '../../../src/form/cells.ts';
import { INDICATORS } from '../../../src/form/indicators.ts';

const indicator = (key: string) => INDICATORS.find((candidate) => candidate.key === key)!;

describe('indicators', () => {
  it('are made of measures of the form, each with a key of its own', () => {
    for (const { key, numerator, denominator } of INDICATORS) {
      expect([key, [...numerator, ...denominator].filter((id) => !isMeasure(id))]).toEqual([key, []]);
    }
    expect(new Set(INDICATORS.map(({ key }) => key)).size).toBe(INDICATORS.length);
  });

  it('count every part of a share in its denominator, or in a total that contains it', () => {
    for (const { key, nature, numerator, denominator } of INDICATORS) {
      if (nature !== 'share') continue;
      const contained = denominator.some((id) => /^(handled_total|new_total)$/.test(id));
      const inside = numerator.every((id) => denominator.includes(id));
      expect([key, contained || inside]).toEqual([key, true]);
    }
  });

  it('refuse for eight reasons, of which a registry query is left out on request', () => {
    expect(indicator('refusal_rate').numerator).toHaveLength(8);
    expect(indicator('refusal_rate_without_registry').numerator).toHaveLength(7);
  });

  it('leave pending cases out of the correction rate, pooled over three blocks', () => {
    const { numerator, denominator } = indicator('correction_rate');
    expect(numerator).toEqual(['review_corrected', 'suit_direct_corrected', 'suit_after_review_corrected']);
    expect(denominator).toHaveLength(9);
    expect(denominator.join(' ')).not.toContain('pending');
  });
});
