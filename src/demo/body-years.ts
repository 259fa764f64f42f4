import { drawCharacter } from './character.ts';
import type { DemonstrationBody } from './province.ts';
import { drawPublication, openingStock } from './publication-figures.ts';
import { Random } from './random.ts';
import { drawDisputes, drawRequests, openBefore, type OpenRequests } from './request-figures.ts';
import { completeSums, emptySheet, type Sheet } from './sheet.ts';

/** First and last report year of a dataset, both included. */
export interface Years {
  readonly from: number;
  readonly to: number;
}

/** Every year from first to last. */
export const listYears = ({ from, to }: Years): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/**
 * A body's own figures year by year, null in years in which it did not exist. What a year carries out the next
 * carries in, column by column, and documents in force roll; a body that ends leaves nothing open and nothing in force.
 */
export function drawBodyYears(body: DemonstrationBody, years: Years, seed: number): (Sheet | null)[] {
  const random = new Random(seed, 2, body.index);
  const character = drawCharacter(body, random);
  const isFoundedLater = body.from !== null && body.from > years.from;
  const stock = openingStock(character, isFoundedLater, random);
  let open: OpenRequests = isFoundedLater ? [] : openBefore(character, random);
  let concluded = 0;
  let drift = 1;
  return listYears(years).map((year) => {
    if (year < (body.from ?? year) || year > (body.to ?? year)) return null;
    const isLast = year === body.to;
    const sheet = emptySheet();
    drift = Math.min(4, Math.max(0.25, drift * random.logNormal(1, 0.22)));
    drawPublication(sheet, character, stock, { year, isLast }, random);
    open = drawRequests(sheet, character, { year, drift, open, isLast }, random);
    completeSums(sheet);
    concluded = drawDisputes(sheet, character, year, concluded, random);
    completeSums(sheet);
    return sheet;
  });
}
