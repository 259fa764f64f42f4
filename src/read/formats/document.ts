import type { Layout } from './layout.ts';

/** How a document is published: the format its bytes are in. */
export type DocumentFormat = 'html' | 'text' | 'pdf' | 'docx' | 'mhtml' | 'xlsx';

/** A document opened: what its format yields to the reader of the form, the same for every format. */
export interface OpenedDocument {
  readonly format: DocumentFormat;
  /** Its file's name as the person gave it; what that says of body and year is never believed by itself. */
  readonly name: string;
  /** Text and grids in reading order. */
  readonly layout: Layout;
  /** The charset its bytes were read as; null where the format knows its own. */
  readonly charset: string | null;
  /** The bytes break off right behind a digit, so that the last figure may lack more of them. */
  readonly isTorn: boolean;
}
