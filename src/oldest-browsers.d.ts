/**
 * What the oldest supported browsers have beyond ES2022, the language that everything else is held to: later methods
 * of arrays would pass every test and fail in them.
 */
interface ReadonlyArray<T> {
  findLast(holds: (item: T, index: number) => unknown): T | undefined;
  findLastIndex(holds: (item: T, index: number) => unknown): number;
}

interface Array<T> {
  findLast(holds: (item: T, index: number) => unknown): T | undefined;
  findLastIndex(holds: (item: T, index: number) => unknown): number;
}
