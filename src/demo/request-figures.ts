import type { Character } from './character.ts';
import { requestTrend, REVIEW_FIRST_FROM } from './profiles.ts';
import type { Random } from './random.ts';
import { APPLICANTS, OUTCOME_KEYS, positionOf, requestRow, type Sheet } from './sheet.ts';

const NEW = requestRow('new');
const CARRIED_IN = requestRow('carried_in');
const CARRIED_OUT = requestRow('carried_out');
const HANDLED_TOTAL = positionOf('handled_total');
const OUTCOME_STARTS = OUTCOME_KEYS.map(requestRow);
const SERIAL = new Set([
  'not_processed_repeat',
  'not_processed_excessive',
  'other_no_correction',
  'not_processed_petition',
]);
const SERIAL_FACTORS = OUTCOME_KEYS.map((key) => (SERIAL.has(key) ? 5 : 1));

/** Requests open at the end of a year by kind of applicant; the next year must inherit exactly these. */
export type OpenRequests = readonly number[];

/** What was open before the first year that is made up. */
export const openBefore = (character: Character, random: Random): OpenRequests =>
  [0.95, 0.05].map((share) => random.poisson(character.requests * character.carried * share));

/**
 * Draws a year of table 3, column by column: whatever was open or came in is dealt out to the outcomes, but for what
 * is left for next year. A body that ends (`isLast`) leaves nothing. Sums are filled in by `completeSums`.
 */
export function drawRequests(
  sheet: Sheet,
  character: Character,
  { year, drift, open, isLast }: { year: number; drift: number; open: OpenRequests; isLast: boolean },
  random: Random,
): OpenRequests {
  const mean = character.requests * requestTrend(year) * drift;
  const received = random.negativeBinomial(mean, 5);
  random.multinomial(received, character.applicants, (column, count) => {
    sheet[NEW + column] = count;
  });
  const hasSerialApplicant = received > 2 && random.chance(0.03);
  if (hasSerialApplicant) sheet[NEW]! += random.poisson(mean * 1.5);
  const outcomes = hasSerialApplicant
    ? character.outcomes.map((weight, index) => weight * SERIAL_FACTORS[index]!)
    : character.outcomes;

  const left: number[] = [];
  for (let column = 0; column < APPLICANTS; column++) {
    const arrived = sheet[NEW + column]!;
    const inherited = open[column] ?? 0;
    const kept = isLast ? 0 : random.binomial(arrived, character.carried);
    left.push(kept);
    sheet[CARRIED_IN + column] = inherited;
    sheet[CARRIED_OUT + column] = kept;
    random.multinomial(inherited + arrived - kept, outcomes, (outcome, count) => {
      sheet[OUTCOME_STARTS[outcome]! + column] = count;
    });
  }
  return left;
}

const REVIEW = positionOf('review_upheld');
const SUIT_DIRECT = positionOf('suit_direct_upheld');
const SUIT_AFTER_REVIEW = positionOf('suit_after_review_upheld');
// Upheld, corrected, other result, pending, in the order of the form's columns.
const REVIEW_RESULTS = [0.54, 0.08, 0.26, 0.12];
const SUIT_RESULTS = [0.66, 0.06, 0.12, 0.16];

/**
 * Draws a year of table 4 once the sums of table 3 stand. From the report year 2024 most direct suits become
 * reconsiderations. Suits after reconsideration never outnumber the reconsiderations concluded this year and last
 * (`concludedBefore`); those concluded this year are returned.
 */
export function drawDisputes(
  sheet: Sheet,
  character: Character,
  year: number,
  concludedBefore: number,
  random: Random,
): number {
  const expected = sheet[HANDLED_TOTAL]! * character.disputed;
  const reviewFirst = year >= REVIEW_FIRST_FROM;
  const deal = (start: number, cases: number, results: readonly number[]) =>
    random.multinomial(cases, results, (result, count) => {
      sheet[start + result] = count;
    });
  const reviews = random.negativeBinomial(expected * (reviewFirst ? 1.35 : 1), 3);
  deal(REVIEW, reviews, REVIEW_RESULTS);
  deal(SUIT_DIRECT, random.poisson(expected * (reviewFirst ? 0.1 : 0.3)), SUIT_RESULTS);
  const concluded = reviews - sheet[REVIEW + 3]!;
  deal(SUIT_AFTER_REVIEW, random.binomial(concluded + concludedBefore, 0.11), SUIT_RESULTS);
  return concluded;
}
