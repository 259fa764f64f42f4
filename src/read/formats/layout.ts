import type { Span } from '../report.ts';

/** A document in reading order, as every format yields it: one text, and the blocks that stand in it. */
export interface Layout {
  /** The document as text; every span of the reading points into it. */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Pages, counted from 1, that are pictures and whose words are not in the text; left out where there are none. */
  readonly picturePages?: readonly number[];
}

/** A paragraph or line of text, or a table with real cells. */
export type Block = Line | Grid;

/** A paragraph of a page, or a line of a text file; its span leaves out surrounding white space. */
export interface Line {
  readonly kind: 'line';
  readonly span: Span;
  /** Every word of the line is a link to another page: navigation, or another report's title. */
  readonly isLink: boolean;
}

/** A table whose cells the format itself marks (HTML, a tabbed or piped line); merged cells stand once. */
export interface Grid {
  readonly kind: 'grid';
  readonly rows: readonly (readonly GridCell[])[];
  readonly span: Span;
}

/** A cell of a grid at its place: the first column it covers and how many columns and rows. */
export interface GridCell {
  readonly span: Span;
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
}
