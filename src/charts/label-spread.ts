/**
 * Heights for labels that want to stand at given heights, moved apart until each has its distance to the next and all
 * lie between top and bottom as far as there is room; in the order given.
 */
export function spreadLabels(wanted: readonly number[], distance: number, top: number, bottom: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a]! - wanted[b]!);
  const placed = [...wanted];
  let floor = top;
  for (const index of order) {
    placed[index] = Math.max(placed[index]!, floor);
    floor = placed[index] + distance;
  }
  let ceiling = bottom;
  for (const index of order.reverse()) {
    placed[index] = Math.min(placed[index]!, ceiling);
    ceiling = placed[index] - distance;
  }
  return placed;
}
