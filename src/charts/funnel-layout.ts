import type { Frame } from './frame.ts';
import type { NamedDot, PlacedDot } from './placed-dot.ts';
import { widestText } from './text-width.ts';
import { valueScale, type ValueScale } from './value-scale.ts';

/** One body by its number of cases and its rate. */
export interface FunnelDot extends NamedDot {
  /** Number of cases. */
  readonly x: number;
  /** Rate, from 0 to 1. */
  readonly y: number;
  /** The counts that the rate rests on, such as `2/3`. */
  readonly counts: string;
  /** What is said of a rate beyond the limits; null within them. */
  readonly beyond: string | null;
}

/** Between which rates bodies with so many cases lie by chance. */
export type LimitsOf = (cases: number) => { readonly low: number; readonly high: number };

/** Scales, limits and dots of a funnel, in the order of their cases. */
export interface FunnelLayout {
  readonly x: ValueScale;
  readonly y: ValueScale;
  readonly frame: Omit<Frame, 'hatch'>;
  readonly placed: readonly PlacedDot<FunnelDot>[];
  /** Outlines of the inner and of the outer limits, below and above the common rate. */
  readonly inner: readonly [string, string];
  readonly outer: readonly [string, string];
}

const TOP = 38;
const FOOT = 40;
const EDGE = 14;
/** Places along the foot at which the limits are found. */
const STEPS = 120;

/** Numbers of cases for the outline of the limits: each of the first ones, then in equal steps of the logarithmic scale. */
function outlineCases(most: number): number[] {
  const cases = Array.from({ length: STEPS + 1 }, (_, step) => Math.round(most ** (step / STEPS)));
  return [...new Set(cases)];
}

/** Lays out a funnel of a width in pixels; dots in the order of their cases. */
export function funnelLayout(
  dots: readonly FunnelDot[],
  rate: number,
  limits: { readonly inner: LimitsOf; readonly outer: LimitsOf },
  width: number,
  formatTick: (value: number) => string,
): FunnelLayout {
  const bottom = TOP + Math.round(Math.max(260, Math.min(440, width * 0.5)));
  const most = dots.at(-1)?.x ?? 1;
  const cases = outlineCases(Math.max(2, most));
  const y = valueScale([rate, ...dots.map((dot) => dot.y)], [bottom, TOP], { ticks: 6 });
  const left = Math.max(18, widestText(y.ticks.map(formatTick), 12)) + EDGE;
  const right = width - EDGE;
  const ticks = Math.max(2, Math.floor((right - left) / 80));
  const scale = valueScale([most], [left, right], { log: true, ticks });
  const x = { ...scale, ticks: scale.ticks.filter((tick) => tick > 0) };
  const topRate = y.ticks.at(-1) ?? 1;
  const outline = (of: LimitsOf, end: 'low' | 'high') =>
    cases
      .map((count) => `${x.at(count).toFixed(1)} ${y.at(Math.min(topRate, of(count)[end])).toFixed(1)}`)
      .join('L')
      .replace(/^/, 'M');
  const both = (of: LimitsOf): readonly [string, string] => [outline(of, 'low'), outline(of, 'high')];
  return {
    x,
    y,
    frame: { width, height: bottom + FOOT, left, right, top: TOP, bottom, x: x.at, y: y.at },
    placed: dots.map((dot) => ({ dot, x: x.at(dot.x), y: y.at(dot.y) })),
    inner: both(limits.inner),
    outer: both(limits.outer),
  };
}
