/** The pages that exist, in the order of the navigation; the first one opens at a bare address. */
export const PAGES = [
  'overview',
  'requests',
  'outcomes',
  'enforcement',
  'fees',
  'disputes',
  'body',
  'data',
  'method',
] as const;

/** Key of a page, as the address holds it. */
export type Page = (typeof PAGES)[number];
