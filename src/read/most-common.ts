/** The value that stands most often among these, the first of several that do; null among none. */
export function mostCommon<Value>(values: readonly Value[]): Value | null {
  const tally = new Map<Value, number>();
  for (const value of values) tally.set(value, (tally.get(value) ?? 0) + 1);
  let most: readonly [Value | null, number] = [null, 0];
  for (const entry of tally) if (entry[1] > most[1]) most = entry;
  return most[0];
}
