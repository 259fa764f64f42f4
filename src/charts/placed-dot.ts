/** One body as a dot. */
export interface NamedDot {
  readonly key: string;
  readonly name: string;
  /** What is said of figures in the value that a person corrected; left out where there are none. */
  readonly amended?: readonly string[] | undefined;
}

/** A dot in its place, in pixels. */
export interface PlacedDot<Dot extends NamedDot = NamedDot> {
  readonly dot: Dot;
  readonly x: number;
  readonly y: number;
}

/** From here on each dot as an element of its own would slow the page, and a canvas draws them. */
export const MANY_DOTS = 2_000;

/** The dots of the selected bodies among all, in the same order. */
export const selectedDots = <Dot extends NamedDot>(
  dots: readonly PlacedDot<Dot>[],
  selected: ReadonlyMap<string, string>,
): PlacedDot<Dot>[] => (selected.size === 0 ? [] : dots.filter(({ dot }) => selected.has(dot.key)));

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
