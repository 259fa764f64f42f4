import type { PlacedDot } from './placed-dot.ts';
import { fitText, textWidth } from './text-width.ts';

/** A rectangle of a drawing, in pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A name beside its dot. */
export interface PlacedLabel {
  readonly key: string;
  /** The name, cut where it is wider than the drawing. */
  readonly text: string;
  readonly box: Box;
}

const LINE = 16;
const BESIDE = 9;

const meet = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** Steps of a line away from a dot, the nearest first: 0, -1, 1, -2, 2 … */
const stepsWithin = (lines: number): number[] =>
  Array.from({ length: 2 * lines + 1 }, (_, index) => (index % 2 === 0 ? index / 2 : -(index + 1) / 2));

/**
 * A name for each dot, as near to it as the other names, all the dots named, and what is `taken` already leave room
 * inside the bounds; letters of a size in pixels.
 */
export function placeLabels(
  dots: readonly PlacedDot[],
  taken: readonly Box[],
  bounds: Box,
  size: number,
): PlacedLabel[] {
  const occupied = [...taken, ...dots.map(({ x, y }) => ({ left: x - 7, right: x + 7, top: y - 7, bottom: y + 7 }))];
  const steps = stepsWithin(Math.ceil((bounds.bottom - bounds.top) / LINE));
  return dots.map(({ dot, x, y }) => {
    const text = fitText(dot.name, bounds.right - bounds.left, size, 600);
    const width = textWidth(text, size, 600);
    const candidates = steps
      .flatMap((step) =>
        [x + BESIDE, x - BESIDE - width, x - width / 2].map((left) => ({ left, top: y + (step - 0.5) * LINE })),
      )
      .filter(({ top }) => top >= bounds.top && top + LINE <= bounds.bottom)
      .map(({ left, top }) => {
        const inside = Math.max(bounds.left, Math.min(left, bounds.right - width));
        return { left: inside, right: inside + width, top, bottom: top + LINE };
      });
    const box = candidates.find((one) => !occupied.some((other) => meet(one, other))) ??
      candidates[0] ?? { left: bounds.left, right: bounds.left + width, top: bounds.top, bottom: bounds.top + LINE };
    occupied.push(box);
    return { key: dot.key, text, box };
  });
}
