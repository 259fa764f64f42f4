import type { Frame } from './frame.ts';
import type { NamedDot, PlacedDot } from './placed-dot.ts';
import { widestText } from './text-width.ts';
import { valueScale, type ValueScale } from './value-scale.ts';

/** One body between two measures. */
export interface ScatterDot extends NamedDot {
  readonly x: number;
  readonly y: number;
}

/** What all bodies together amount to on either measure; null where there is no value. */
export interface ScatterMedians {
  readonly x: number | null;
  readonly y: number | null;
}

/** Scales and size of a scatter, with its dots in the order of x. */
export interface ScatterLayout {
  readonly x: ValueScale;
  readonly y: ValueScale;
  readonly frame: Omit<Frame, 'hatch'>;
  readonly placed: readonly PlacedDot<ScatterDot>[];
}

// A line for the title of the upright axis, and one for the median of the other.
const TOP = 38;
const FOOT = 40;
const EDGE = 14;

/** How high the field of dots is for a width in pixels. */
const fieldHeight = (width: number): number => Math.round(Math.max(260, Math.min(440, width * 0.5)));

/** Lays out a scatter of a width in pixels; dots in the order of x. */
export function scatterLayout(
  dots: readonly ScatterDot[],
  medians: ScatterMedians,
  width: number,
  log: boolean,
  formatTick: (value: number) => string,
): ScatterLayout {
  const bottom = TOP + fieldHeight(width);
  const known = (median: number | null) => (median === null ? [] : [median]);
  const y = valueScale([...dots.map((dot) => dot.y), ...known(medians.y)], [bottom, TOP], { log, ticks: 6 });
  const left = Math.max(18, widestText(y.ticks.map(formatTick), 12)) + EDGE;
  const right = width - EDGE;
  const x = valueScale([...dots.map((dot) => dot.x), ...known(medians.x)], [left, right], {
    log,
    ticks: Math.max(2, Math.floor((right - left) / 80)),
  });
  return {
    x,
    y,
    frame: { width, height: bottom + FOOT, left, right, top: TOP, bottom, x: x.at, y: y.at },
    placed: dots.map((dot) => ({ dot, x: x.at(dot.x), y: y.at(dot.y) })),
  };
}
