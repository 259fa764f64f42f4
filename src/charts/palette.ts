/** One of six hues of a stacked part, 0 to 5 in the order of the bar. */
export type Hue = 0 | 1 | 2 | 3 | 4 | 5;

/** Colours for selected bodies in the order of selection; each is legible as text on the paper of both themes. */
export const SELECTION_COLOURS: readonly string[] = [1, 2, 3, 4, 5, 6, 7, 8].map(
  (number) => `var(--chart-selected-${number})`,
);

/** How the line of a group is drawn: its colour, and the lengths of its strokes and spaces, none for an unbroken line. */
export interface GroupLine {
  readonly colour: string;
  readonly dash: string | undefined;
}

/** Lines for groups of bodies, told apart by their dashes too; each colour is legible as text in both themes. */
export const GROUP_COLOURS: readonly GroupLine[] = [undefined, '14 4', '5 3', '2 3', '12 3 2 3', '12 3 2 3 2 3'].map(
  (dash, index) => ({ colour: `var(--chart-group-${index + 1})`, dash }),
);

const SHADES = 8;
const DEEP_SHADES = 4;

/** Fill of a part: a hue and its shade from 0 on; shades beyond the eighth begin again. */
export const partFill = (hue: Hue, shade: number): string => `var(--chart-hue-${hue + 1}-${(shade % SHADES) + 1})`;

/** Colour of text on `partFill` of the same hue and shade. */
export const partInk = (hue: Hue, shade: number): string =>
  hue % 2 === 0 && shade % SHADES < DEEP_SHADES ? 'var(--chart-on-deep)' : 'var(--chart-on-pale)';
