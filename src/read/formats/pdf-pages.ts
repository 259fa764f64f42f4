/** A run of characters of a PDF at its place on the page: points from the page's left and upper edge to its own. */
export interface PdfRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A page of a PDF with its runs in the order in which the file draws them. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly PdfRun[];
}

/** A PDF as its characters stand on its pages. */
export type PdfPages = readonly PdfPage[];

/** Takes the characters out of a PDF's bytes; given by the host, since the library that does it touches a runtime. */
export type OpenPdf = (bytes: Uint8Array) => Promise<PdfPages>;
