import type { Scale } from './frame.ts';
import { fitText, textWidth } from './text-width.ts';

/** One body of a distribution. */
export interface StripDot {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  /** The counts that a rate rests on, as text such as `2/3`. */
  readonly counts: string | null;
}

/** A dot in its place, in pixels. */
export interface PlacedDot {
  readonly dot: StripDot;
  readonly x: number;
  readonly y: number;
}

/** A name over a selected dot, in one of several lines of names. */
export interface DotLabel {
  readonly placed: PlacedDot;
  /** The name, cut where it is wider than the drawing. */
  readonly text: string;
  readonly x: number;
  readonly line: number;
}

/** Radius that dots of a number can have without covering each other more than needed, in pixels. */
export const dotRadius = (count: number): number => (count > 2_000 ? 1.5 : count > 600 ? 2.5 : count > 150 ? 3.5 : 5);

/**
 * Dots in the order of their values, piled up where they would lie on each other; a pile higher than the room is
 * pressed together.
 */
export function pileDots(
  dots: readonly StripDot[],
  x: Scale,
  { bottom, height, radius }: { readonly bottom: number; readonly height: number; readonly radius: number },
): PlacedDot[] {
  const piles = new Map<number, number>();
  const step = radius * 2;
  const sorted = [...dots].sort((a, b) => a.value - b.value);
  const columns = sorted.map(({ value }) => {
    const column = Math.round(x(value) / step);
    const level = piles.get(column) ?? 0;
    piles.set(column, level + 1);
    return { column, level };
  });
  const highest = [...piles.values()].reduce((high, count) => Math.max(high, count), 1);
  const rise = Math.min(step, (height - step) / highest);
  return sorted.map((dot, index) => {
    const { column, level } = columns[index]!;
    return { dot, x: column * step, y: bottom - radius - 1 - level * rise };
  });
}

/** Names over dots, each in the first line where it does not run into another, kept inside a width in pixels. */
export function labelDots(placed: readonly PlacedDot[], width: number, size: number): DotLabel[] {
  const ends: number[] = [];
  return placed.map((dot) => {
    const text = fitText(dot.dot.name, width, size, 600);
    const half = textWidth(text, size, 600) / 2;
    const x = Math.max(half, Math.min(dot.x, width - half));
    const free = ends.findIndex((end) => end + 8 <= x - half);
    const line = free < 0 ? ends.length : free;
    ends[line] = x + half;
    return { placed: dot, text, x, line };
  });
}

/** Index of the dot nearest to a place in pixels, or null where none is within reach; dots in the order of x. */
export function dotAt(dots: readonly PlacedDot[], x: number, y: number, reach: number): number | null {
  let best: number | null = null;
  let bestDistance = reach;
  let low = 0;
  let high = dots.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (dots[middle]!.x < x - reach) low = middle + 1;
    else high = middle;
  }
  for (let index = low; index < dots.length && dots[index]!.x <= x + reach; index += 1) {
    const distance = Math.hypot(dots[index]!.x - x, dots[index]!.y - y);
    if (distance > bestDistance) continue;
    best = index;
    bestDistance = distance;
  }
  return best;
}
