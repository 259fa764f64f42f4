/** The direction a text runs in on the page as it is shown: rightwards, downwards, leftwards (on its head), upwards. */
export type PdfDirection = 'right' | 'down' | 'left' | 'up';

/** A run of characters of a page at its place; lengths are in points, the origin is the page's upper left corner. */
export interface PdfText {
  readonly text: string;
  /** Left edge of the box around the run, as the page is shown. */
  readonly x: number;
  /** Upper edge of the box around the run, as the page is shown. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Name of its font within the document; runs of one font have one name. */
  readonly font: string;
  readonly direction: PdfDirection;
}

/** A straight line drawn along a side of the page: of a table's frame, under a heading, through a word. */
export interface PdfRule {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** A page of a PDF, turned as it is shown. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  /** The characters a reader sees, in the order in which the file draws them. */
  readonly texts: readonly PdfText[];
  readonly rules: readonly PdfRule[];
  /** The page shows pictures and no characters, or characters only as an invisible layer over a picture. */
  readonly isPicture: boolean;
}

/** A PDF as plain data: what its pages show and where. */
export interface PdfPages {
  readonly pages: readonly PdfPage[];
}

/**
 * Opens a PDF. Throws a ReadFailure where it is encrypted, damaged or beyond the limits. The reader takes it as an
 * argument, because opening a PDF needs a runtime and reading does not.
 */
export type OpenPdf = (bytes: Uint8Array) => Promise<PdfPages>;
