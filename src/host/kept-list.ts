import type { ColumnMapping } from '../read/column-mapping.ts';
import type { FiguresFormat } from '../read/figures-format.ts';
import type { OutlinedTable } from '../read/list-outline.ts';
import type { FileProblem } from './file-problem.ts';

/** A list of figures, or a registry of bodies, of the reader's own; one of the same path takes its place. */
export interface KeptList {
  /** Its path as given. */
  readonly file: string;
  readonly place: number;
  /** `sheets`: a spreadsheet, or a CSV with titles above its header. */
  readonly format: FiguresFormat | 'sheets';
  readonly source: Blob;
  /** Hash of its bytes, 16 hex digits. */
  readonly id: string;
  /** Version of the readers that read it; empty where it was kept by a page that did not tell. */
  readonly reader: string;
  /** The same for its bytes read by these readers with this mapping; its reports bear it. */
  readonly stamp: string;
  /** What a person says of its columns; null for nothing. */
  readonly mapping: ColumnMapping | null;
  /** Its headers, by which lists with the same columns are known. */
  readonly headers: string;
  readonly tables: readonly OutlinedTable[];
  /** How many reports, or bodies of a registry, it gave; null while it is not read to its end. */
  readonly entries: number | null;
  /** What of it could not be used. */
  readonly problems: readonly FileProblem[];
  /** How many more there are of those. */
  readonly problemsLeft: number;
}

/** Which row of a list a report is, and what only its list says of it. */
export interface ListedRow {
  /** Name of the row: `汇总!4`. */
  readonly row: string;
  /** Its sheet, empty in a text, and the line it begins on. */
  readonly sheet: string;
  readonly line: number;
  /** Its place among the reports of the list. */
  readonly number: number;
  /** Stamp of the list as it was read. */
  readonly stamp: string;
  readonly region: string | null;
  readonly url: string | null;
}

const UNREAD: Omit<KeptList, 'file' | 'place' | 'format' | 'source'> = {
  id: '',
  reader: '',
  stamp: '',
  mapping: null,
  headers: '',
  tables: [],
  entries: null,
  problems: [],
  problemsLeft: 0,
};

/** A list as it is kept, with nothing read of it where an earlier page kept it. */
export const wholeList = (
  list: Pick<KeptList, 'file' | 'place' | 'format' | 'source'> & Partial<KeptList>,
): KeptList => ({
  ...UNREAD,
  ...list,
});
