import type { Scale } from './frame.ts';
import { MANY_DOTS, type NamedDot, type PlacedDot } from './placed-dot.ts';
import { fitText, textWidth } from './text-width.ts';

/** One body of a distribution. */
export interface StripDot extends NamedDot {
  readonly value: number;
  /** The counts that a rate rests on, as text such as `2/3`. */
  readonly counts: string | null;
}

/** A name over a selected dot, in one of several lines of names. */
export interface DotLabel {
  readonly placed: PlacedDot<StripDot>;
  /** The name, cut where it is wider than the drawing. */
  readonly text: string;
  readonly x: number;
  readonly line: number;
}

/** Radius that dots of a number can have without covering each other more than needed, in pixels. */
export const dotRadius = (count: number): number =>
  count > MANY_DOTS ? 1.5 : count > 600 ? 2.5 : count > 150 ? 3.5 : 5;

/**
 * Dots, given in the order of their values, piled up where they would lie on each other; a pile higher than the room
 * is pressed together.
 */
export function pileDots(
  dots: readonly StripDot[],
  x: Scale,
  { bottom, height, radius }: { readonly bottom: number; readonly height: number; readonly radius: number },
): PlacedDot<StripDot>[] {
  const piles = new Map<number, number>();
  const step = radius * 2;
  const columns = dots.map(({ value }) => {
    const column = Math.round(x(value) / step);
    const level = piles.get(column) ?? 0;
    piles.set(column, level + 1);
    return { column, level };
  });
  let highest = 1;
  for (const count of piles.values()) highest = Math.max(highest, count);
  const rise = Math.min(step, (height - step) / highest);
  return dots.map((dot, index) => {
    const { column, level } = columns[index]!;
    return { dot, x: column * step, y: bottom - radius - 1 - level * rise };
  });
}

/** Names over dots, each in the first line where it does not run into another, kept inside a width in pixels. */
export function labelDots(placed: readonly PlacedDot<StripDot>[], width: number, size: number): DotLabel[] {
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
