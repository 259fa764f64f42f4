import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edition } from '../../../../src/form/edition.ts';
import { openPdf } from '../../../../src/host/pdf-node.ts';
import { readDocument } from '../../../../src/read/reader.ts';
import type { Report } from '../../../../src/read/report.ts';
import { judgeReading, type Expectation } from '../../../fixtures/documents/expectation.ts';
import { consistentFigures, someBlank } from '../../../fixtures/publish/arbitrary-form.ts';
import { allStyles, losslessStyles } from '../../../fixtures/publish/arbitrary-style.ts';
import { findChineseFont } from '../../../fixtures/publish/chinese-font.ts';
import { drawFrom, loseCell, loseLabel, loseRow } from '../../../fixtures/publish/damage.ts';
import type { Figures } from '../../../fixtures/publish/grid.ts';
import type { RuleHabit } from '../../../fixtures/publish/pdf-canvas.ts';
import type { Erased } from '../../../fixtures/publish/pdf-table.ts';
import { publishPdf, type PdfHabits } from '../../../fixtures/publish/pdf.ts';
import { expectationOf } from '../../../fixtures/publish/published-expectation.ts';
import type { PublishingStyle } from '../../../fixtures/publish/publisher.ts';

const font = findChineseFont();
// A failing document is printed as it is: making it smaller takes minutes and tells little.
const RUNS = { seed: 20_261, endOnFailure: true };
const LIMIT = { timeout: 300_000 };

function habitsOf(rules: readonly RuleHabit[], erased: fc.Arbitrary<readonly Erased[]>): fc.Arbitrary<PdfHabits> {
  return fc.record({
    rules: fc.constantFrom(...rules),
    vertical: fc.boolean(),
    repeatsHeader: fc.boolean(),
    erased,
    pageNumbers: fc.constantFrom('none', 'dashed', 'bare', 'words'),
    runningHead: fc.boolean(),
    onItsSide: fc.boolean(),
    lead: fc.integer({ min: 0, max: 420 }),
    foot: fc.integer({ min: 0, max: 160 }),
  });
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const someErased = fc.array(fc.record({ x: share, y: share, reach: fc.integer({ min: 10, max: 260 }) }), {
  minLength: 1,
  maxLength: 3,
});

async function readPublished(figures: Figures, style: PublishingStyle, habits: PdfHabits): Promise<Report> {
  return readDocument(await publishPdf(figures, style, habits, font), 'report.pdf', { pdf: openPdf });
}

/** Every cell may be a gap for any reason; only a wrong figure is a complaint. */
async function wrongCells(figures: Figures, style: PublishingStyle, habits: PdfHabits): Promise<string[]> {
  const { shows, measures, form_2019, gaps } = expectationOf(figures, style);
  const lenient: Expectation = { shows, measures, form_2019, gaps, mayBeGap: ['*'], gapReasonFree: true };
  return judgeReading(await readPublished(figures, style, habits), lenient);
}

describe.each<Edition>(['2021', '2019'])('a form of %s in a PDF', (edition) => {
  const forms = someBlank(consistentFigures(edition));

  it('with rules reads back to the same figures and gaps', LIMIT, async () => {
    const habits = habitsOf(['lines', 'stripes', 'boxes'], fc.constant([]));
    await fc.assert(
      fc.asyncProperty(forms, losslessStyles(edition), habits, async (figures, style, habit) => {
        expect(judgeReading(await readPublished(figures, style, habit), expectationOf(figures, style))).toEqual([]);
      }),
      { ...RUNS, numRuns: 12 },
    );
  });

  it('without some or all rules gives no wrong figure', LIMIT, async () => {
    const habits = fc.oneof(habitsOf(['lines', 'stripes'], someErased), habitsOf(['none'], fc.constant([])));
    await fc.assert(
      fc.asyncProperty(forms, allStyles(edition), habits, async (figures, style, habit) => {
        expect(await wrongCells(figures, style, habit)).toEqual([]);
      }),
      { ...RUNS, numRuns: 12 },
    );
  });

  it('that lost labels, cells or rows gives no wrong figure', LIMIT, async () => {
    const habits = habitsOf(['lines', 'stripes', 'boxes', 'none'], fc.constant([]));
    const fractions = fc.array(share, { minLength: 12, maxLength: 12 });
    const damages = fc.constantFrom(loseLabel, loseCell, loseRow);
    const times = fc.integer({ min: 1, max: 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(forms, allStyles(edition), habits),
        fractions,
        damages,
        times,
        async ([figures, style, habit], drawn, damage, often) => {
          const draw = drawFrom(drawn);
          const amend: PublishingStyle['amend'] = (grid) =>
            Array.from({ length: often }).reduce<typeof grid>((changed) => damage(changed, draw), grid);
          expect(await wrongCells(figures, { ...style, amend }, habit)).toEqual([]);
        },
      ),
      { ...RUNS, numRuns: 12 },
    );
  });
});
