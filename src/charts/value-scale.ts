import { scaleLinear, scaleSymlog } from 'd3-scale';
import type { Scale } from './frame.ts';

/** A scale of values with the values worth a tick. */
export interface ValueScale {
  readonly at: Scale;
  readonly ticks: readonly number[];
}

const powers = (top: number): number[] => {
  const ticks = [0];
  for (let power = 1; power <= top; power *= 10) ticks.push(power);
  return ticks;
};

const thinned = (ticks: readonly number[], count: number): number[] => {
  const step = Math.ceil((ticks.length - 1) / Math.max(1, count));
  return ticks.filter((_, index) => index === 0 || (index - 1) % step === 0);
};

/**
 * A scale over values that always holds zero. Logarithmic: zero keeps its own place beside one, and from there each
 * power of ten takes about the same room; only for values of at least zero, else the scale is linear.
 */
export function valueScale(
  values: readonly number[],
  range: readonly [number, number],
  { log = false, ticks: count = 5 } = {},
): ValueScale {
  // Not as arguments of one call: a hundred thousand of them do not fit on the stack.
  const top = values.reduce((high, value) => Math.max(high, value), 0);
  const bottom = values.reduce((low, value) => Math.min(low, value), 0);
  const isEmpty = top === 0 && bottom === 0;
  if (log && bottom === 0) {
    const at = scaleSymlog()
      .constant(0.5)
      .domain([0, isEmpty ? 1 : top])
      .range(range);
    return { at: (value) => at(value), ticks: thinned(powers(top), count) };
  }
  const at = scaleLinear()
    .domain([bottom, isEmpty ? 1 : top])
    .nice(count)
    .range(range);
  return { at: (value) => at(value), ticks: at.ticks(count) };
}
