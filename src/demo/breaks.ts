import { APPLICANT_COLUMNS } from '../form/applicants.ts';
import { REQUEST_ROWS } from '../form/requests.ts';
import { SUM_RULES } from '../form/sums.ts';
import type { DraftReport } from './draft-report.ts';
import { EDITION_POSITIONS, positionOf, SHEET_CELLS } from './sheet.ts';

/** A rule that a report breaks, where it breaks it, and the cells it compares. */
export interface Break {
  readonly rule: string;
  /** Column, row, block or cell where it breaks, as the rule counts. */
  readonly at: string;
  /** Places of the figures of this report that the rule holds against each other. */
  readonly cells: readonly number[];
}

const sumRules = Object.fromEntries(
  (['2019', '2021'] as const).map((edition) => [
    edition,
    SUM_RULES[edition].map(({ rule, at, left, right }) => ({
      rule,
      at,
      left: left.map(positionOf),
      right: right.map(positionOf),
    })),
  ]),
) as Record<DraftReport['edition'], { rule: string; at: string; left: number[]; right: number[] }[]>;

const asked = {
  '2019': new Set(EDITION_POSITIONS['2019']),
  '2021': new Set(EDITION_POSITIONS['2021']),
};

/** Whether a report gives a figure in each of these places. */
export const gives = (report: DraftReport, positions: readonly number[]): boolean =>
  positions.every((position) => asked[report.edition].has(position) && !report.gaps.has(position));

const sum = (report: DraftReport, positions: readonly number[]) =>
  positions.reduce((total, position) => total + report.figures[position]!, 0);

function brokenSums(report: DraftReport): Break[] {
  return sumRules[report.edition]
    .filter(({ left, right }) => gives(report, [...left, ...right]) && sum(report, left) !== sum(report, right))
    .map(({ rule, at, left, right }) => ({ rule, at, cells: [...left, ...right] }));
}

const COLUMNS = APPLICANT_COLUMNS.map(({ key }) => ({
  at: key,
  received: [positionOf(`new_${key}`), positionOf(`carried_in_${key}`)],
  outcomes: REQUEST_ROWS.filter(({ role }) => role === 'outcome').map((row) => positionOf(`${row.key}_${key}`)),
}));

function outcomesOfNothing(report: DraftReport): Break[] {
  return COLUMNS.filter(({ received, outcomes }) => {
    const given = outcomes.filter((position) => gives(report, [position]));
    return gives(report, received) && sum(report, received) === 0 && sum(report, given) > 0;
  }).map(({ at, received, outcomes }) => ({ rule: 'T3-EMPTY', at, cells: [...received, ...outcomes] }));
}

const CARRIES = APPLICANT_COLUMNS.map(({ key }) => ({
  at: key,
  carriedIn: positionOf(`carried_in_${key}`),
  carriedOut: positionOf(`carried_out_${key}`),
}));

function brokenCarries(report: DraftReport, before: DraftReport): Break[] {
  return CARRIES.filter(
    ({ carriedIn, carriedOut }) =>
      gives(report, [carriedIn]) &&
      gives(before, [carriedOut]) &&
      report.figures[carriedIn] !== before.figures[carriedOut],
  ).map(({ at, carriedIn }) => ({ rule: 'Y-CARRY', at, cells: [carriedIn] }));
}

const STOCKS = ['rules', 'normative_docs'].map((row) => ({
  at: row,
  issued: positionOf(`${row}_issued`),
  repealed: positionOf(`${row}_repealed`),
  inForce: positionOf(`${row}_in_force`),
}));

function brokenStocks(report: DraftReport, before: DraftReport | null): Break[] {
  return STOCKS.flatMap(({ at, issued, repealed, inForce }) => {
    const cells = [issued, repealed, inForce];
    if (!gives(report, cells)) return [];
    const [made, gone, left] = cells.map((position) => report.figures[position]!) as [number, number, number];
    const last = before && gives(before, [inForce]) ? before.figures[inForce]! : null;
    const repealedAt = SHEET_CELLS[repealed]!.id;
    return [
      ...(left >= made - gone ? [] : [{ rule: 'T2-STOCK', at, cells }]),
      ...(last === null || gone <= last + made
        ? []
        : [{ rule: 'T2-STOCK', at: repealedAt, cells: [repealed, issued] }]),
      ...(last === null || left === last + made - gone ? [] : [{ rule: 'Y-STOCK', at, cells }]),
    ];
  });
}

const CONCLUDED = ['upheld', 'corrected', 'other_result'].map((result) => positionOf(`review_${result}`));
const SUITS = positionOf('suit_after_review_total');

function brokenSuits(report: DraftReport, before: DraftReport): Break[] {
  const cells = [SUITS, ...CONCLUDED];
  if (!gives(report, cells) || !gives(before, CONCLUDED)) return [];
  const isPossible = report.figures[SUITS]! <= sum(report, CONCLUDED) + sum(before, CONCLUDED);
  return isPossible ? [] : [{ rule: 'X-SUIT', at: '', cells }];
}

function brokenRollUp(report: DraftReport, above: DraftReport): Break[] {
  return EDITION_POSITIONS['2021']
    .filter(
      (position) =>
        gives(report, [position]) && gives(above, [position]) && report.figures[position]! > above.figures[position]!,
    )
    .map((position) => ({ rule: 'R-LE', at: SHEET_CELLS[position]!.id, cells: [position] }));
}

/**
 * Every identity that a report's figures break: the form's sums, outcomes without a request, the chains from last year's report
 * (`before`), suits without a reconsideration, and the government's report for the area (`above`). What a gap keeps from being checked is not broken.
 */
export function figureBreaks(report: DraftReport, before: DraftReport | null, above: DraftReport | null): Break[] {
  return [
    ...brokenSums(report),
    ...outcomesOfNothing(report),
    ...(before ? brokenCarries(report, before) : []),
    ...brokenStocks(report, before),
    ...(before ? brokenSuits(report, before) : []),
    ...(above ? brokenRollUp(report, above) : []),
  ];
}
