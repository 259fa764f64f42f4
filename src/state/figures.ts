/** Every figure of the pages by its name in an address. */
export const FIGURES = [
  'totals',
  'filing',
  'outcomes',
  'ranking',
  'survival',
  'funnel',
  'heat',
  'trend',
  'groups',
  'reasons',
  'parts',
  'disputes',
  'pair',
  'strip',
  'body',
  'findings',
  'units',
  'unitYears',
] as const;

/** Name of a figure. */
export type FigureName = (typeof FIGURES)[number];

/** Whether a text names a figure. */
export const isFigureName = (text: string): text is FigureName => FIGURES.some((name) => name === text);
