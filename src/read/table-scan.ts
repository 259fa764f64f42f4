import type { HeaderFound } from './applicant-header.ts';
import { DISPUTE_COLUMNS, type DisputeBlock } from '../form/disputes.ts';
import type { OutcomeGroup } from '../form/requests.ts';
import { isFragmentOfRow, isHeaderFragment, type FormLabel } from './form-label.ts';
import { isFigure, type Piece } from './pieces.ts';
import type { Span } from './report.ts';
import type { Item, TableRow } from './table-rows.ts';

interface HeaderPlaces {
  readonly first: number;
  readonly end: number;
}

/** A row of table 2 with the header above it; `name` is the folded official label, null where the label is lost. */
export interface PublicationRowFound {
  readonly name: string | null;
  readonly foreign: boolean;
  /** Column keys of the block's header, in order; `?` for a header cell that could not be read. */
  readonly columns: readonly string[];
  /** Where in its rows the header's first column and its last cell stand; null where the document has no columns. */
  readonly header: HeaderPlaces | null;
  /** Number of the block's header, so that rows of one block can be told. */
  readonly block: number;
  readonly row: TableRow;
}

/** A row of table 3; `key` is null where the label is lost, `foreign` where the form knows no such row. */
export interface RequestRowFound {
  readonly key: string | null;
  readonly group: OutcomeGroup | null;
  readonly foreign: boolean;
  /** Texts of the label that say nothing on their own. */
  readonly remains: readonly string[];
  readonly header: HeaderFound;
  readonly row: TableRow;
}

/** A row of figures of table 4 with the header cells above it, in order. */
export interface DisputeRowFound {
  readonly header: readonly Piece[];
  /** Every word between the table's beginning and its figures, in reading order. */
  readonly words: readonly string[];
  /** Block named at the start of the row, where the table has a row a block; null where blocks stand side by side. */
  readonly block: DisputeBlock | null;
  readonly row: TableRow;
}

/** Rows found for each table of the form, and the stretches of the document that belong to each table. */
export interface TablesFound {
  readonly publication: readonly PublicationRowFound[];
  readonly requests: readonly RequestRowFound[];
  readonly disputes: readonly DisputeRowFound[];
  readonly zones: readonly { readonly table: 2 | 3 | 4 | null; readonly start: number }[];
  /** How many labels of the form were met at all, figures or not. */
  readonly labelsMet: number;
}

const labelOf = <Kind extends FormLabel['kind']>(
  piece: Piece,
  kind: Kind,
): Extract<FormLabel, { kind: Kind }> | undefined =>
  piece.labels.find((label): label is Extract<FormLabel, { kind: Kind }> => label.kind === kind);

const rowNamed = (piece: Piece): string | undefined =>
  labelOf(piece, 'publication-row')?.name ?? labelOf(piece, 'request-row')?.key;

const HEADER_3: readonly FormLabel['kind'][] = ['tie-out-note', 'applicants', 'legal-persons'];
const isPlainColumn = (piece: Piece): boolean => /^(?:其他|其它|总计|合计)$/.test(piece.raw.replace(/\s+/g, ''));
const opensRequests = (piece: Piece): boolean =>
  HEADER_3.some((kind) => labelOf(piece, kind)) ||
  (labelOf(piece, 'applicant-column') !== undefined && !isPlainColumn(piece));
const opensDisputes = (piece: Piece): boolean => {
  const column = labelOf(piece, 'dispute-column');
  return column !== undefined && column.key !== 'total';
};

/** Walks a document's rows and sorts them by table of the form, with the header that stands above each. */
export class TableScan implements TablesFound {
  readonly publication: PublicationRowFound[] = [];
  readonly requests: RequestRowFound[] = [];
  readonly disputes: DisputeRowFound[] = [];
  readonly zones: { table: 2 | 3 | 4 | null; start: number }[] = [];
  labelsMet = 0;

  private zone: 2 | 3 | 4 | null = null;
  private block = 0;
  private columns: string[] = [];
  private columnPlaces: HeaderPlaces | null = null;
  private readingColumns = false;
  private header: { pieces: Piece[]; words: string[] } = { pieces: [], words: [] };
  private readingWords = false;
  private readingHeader = false;
  private disputeHeader: Piece[] = [];
  private disputeWords: string[] = [];
  private readingDisputes = false;

  private enter(zone: 2 | 3 | 4 | null, at: Span): void {
    if (this.zone === zone) return;
    this.zone = zone;
    this.zones.push({ table: zone, start: at.start });
    this.readingColumns = false;
    this.readingHeader = false;
    this.readingDisputes = false;
    if (zone === 2) this.columns = [];
    if (zone === 3) this.startHeader([]);
    if (zone === 4) {
      this.disputeHeader = [];
      this.disputeWords = [];
    }
  }

  read(items: readonly Item[]): this {
    for (const item of items) {
      if (item.kind === 'row') this.readRow(item.row);
      else this.enter(item.number === 2 || item.number === 3 || item.number === 4 ? item.number : null, item.span);
    }
    return this;
  }

  private startHeader(words: string[]): void {
    this.header = { pieces: [], words };
    this.readingWords = true;
  }

  private readRow(row: TableRow): void {
    if (this.readDisputeBlock(row)) return;
    let current: Piece | null = null;
    let after: Piece[] = [];
    let own: Piece[] = [];
    const flush = () => {
      if (current !== null) this.found(current, after, { ...row, labels: own, values: [] });
      current = null;
      after = [];
      own = [];
    };
    for (const piece of row.labels) {
      this.labelsMet += piece.labels.length > 0 ? 1 : 0;
      if (this.readHeader(piece, row)) {
        flush();
        own = [];
        continue;
      }
      if (this.isRowOf(piece)) {
        const waiting: Piece | null = current;
        // A group's label before its item is no row of its own; any other label left without figures is a blank row.
        const isLeft = waiting !== null && !labelOf(waiting, 'request-group');
        if (isLeft && row.mode === 'stream') flush();
        current = piece;
        // Two labels in one row of cells leave open whose its figures are.
        after = isLeft && row.mode !== 'stream' && rowNamed(waiting) !== rowNamed(piece) ? [waiting] : [];
      } else after.push(piece);
      own.push(piece);
    }
    const isHeader = row.labels.length > 0 && own.length === 0 && !row.values.some(isFigure);
    if (!isHeader) this.found(current, after, { ...row, labels: own });
  }

  /** Takes a row of table 4 that starts with the name of its block. */
  private readDisputeBlock(row: TableRow): boolean {
    const last = row.labels.at(-1);
    const block = last && this.zone === 4 && row.mode !== 'stream' ? labelOf(last, 'dispute-block') : undefined;
    if (!block || block.key === 'suits' || !row.values.some(isFigure)) return false;
    this.readingDisputes = false;
    this.disputes.push({ header: this.disputeHeader, words: this.disputeWords, block: block.key, row });
    return true;
  }

  /** Takes a label that belongs to a table's header; false for any other. */
  private readHeader(piece: Piece, row: TableRow): boolean {
    const columns = labelOf(piece, 'publication-columns');
    if (columns || labelOf(piece, 'content')) {
      this.enter(2, piece.span);
      if (!this.readingColumns) this.startBlock();
      // The column of labels stands first; behind another it is displaced, and each row's first figures precede its label.
      if (columns) this.takeColumns(columns.keys, piece, row);
      else if (this.columns.length > 0) this.columns.push('content');
      return true;
    }
    if (labelOf(piece, 'article')) {
      this.enter(2, piece.span);
      this.startBlock();
      return true;
    }
    if (opensDisputes(piece)) this.enter(4, piece.span);
    else if (opensRequests(piece)) {
      this.enter(3, piece.span);
      if (!this.readingHeader) this.startHeader(this.readingWords ? this.header.words : []);
      this.readingHeader = true;
    }
    if (this.zone === 3 && this.readingWords) this.header.words.push(piece.raw);
    if (this.zone === 4) this.disputeWords.push(piece.raw);
    if (this.zone === 4 && (labelOf(piece, 'dispute-column') || labelOf(piece, 'dispute-block'))) {
      if (!this.readingDisputes) this.disputeHeader = [];
      this.readingDisputes = true;
      this.disputeHeader.push(piece);
      return true;
    }
    if (this.zone === 3 && this.readingHeader && this.isHeaderPiece(piece, row)) {
      this.header.pieces.push(piece);
      return true;
    }
    if (this.zone === 2 && this.readingColumns && this.isColumnOfUnknownName(piece, row)) {
      this.takeColumns(['?'], piece, row);
      return true;
    }
    return false;
  }

  private takeColumns(keys: readonly string[], piece: Piece, row: TableRow): void {
    this.columns.push(...keys);
    const end = (row.values.at(-1) ?? row.labels.at(-1) ?? piece).at;
    if (row.mode !== 'stream')
      this.columnPlaces = {
        first: this.columnPlaces?.first ?? piece.at,
        end: Math.max(end, this.columnPlaces?.end ?? 0),
      };
  }

  private isColumnOfUnknownName(piece: Piece, row: TableRow): boolean {
    if (piece.labels.length > 0) return false;
    const isHeaderRow = row.mode !== 'stream' && this.columns.length > 0 && !row.values.some(isFigure);
    return isHeaderRow || /^本年|数量|件数/.test(piece.raw);
  }

  /** A cell of the header may have lost its words to damage; in a row of figures words are the row's label. */
  private isHeaderPiece(piece: Piece, row: TableRow): boolean {
    if (opensRequests(piece) || isPlainColumn(piece)) return true;
    if (piece.labels.length > 0) return false;
    return isHeaderFragment(piece.raw) || row.mode === 'stream' || !row.values.some(isFigure);
  }

  private startBlock(): void {
    this.columns = [];
    this.columnPlaces = null;
    this.block += 1;
    this.readingColumns = true;
  }

  private isRowOf(piece: Piece): boolean {
    if (this.zone === 2) return labelOf(piece, 'publication-row') !== undefined;
    return (
      this.zone === 3 && (labelOf(piece, 'request-row') !== undefined || labelOf(piece, 'request-group') !== undefined)
    );
  }

  private found(label: Piece | null, after: readonly Piece[], row: TableRow): void {
    const hasFigure = row.values.some(isFigure);
    const isEmptyDisputes = this.zone === 4 && row.labels.length === 0 && row.values.length >= DISPUTE_COLUMNS.length;
    if (label === null && !hasFigure && !isEmptyDisputes) return;
    if (this.zone === 2) this.foundPublication(label, after, row);
    if (this.zone === 3) this.foundRequest(label, after, row);
    if (this.zone === 4 && (hasFigure || isEmptyDisputes)) {
      this.readingDisputes = false;
      this.disputes.push({ header: this.disputeHeader, words: this.disputeWords, block: null, row });
    }
  }

  private foundPublication(label: Piece | null, after: readonly Piece[], row: TableRow): void {
    this.readingColumns = false;
    const name = label ? (labelOf(label, 'publication-row')?.name ?? null) : null;
    const { columns, columnPlaces: header, block } = this;
    this.publication.push({ name, foreign: after.length > 0, columns, header, block, row });
  }

  private foundRequest(label: Piece | null, after: readonly Piece[], row: TableRow): void {
    this.readingHeader = false;
    this.readingWords = false;
    const key = label ? (labelOf(label, 'request-row')?.key ?? null) : null;
    const group = label ? (labelOf(label, 'request-group')?.key ?? null) : null;
    const remains = after.map((piece) => piece.raw);
    const foreign = remains.some((raw) => !isHeaderFragment(raw) && !(key !== null && isFragmentOfRow(raw, key)));
    this.requests.push({ key: foreign ? null : key, group, foreign, remains, header: this.header, row });
  }
}
