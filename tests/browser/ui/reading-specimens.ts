import { FORM_CELLS } from '../../../src/form/cells.ts';
import type { Report } from '../../../src/read/report.ts';
import { readReport } from '../../../src/read/reader.ts';
import type { Figures } from '../../fixtures/publish/grid.ts';
import { publish, type PublishingStyle, USUAL } from '../../fixtures/publish/publisher.ts';

/** Figures of a made-up form of 2021: a number of its own in each cell, but for what is told. */
const figuresWith = (told: Figures): Figures => ({
  ...Object.fromEntries(FORM_CELLS['2021'].map(({ id }, index) => [id, 1_000 + index])),
  ...told,
});

/** The report that the product's reader makes of a published form of these figures. */
export function readPublished(told: Figures, style: Partial<PublishingStyle> = {}): Report {
  const { name, bytes } = publish(figuresWith(told), { ...USUAL, ...style });
  return readReport(bytes, name);
}
