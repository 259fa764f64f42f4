import type { Layout } from './layout.ts';

/** How a document is published: the format its bytes are in. */
export type DocumentFormat = 'html' | 'text';

/** A document opened: what its format yields to the reader of the form, the same for every format. */
export interface OpenedDocument {
  readonly format: DocumentFormat;
  /** Text and grids in reading order. */
  readonly layout: Layout;
  /** The charset its bytes were read as; null where the format knows its own. */
  readonly charset: string | null;
  /** The bytes break off right behind a digit, so that the last figure may lack more of them. */
  readonly isTorn: boolean;
}
