import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edition } from '../../../src/form/edition.ts';
import { damagedReport, damagedText } from '../../fixtures/damage/damaged-report.ts';
import { seededDraw, pick } from '../../fixtures/damage/draw.ts';
import { fixtureTexts, realTexts } from '../../fixtures/damage/published-text.ts';
import { Tally } from '../../fixtures/damage/tally.ts';
import { anyFigures, consistentFigures, someBlank } from '../../fixtures/publish/arbitrary-form.ts';
import { allStyles, losesBlanks } from '../../fixtures/publish/arbitrary-style.ts';
import type { Figures } from '../../fixtures/publish/grid.ts';
import { expectationOf } from '../../fixtures/publish/published-expectation.ts';

/*
 * The law: of a document damaged one to four times, every cell that is still reported equals the one published, or is a
 * gap. Damage is what happens to structure: labels, headers, separators, rows, columns, cells and their tags, lines and
 * pages go, come twice, move, change places or lose their words, and figures with them. It is not
 * - a changed figure, which is read as printed: a digit, or two figures of one row or of two whole rows that change places;
 * - what leaves a document as another publisher would have made it: two columns, or two labels of one group, that change
 *   places with nothing else to tell; a row made whole again by a second damage, or one damage taking away the only trace
 *   of another.
 */
const SEED = 20_240;
const draw = (salt: number) => seededDraw(SEED + salt);
const LIMIT = { timeout: 300_000 };
const REAL = realTexts();
if (REAL.length === 0) console.warn('SKIPPED: real reports are not damaged, ../shared/reports is absent');

const times = (salt: (count: number) => number): number => 1 + salt(4);

function settled(tally: Tally): void {
  console.log(tally.summary());
  expect(tally.complaints).toEqual([]);
}

/** A blank that leaves no trace and a figure too many make a whole row: where blanks get lost there are none. */
const publishable = (figures: Figures, fill: boolean): Figures =>
  fill ? Object.fromEntries(Object.entries(figures).map(([id, value]) => [id, value ?? 0])) : figures;

describe('a damaged document gives no wrong cell', () => {
  it.each<[Edition, number]>([
    ['2021', 5500],
    ['2019', 2000],
  ])('published on the form of %s, %i of them', LIMIT, (edition, count) => {
    const forms = fc.oneof(consistentFigures(edition), someBlank(consistentFigures(edition)), anyFigures(edition));
    const tally = new Tally();
    const next = draw(count);
    for (const [filled, style] of fc.sample(fc.tuple(forms, allStyles(edition)), { numRuns: count, seed: SEED })) {
      const figures = publishable(filled, losesBlanks(style));
      const { measures, form_2019 } = expectationOf(figures, style);
      tally.judge(damagedReport(figures, style, times(next), next), { ...measures, ...form_2019 }, style.shape);
    }
    settled(tally);
  });

  it('among the documents of the fixtures and real ones, 2,500 of them', LIMIT, () => {
    const texts = [...fixtureTexts(), ...REAL, ...REAL];
    const tally = new Tally();
    const next = draw(1);
    for (let index = 0; index < 2500; index += 1) {
      const { name, text, figures } = pick(texts, next);
      tally.judge({ ...damagedText(text, times(next), next), name }, figures, name);
    }
    settled(tally);
  });
});
