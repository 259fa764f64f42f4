/** The pages that exist, in the order of the navigation; the first one opens at a bare address. */
export const PAGES = [
  'overview',
  'requests',
  'outcomes',
  'enforcement',
  'fees',
  'disputes',
  'audit',
  'body',
  'compare',
  'reading',
  'data',
  'method',
] as const;

/** Key of a page, as the address holds it. */
export type Page = (typeof PAGES)[number];

/** A part of the program could not be fetched, for want of a network or because a newer one has taken its place. */
export class PageNotLoaded extends Error {
  override readonly name = 'PageNotLoaded';
}
