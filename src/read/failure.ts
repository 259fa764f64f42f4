/** A format that is recognised by its content and not read; each has its own way out. */
export type RefusedFormat =
  | 'doc'
  | 'rtf'
  | 'word-xml'
  | 'odt'
  | 'excel-xml'
  | 'pdf'
  | 'ofd'
  | 'presentation'
  | 'zip'
  | 'rar'
  | '7z'
  | 'other-archive'
  | 'unknown';

/** A picture, or a document whose pages are pictures: its figures have to be typed by somebody who sees them. */
export type PicturedFormat = 'pdf' | 'docx' | 'png' | 'jpeg' | 'gif' | 'tiff' | 'bmp' | 'webp' | 'heic';

/** A container that can be damaged, or closed by a password. */
export type ContainerFormat = 'pdf' | 'docx' | 'xlsx' | 'csv' | 'office' | 'mhtml' | 'zip';

/** Why a document could not be read, with the values that tell it; plain data, so that a worker can hand it over. */
export type ReadTrouble =
  | { readonly what: 'empty' | 'not-a-report' }
  /** Sheets of one file with the same tables of the form: the reports of several bodies or years. */
  | { readonly what: 'several-reports' }
  /** A table of many bodies, which is read as a list; columns that it lacks for that have to be mapped. */
  | { readonly what: 'list'; readonly missing: readonly ('body' | 'year')[] }
  /** Characters were lost before the file was saved. */
  | { readonly what: 'charset'; readonly charset: string }
  | { readonly what: 'format-unsupported'; readonly format: RefusedFormat }
  /** Figures that only a person can take from a picture; `pages` where a document of so many pages is one. */
  | { readonly what: 'needs-transcription'; readonly format: PicturedFormat; readonly pages?: number }
  /** A PDF whose fonts do not say which characters its signs are. */
  | { readonly what: 'no-character-map' }
  | { readonly what: 'damaged'; readonly format: ContainerFormat; readonly reason: string }
  | { readonly what: 'encrypted'; readonly format: ContainerFormat }
  | { readonly what: 'too-large'; readonly bytes: number; readonly limit: number }
  /** A container that would unpack to more than is taken in. */
  | { readonly what: 'expands'; readonly limit: number }
  /** More text, cells of tables or pages than any report has. */
  | { readonly what: 'too-much'; readonly of: 'characters' | 'cells' | 'columns' | 'pages'; readonly limit: number }
  | { readonly what: 'too-deep'; readonly of: 'markup' | 'archives'; readonly limit: number }
  | { readonly what: 'too-many-files'; readonly limit: number }
  /** No end of it within the time that a document has. */
  | { readonly what: 'hung'; readonly seconds: number }
  /** It needs more memory to be read than a document may fill; `limit` in bytes. */
  | { readonly what: 'exhausts'; readonly limit: number }
  /** What reads it broke off over it, for a reason of the program's own. */
  | { readonly what: 'died'; readonly reason: string };

/** What kind of trouble it is, as the command line prints it behind the words. */
export type FailureCode = ReadTrouble['what'];

/** Formats of which a picture is only what stands on the pages. */
export const PAGED: ReadonlySet<PicturedFormat> = new Set<PicturedFormat>(['pdf', 'docx']);

const REFUSED: Record<RefusedFormat, string> = {
  doc: 'a Word 97–2003 or WPS document is not read: open it in Word or WPS and save it as .docx',
  rtf: 'rich text (RTF) is not read: open it in Word or WPS and save it as .docx',
  'word-xml': 'Word 2003 XML is not read: open it in Word or WPS and save it as .docx',
  odt: 'OpenDocument is not read: save it as .docx or .xlsx',
  'excel-xml': 'Excel 2003 XML is not read: open it in Excel or WPS and save it as .xlsx',
  pdf: 'PDF is not read yet: save the page as HTML, or its text as .txt',
  ofd: 'OFD is not read: print it into a PDF, or save its text as .txt',
  presentation: 'a presentation is not read: save its text as .txt',
  zip: 'a ZIP archive is no document: open it as an archive, or unpack it and give the folder',
  rar: 'a RAR archive is not read: unpack it and give the folder, or pack it as ZIP',
  '7z': 'a 7-Zip archive is not read: unpack it and give the folder, or pack it as ZIP',
  'other-archive': 'this kind of archive is not read: unpack it and give the folder, or pack it as ZIP',
  unknown: 'these bytes are of no format that is read: save the page as HTML, or its text as .txt',
};

const CONTAINER: Record<ContainerFormat, string> = {
  pdf: 'PDF',
  docx: 'Word document',
  xlsx: 'spreadsheet',
  csv: 'CSV file',
  office: 'Office file',
  mhtml: 'web archive',
  zip: 'ZIP archive',
};

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;

function picturedText({ format, pages = 0 }: { format: PicturedFormat; pages?: number }): string {
  if (pages > 1) return `its ${pages} pages are pictures`;
  return PAGED.has(format) ? 'its pages are pictures' : 'it is a picture';
}

/** Why a document could not be read and what to do, in the words of the command line. */
export function readTroubleText(trouble: ReadTrouble): string {
  switch (trouble.what) {
    case 'empty':
      return 'it holds no text';
    case 'not-a-report':
      return 'it has neither the sections nor the tables of an annual report';
    case 'several-reports':
      return 'its sheets hold several reports: save each as a file of its own';
    case 'list':
      return trouble.missing.length === 0
        ? 'it is a table of many bodies, which is read as a list of figures'
        : `it is a table of many bodies in which no column is known to hold the ${trouble.missing.join(' or the ')}: say in a mapping of its columns`;
    case 'charset':
      return `characters were lost before this file was saved (read as ${trouble.charset}): save the page again from its site`;
    case 'format-unsupported':
      return REFUSED[trouble.format];
    case 'needs-transcription':
      return `${picturedText(trouble)}: its figures have to be typed by hand`;
    case 'no-character-map':
      return 'its fonts do not say which characters they show, so that its text cannot be taken out: find the page as HTML, or type its figures';
    case 'damaged':
      return `the ${CONTAINER[trouble.format]} is damaged: ${trouble.reason}`;
    case 'encrypted':
      return `the ${CONTAINER[trouble.format]} is closed by a password: open it and save it without one`;
    case 'too-large':
      return `it has ${megabytes(trouble.bytes)}, more than the ${megabytes(trouble.limit)} that a document may have`;
    case 'expands':
      return `it unpacks to more than ${megabytes(trouble.limit)}, as no report does`;
    case 'too-much':
      return `it has more than ${trouble.limit.toLocaleString('en')} ${trouble.of}, as no report does`;
    case 'too-deep':
      return trouble.of === 'archives'
        ? `archives lie in it more than ${trouble.limit} deep: unpack it and give the folder`
        : `its elements lie more than ${trouble.limit.toLocaleString('en')} deep in each other, as in no report`;
    case 'too-many-files':
      return `it holds more than ${trouble.limit.toLocaleString('en')} files: unpack it and give the folder`;
    case 'hung':
      return `it was not read to its end within ${trouble.seconds} seconds and given up: save it as a web page or text`;
    case 'exhausts':
      return `it takes more than ${megabytes(trouble.limit)} of memory to read, as no report does`;
    case 'died':
      return `reading it broke off half-way, try it once more: ${trouble.reason}`;
  }
}

/** Work that could not be done on one document: what was in the way, and what a person can do next. */
export class ReadFailure extends Error {
  override readonly name = 'ReadFailure';
  constructor(
    readonly trouble: ReadTrouble,
    options?: { cause?: unknown },
  ) {
    super(readTroubleText(trouble), options);
  }

  get code(): FailureCode {
    return this.trouble.what;
  }
}
