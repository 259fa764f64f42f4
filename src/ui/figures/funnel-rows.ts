import type { FunnelDot } from '../../charts/funnel-layout.ts';
import type { DistributionRow } from '../../compare/distribution.ts';
import { FUNNEL_LEVELS, funnelAround, type FunnelPlace } from '../../compare/funnel.ts';
import { type FigureRows, figureRows, numberValue, textValue } from '../figure-rows.ts';
import { formatShare } from '../composition-rows.ts';
import { amendedValue, correctedColumn, type CorrectedIndex } from '../corrected-text.ts';
import { subjectCounts } from '../subject-text.ts';
import type { Wording } from '../wording.ts';

/** A body with a share and where it lies to the limits around the common one. */
export interface FunnelRow extends DistributionRow {
  readonly numerator: number;
  readonly denominator: number;
  readonly place: FunnelPlace;
}

/** Bodies around the share of all of them together. */
export interface Funnel {
  readonly rows: readonly FunnelRow[];
  /** The sum of all cases over the sum of all that they are shares of. */
  readonly rate: number;
  readonly limits: ReturnType<typeof funnelAround>['limits'];
}

/** So many of the bodies beyond the outer limits are named. */
const NAMED = 8;
/** Few cases scatter by the root of their number: so many roots above what is expected, chance alone explains no more. */
const ROOTS_ABOVE = 3;

/** Sets bodies against the rate that all of them have together; null where none has any cases. */
export function funnelOf(distribution: readonly DistributionRow[]): Funnel | null {
  const counted = distribution.flatMap((row) => {
    const { numerator, denominator } = row;
    // More cases than there are is a slip in the report, and no share.
    if (numerator === null || denominator === null || denominator <= 0 || numerator > denominator) return [];
    return [{ ...row, numerator, denominator }];
  });
  const trials = counted.reduce((sum, { denominator }) => sum + denominator, 0);
  if (trials === 0) return null;
  const rate = counted.reduce((sum, { numerator }) => sum + numerator, 0) / trials;
  const { limits, placeOf } = funnelAround(rate);
  return {
    rate,
    limits,
    rows: counted.map((row) => ({ ...row, place: placeOf(row.numerator, row.denominator) })),
  };
}

const isOutside = ({ place }: FunnelRow) => place.endsWith('-outer');

/** Every body as a dot, keyed by its number. */
export const funnelDots = ({ rows }: Funnel, corrected: CorrectedIndex, wording: Wording): FunnelDot[] =>
  rows.map((row) => ({
    key: String(row.bodyId),
    name: row.name,
    x: row.denominator,
    y: row.value,
    counts: subjectCounts(row, wording),
    beyond: row.place === 'within' ? null : wording.messages.figures.places[row.place],
    amended: amendedValue(corrected.of(row.bodyId), wording),
  }));

/** Keys of the bodies that lie farthest beyond the outer limits, by how many times chance moves a rate over so many cases. */
export function farthest({ rows, rate }: Funnel): string[] {
  const distance = ({ value, denominator }: FunnelRow) =>
    Math.abs(value - rate) / Math.sqrt((rate * (1 - rate)) / denominator);
  return rows
    .filter(isOutside)
    .sort((one, other) => distance(other) - distance(one))
    .slice(0, NAMED)
    .map(({ bodyId }) => String(bodyId));
}

/** The bodies as a table with their counts, their limits and where they lie. */
export function funnelTable(funnel: Funnel, corrected: CorrectedIndex, wording: Wording): FigureRows {
  const { messages, exact } = wording;
  const limit = (level: keyof typeof FUNNEL_LEVELS, end: 'low' | 'high') => (row: FunnelRow) =>
    numberValue(funnel.limits(row.denominator, level)[end], formatShare);
  const unit = messages.units.proportion;
  return figureRows(funnel.rows, [
    { label: messages.name, numeric: false, value: (row) => textValue(row.name) },
    { label: messages.value, numeric: true, unit, value: (row) => numberValue(row.value, formatShare) },
    { label: messages.numerator, numeric: true, value: (row) => numberValue(row.numerator, exact) },
    { label: messages.denominator, numeric: true, value: (row) => numberValue(row.denominator, exact) },
    { label: `${messages.figures.outer} ↓`, numeric: true, unit, value: limit('outer', 'low') },
    { label: `${messages.figures.outer} ↑`, numeric: true, unit, value: limit('outer', 'high') },
    { label: messages.figures.place, numeric: false, value: (row) => textValue(messages.figures.places[row.place]) },
    ...correctedColumn<FunnelRow>(corrected, ({ bodyId }) => corrected.of(bodyId), false, wording),
  ]);
}

/** How many bodies lie beyond the outer limits, and how many would by chance alone. */
export function funnelFinding({ rows }: Funnel, reports: number, { messages, exact }: Wording): string {
  const { figures, findings } = messages;
  const above = rows.filter(({ place }) => place === 'above-outer').length;
  const below = rows.filter(({ place }) => place === 'below-outer').length;
  const expected = rows.length * (1 - FUNNEL_LEVELS.outer);
  const isMore = above + below > expected + ROOTS_ABOVE * Math.sqrt(expected);
  return [
    figures.beyond(exact(rows.length), exact(above), exact(below), exact(above + below)) +
      findings.space +
      figures.byChance(exact(Math.round(expected * 10) / 10)),
    isMore ? figures.moreThanChance : figures.asByChance,
    ...(reports > rows.length ? [figures.noCases(exact(reports - rows.length))] : []),
  ].join(findings.space);
}
