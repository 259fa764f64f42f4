import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainSums, type Explanation } from '../../../src/audit/explanation.ts';
import { explanationText } from '../../../src/audit/explanation-text.ts';
import { edited, holdsThroughout, smallestEdits } from '../../../src/audit/mend.ts';
import { FORM_CELLS } from '../../../src/form/cells.ts';
import { consistentFigures } from '../../fixtures/publish/arbitrary-form.ts';

const CELLS = FORM_CELLS['2021'].filter(({ table }) => table !== 2).map(({ id }) => id);

/** A report of 34 requests of three kinds of applicant, with two reconsiderations; everything else is zero. */
const SOUND: Readonly<Record<string, number>> = {
  ...Object.fromEntries(CELLS.map((id) => [id, 0])),
  ...{ new_natural: 25, new_business: 6, new_other_org: 3, new_total: 34 },
  ...{ granted_natural: 21, granted_business: 6, granted_other_org: 3, granted_total: 30 },
  ...{ unable_not_held_natural: 4, unable_not_held_total: 4 },
  ...{ handled_natural: 25, handled_business: 6, handled_other_org: 3, handled_total: 34 },
  ...{ review_upheld: 1, review_pending: 1, review_total: 2 },
};
const figures = (changed: Readonly<Record<string, number>> = {}) => new Map(Object.entries({ ...SOUND, ...changed }));
const told = ({ edits, slip }: Explanation) =>
  [Object.fromEntries(edits.map(({ cell, to }) => [cell, to])), slip] as const;

describe('explanations of failed sums', () => {
  it('need none where every sum holds', () => {
    expect(explainSums(figures())).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, number>>, Readonly<Record<string, number>>, Explanation['slip']]>([
    ['a wrong cell is the crossing of its row and column', { granted_natural: 22 }, { granted_natural: 21 }, null],
    ['digits transposed', { granted_natural: 12 }, { granted_natural: 21 }, 'transposed-digits'],
    ['a digit left out', { granted_natural: 2 }, { granted_natural: 21 }, 'digit-too-few'],
    ['a digit too many', { granted_natural: 211 }, { granted_natural: 21 }, 'digit-too-many'],
    ['a wrong total of a column', { handled_natural: 52 }, { handled_natural: 25 }, 'transposed-digits'],
    ['a wrong total of a row', { granted_total: 31 }, { granted_total: 30 }, null],
    [
      'a figure in the column beside its own',
      { unable_not_held_natural: 0, unable_not_held_business: 4 },
      { unable_not_held_natural: 4, unable_not_held_business: 0 },
      'shifted-column',
    ],
    [
      'one number in two cells, the total driven out',
      { granted_natural: 2, granted_business: 1, granted_research: 6, granted_other_org: 0, granted_total: 3 },
      { granted_natural: 21, granted_business: 6, granted_research: 0, granted_other_org: 3, granted_total: 30 },
      'split-digits',
    ],
    [
      'a column left out of a row',
      { granted_legal_service: 3, granted_other_org: 30, granted_total: 0 },
      { granted_legal_service: 0, granted_other_org: 3, granted_total: 30 },
      'lost-column',
    ],
  ])('%s', (_, wrong, right, slip) => {
    const found = explainSums(figures(wrong)).map(told);
    expect(found[0]).toEqual([right, slip]);
  });

  it('offer two cells where no one is enough', () => {
    const wrong = figures({ granted_natural: 22, unable_not_held_business: 1 });
    expect(explainSums(wrong).map(told)).toContainEqual([{ granted_natural: 21, unable_not_held_business: 0 }, null]);
  });

  it('name the crossings where more than two cells are wrong', () => {
    const wrong = figures({
      granted_natural: 22,
      granted_business: 8,
      unable_not_held_other_org: 4,
      partial_research: 9,
    });
    const found = explainSums(wrong);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ isComplete }) => !isComplete)).toBe(true);
    expect(found.map(told)).toContainEqual([{ partial_research: 0 }, null]);
  });

  it('never ask for a figure below zero, and say which total would do', () => {
    const wrong = figures({ review_upheld: 10, review_corrected: 1, review_pending: 0, review_total: 0 });
    expect(explainSums(wrong).map(told)).toEqual([[{ review_total: 11 }, null]]);
  });

  it('leave what a gap keeps from being checked alone', () => {
    const wrong = figures({ granted_natural: 22 });
    wrong.delete('granted_total');
    expect(explainSums(wrong).map(told)).toEqual([[{ granted_natural: 21 }, null]]);
  });

  it('are worded as a guess in either language', () => {
    const [first] = explainSums(figures({ granted_natural: 12 }));
    expect(explanationText(first!, 'en')).toBe(
      'every sum would hold if granted: natural persons were 21, not 12 (digits transposed)',
    );
    expect(explanationText(first!, 'zh')).toBe(
      '若（一）予以公开 · 自然人 由 12 改为 21，则各项合计均成立（疑数字颠倒）',
    );
  });
});

it('the smallest edits of any form with one or two wrong cells make every sum hold, and the true ones are among them', () => {
  const damaged = fc.tuple(
    consistentFigures('2021'),
    fc.uniqueArray(fc.constantFrom(...CELLS), { minLength: 1, maxLength: 2 }),
    fc.integer({ min: 1, max: 60 }),
  );
  fc.assert(
    fc.property(damaged, ([sound, cells, more]) => {
      const right = new Map(
        Object.entries(sound as Readonly<Record<string, number>>).filter(([id]) => CELLS.includes(id)),
      );
      const wrong = new Map(right);
      for (const cell of cells) wrong.set(cell, wrong.get(cell)! + more);
      const found = smallestEdits(wrong);
      for (const edits of found) expect(holdsThroughout(edited(wrong, edits))).toBe(true);
      if (holdsThroughout(wrong)) expect(found).toEqual([]);
      else expect(found.length).toBeGreaterThan(0);
      if (cells.length === 1)
        expect(found).toContainEqual([{ cell: cells[0], from: wrong.get(cells[0]!), to: right.get(cells[0]!) }]);
    }),
    { numRuns: 150 },
  );
});
