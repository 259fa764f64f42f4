import {
  BUSINESS,
  commonestOutcome,
  isGovernment,
  movedRequests,
  NATURAL,
  pickOutcome,
  type Change,
  type Ground,
} from './error-kind.ts';
import { APPLICANTS, positionOf, requestRow, type Sheet } from './sheet.ts';

/** The number with its first two falling neighbours exchanged (52 → 25), or the number itself where there are none. */
export function transposeDigits(value: number): number {
  const digits = [...String(value)];
  // Nobody types a figure that begins with 0.
  const mayStandAt = (digit: string, index: number) => index > 1 || digit !== '0';
  const at = digits.findIndex((digit, index) => index > 0 && digit < digits[index - 1]! && mayStandAt(digit, index));
  if (at < 1) return value;
  [digits[at - 1], digits[at]] = [digits[at]!, digits[at - 1]!];
  return Number(digits.join(''));
}

/** A cell of an outcome with its digits exchanged. */
export const transposed = (ground: Ground): Change | null => {
  const { figures } = ground.report;
  if (isGovernment(ground.report)) return null;
  const row = pickOutcome(ground, (start) => transposeDigits(figures[start]!) !== figures[start]!);
  if (!row) return null;
  const wrong = transposeDigits(figures[row.start]!);
  return { what: `digits of ${row.key}_natural transposed`, figures: new Map([[row.start + NATURAL, wrong]]) };
};

/** A total of an outcome that is not the sum of its row. */
export const wrongTotal = (ground: Ground): Change | null => {
  const row = pickOutcome(ground, (start) => ground.own[start + APPLICANTS]! > 0);
  if (!row) return null;
  const total = row.start + APPLICANTS;
  return { what: `${row.key}_total one too few`, figures: new Map([[total, ground.report.figures[total]! - 1]]) };
};

/** A row typed one column too far to the right. */
export const shiftedColumn = (ground: Ground): Change | null => {
  const { figures } = ground.report;
  if (isGovernment(ground.report)) return null;
  const row = pickOutcome(ground, (start) => figures[start + NATURAL]! > 1 && figures[start + BUSINESS] === 0);
  if (!row) return null;
  const moved = new Map([
    [row.start + NATURAL, 0],
    [row.start + BUSINESS, figures[row.start + NATURAL]!],
  ]);
  return { what: `${row.key} of natural persons one column to the right`, figures: moved };
};

const CARRIED_IN = requestRow('carried_in');
const CARRIED_OUT = requestRow('carried_out');
const HANDLED = requestRow('handled');
const NEW = requestRow('new');
const NOT_HELD = requestRow('unable_not_held');
const OTHER = requestRow('other_other');

/** Requests carried in that are left out, with what became of them. */
export const forgottenCarry = (ground: Ground): Change | null => {
  const { report, before } = ground;
  const carried = report.figures[CARRIED_IN + NATURAL]!;
  if (isGovernment(report) || !before || carried === 0) return null;
  const row = pickOutcome(ground, (start) => report.figures[start + NATURAL]! >= carried);
  if (!row) return null;
  const figures = movedRequests(report.figures, [CARRIED_IN, row.start, HANDLED], [], carried);
  return { what: 'requests carried over from last year left out, with their outcomes', figures };
};

/** One request too many carried out: more leave the year than it had. */
export const wrongCarryOut = ({ report }: Ground): Change | null => {
  if (isGovernment(report) || report.figures[NEW + APPLICANTS] === 0) return null;
  const figures = movedRequests(report.figures, [], [CARRIED_OUT], 1);
  return { what: 'one request too many carried over to next year', figures };
};

const share = (figures: Sheet, row: number): number => figures[row + APPLICANTS]! / figures[HANDLED + APPLICANTS]!;
const FEWEST_REQUESTS = 8;
const MOST_CARRIED = 0.16;
const PLANTED_CARRIED = 0.22;

/** More requests carried out than the time for an answer allows, where as many as that were answered. */
export const backlog = ({ report }: Ground): Change | null => {
  const { figures } = report;
  const received = figures[NEW + APPLICANTS]! + figures[CARRIED_IN + APPLICANTS]!;
  const carried = figures[CARRIED_OUT + APPLICANTS]!;
  if (isGovernment(report) || received < FEWEST_REQUESTS || carried > received * MOST_CARRIED) return null;
  const more = Math.ceil(received * PLANTED_CARRIED) - carried;
  const row = commonestOutcome(figures);
  if (figures[row.start + NATURAL]! < more) return null;
  return {
    what: `${more} answered requests counted as carried over to next year`,
    figures: movedRequests(figures, [row.start, HANDLED], [CARRIED_OUT], more),
  };
};

const MOST_OTHER = 0.1;
const PLANTED_OTHER = 0.3;

/** Outcomes filed under 其他 that have rows of their own. */
export const catchAll = ({ report }: Ground): Change | null => {
  const { figures } = report;
  const handled = figures[HANDLED + APPLICANTS]!;
  if (isGovernment(report) || report.edition !== '2021' || handled < FEWEST_REQUESTS) return null;
  const row = commonestOutcome(figures);
  const largest = figures[row.start + APPLICANTS]!;
  if (share(figures, OTHER) > MOST_OTHER || figures[OTHER + APPLICANTS]! >= largest) return null;
  const more = Math.ceil(handled * PLANTED_OTHER) - figures[OTHER + APPLICANTS]!;
  if (figures[row.start + NATURAL]! < more) return null;
  return {
    what: `${more} requests that were ${row.key} counted under 其他`,
    figures: movedRequests(figures, [row.start], [OTHER], more),
  };
};

const MOST_MORE_NOT_HELD = 0.2;
const PLANTED_NOT_HELD = 0.3;

/** Requests refused as not held far more often than the year before. */
export const notHeld = (ground: Ground): Change | null => {
  const { report, before } = ground;
  const { figures } = report;
  const handled = figures[HANDLED + APPLICANTS]!;
  if (isGovernment(report) || !before || handled < FEWEST_REQUESTS || before.figures[HANDLED + APPLICANTS] === 0)
    return null;
  const last = share(before.figures, NOT_HELD);
  if (share(figures, NOT_HELD) - last > MOST_MORE_NOT_HELD || last + PLANTED_NOT_HELD > 1) return null;
  const more = Math.ceil(handled * (last + PLANTED_NOT_HELD)) - figures[NOT_HELD + APPLICANTS]!;
  const row = pickOutcome(ground, (start) => start !== NOT_HELD && figures[start + NATURAL]! >= more);
  if (!row) return null;
  return {
    what: `${more} requests that were ${row.key} counted as not held`,
    figures: movedRequests(figures, [row.start], [NOT_HELD], more),
  };
};

/** A block of table 4 whose total is not the sum of its results. */
export const brokenDisputes = ({ own, report, random }: Ground): Change | null => {
  const blocks = ['review', 'suit_direct', 'suit_after_review'].filter(
    (block) => own[positionOf(`${block}_total`)]! > 0,
  );
  if (blocks.length === 0) return null;
  const block = random.pick(blocks);
  const total = positionOf(`${block}_total`);
  // A government's total stays above its departments': only its own part may be missing from it.
  const wrong = isGovernment(report) ? report.figures[total]! - 1 : 0;
  return { what: `${block}_total is not the sum of its results`, figures: new Map([[total, wrong]]) };
};

const CONCLUDED = ['upheld', 'corrected', 'other_result'].map((result) => positionOf(`review_${result}`));
const SUITS = ['suit_after_review_upheld', 'suit_after_review_total'].map(positionOf);
const concluded = ({ figures }: { readonly figures: Sheet }): number =>
  CONCLUDED.reduce((sum, position) => sum + figures[position]!, 0);
const FEW_REVIEWS = 6;

/** More suits after a reconsideration than there were reconsiderations to sue about. */
export const impossibleSuits = ({ report, before, random }: Ground): Change | null => {
  if (isGovernment(report) || !before) return null;
  const reviews = concluded(report) + concluded(before);
  if (reviews === 0 || reviews > FEW_REVIEWS) return null;
  const more = reviews + random.integer(1, 2) - report.figures[SUITS[1]!]!;
  return {
    what: 'more suits after reconsideration than reconsiderations concluded this year and last',
    figures: new Map(SUITS.map((position) => [position, report.figures[position]! + more])),
  };
};
