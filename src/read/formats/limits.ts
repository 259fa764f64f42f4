/** Bytes of one document; a larger file is refused before it is read into memory. */
export const MOST_DOCUMENT_BYTES = 200e6;

/** Bytes of markup that one part of a document unpacks to. */
export const MOST_MARKUP_BYTES = 64e6;

/** Characters of a document's text, some ten times those of the longest reports with the page around them. */
export const MOST_CHARACTERS = 1e6;

/** Cells of a document's tables; the whole form has some 300. */
export const MOST_CELLS = 200_000;

/** Cells of one row of a table. */
export const MOST_COLUMNS = 2_000;

/** Elements inside each other; pages that never close their fonts reach hundreds. */
export const MOST_DEPTH = 2_000;

/** Files in one archive, those of archives inside it counted apart. */
export const MOST_ARCHIVE_FILES = 100_000;

/** How many times its packed size a file may unpack to, once it is larger than `EASY_BYTES`; pages reach thirty. */
export const MOST_RATIO = 250;

/** Bytes that any file may unpack to, however small it is packed. */
export const EASY_BYTES = 10e6;

/** Filled cells of a spreadsheet: a list of some thousand bodies with every cell of the form. */
export const MOST_CELLS_OF_WORKBOOK = 2e6;

/** Archives inside each other. */
export const MOST_ARCHIVE_DEPTH = 3;

/** Bytes that all files of one archive unpack to. */
export const MOST_ARCHIVE_BYTES = 20e9;
