/** Characters that a shingle holds. */
export const SHINGLE = 5;

/** How alike two texts are. */
export interface TextSimilarity {
  /** Shingles that both texts have. */
  readonly shared: number;
  /** Shingles that at least one of them has. */
  readonly all: number;
  /** The shared ones over all, from 0 to 1. */
  readonly value: number;
}

/** The distinct runs of `size` characters of a text without its white space; a shorter text is its own only one. */
export function shinglesOf(text: string, size: number): ReadonlySet<string> {
  const characters = [...text.replaceAll(/\s/gu, '')];
  if (characters.length === 0) return new Set();
  const last = Math.max(0, characters.length - size);
  return new Set(Array.from({ length: last + 1 }, (_, at) => characters.slice(at, at + size).join('')));
}

/** Jaccard's measure of two sets: what both have over what either has; null where both are empty. */
export function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): TextSimilarity | null {
  let shared = 0;
  for (const item of one) if (other.has(item)) shared += 1;
  const all = one.size + other.size - shared;
  return all === 0 ? null : { shared, all, value: shared / all };
}

/**
 * How alike two texts are: the share of their distinct runs of five characters that both have (Jaccard's measure over
 * 5-shingles, white space left out). 1 for the same text, 0 where no five characters in a row are shared; the order of
 * sentences hardly counts. Null where both are empty.
 */
export const textSimilarity = (one: string, other: string): TextSimilarity | null =>
  jaccard(shinglesOf(one, SHINGLE), shinglesOf(other, SHINGLE));
