import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edition } from '../../../src/form/edition.ts';
import { readReport } from '../../../src/read/reader.ts';
import { judgeReading } from '../../fixtures/documents/expectation.ts';
import { anyFigures, consistentFigures, someBlank } from '../../fixtures/publish/arbitrary-form.ts';
import { blankLosingStyles, losslessStyles } from '../../fixtures/publish/arbitrary-style.ts';
import type { Figures } from '../../fixtures/publish/grid.ts';
import { expectationOf } from '../../fixtures/publish/published-expectation.ts';
import { publish, type PublishingStyle } from '../../fixtures/publish/publisher.ts';

const seed = 20_211;

function complaintsAbout(figures: Figures, style: PublishingStyle): string[] {
  const { name, bytes } = publish(figures, style);
  return judgeReading(readReport(bytes, name), expectationOf(figures, style));
}

/** Every cell may be a gap for any reason; only a wrong figure is a complaint. */
function wrongCells(figures: Figures, style: PublishingStyle): string[] {
  const { name, bytes } = publish(figures, style);
  const { shows, measures, form_2019, gaps } = expectationOf(figures, style);
  return judgeReading(readReport(bytes, name), {
    shows,
    measures,
    form_2019,
    gaps,
    mayBeGap: ['*'],
    gapReasonFree: true,
  });
}

describe.each<Edition>(['2021', '2019'])('a published form of %s', (edition) => {
  it('reads back to the same figures and gaps in any lossless style', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(someBlank(consistentFigures(edition)), losslessStyles(edition), (figures, style) => {
        expect(complaintsAbout(figures, style)).toEqual([]);
      }),
      { numRuns: 300, seed },
    );
  });

  it('is read as published where its sums do not hold', { timeout: 120_000 }, () => {
    fc.assert(
      // Where a column is lost as well, sums that fail leave no figure certain.
      fc.property(anyFigures(edition), losslessStyles(edition), (figures, style) => {
        fc.pre(style.without === undefined);
        expect(complaintsAbout(figures, style)).toEqual([]);
      }),
      { numRuns: 150, seed },
    );
  });

  it('gives no wrong cell where blank cells left no trace', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(someBlank(consistentFigures(edition)), blankLosingStyles(edition), (figures, style) => {
        expect(wrongCells(figures, style)).toEqual([]);
      }),
      { numRuns: 100, seed },
    );
  });
});
