import type { DocumentLines } from './document-lines.ts';
import { formLabels, type FormLabel } from './form-label.ts';
import type { Grid, Layout, Line } from './formats/layout.ts';
import { isFigure, pieceAt, type Piece } from './pieces.ts';
import type { Span } from './report.ts';

/** A row of a table as found, before it is known which row of the form it is. */
export interface TableRow {
  /** Text cells before the figures, in order. */
  readonly labels: readonly Piece[];
  /** Cells after the last label: figures, blanks and whatever else stands there. */
  readonly values: readonly Piece[];
  /** `grid`: cells marked by the format; `line`: one line cut at separators; `stream`: gathered from one cell a line. */
  readonly mode: 'grid' | 'line' | 'stream';
  /** Number of the table or run of lines the row stands in. */
  readonly chunk: number;
  /** Year that a line above the table, in the same section, opens with; null where none does. */
  readonly captionYear: number | null;
  readonly span: Span;
}

/** The figures of a row as published, to tell a row printed twice. */
export const figuresIn = ({ values }: TableRow): string =>
  values
    .filter(({ figure }) => figure.kind !== 'blank')
    .map(({ raw }) => raw)
    .join(' ');

/** What a document holds for the reader of tables, in reading order. */
export type Item =
  | { readonly kind: 'row'; readonly row: TableRow }
  | { readonly kind: 'section'; readonly number: number; readonly span: Span };

const ROW_KINDS: ReadonlySet<FormLabel['kind']> = new Set([
  'publication-row',
  'request-row',
  'request-group',
  'outcomes',
  'article',
]);
type FoundRow = Omit<TableRow, 'captionYear'>;

const isRowLabel = (piece: Piece): boolean => piece.labels.some((label) => ROW_KINDS.has(label.kind));
const spanOf = (pieces: readonly Piece[]): Span => ({ start: pieces[0]!.span.start, end: pieces.at(-1)!.span.end });

/** Splits a row at its last row label; without one, after its last word. A header row is labels to its last label. */
function splitRow(pieces: readonly Piece[], mode: 'grid' | 'line', chunk: number): FoundRow {
  const firstFigure = pieces.findIndex(isFigure);
  const lastLabel = pieces.findLastIndex(firstFigure === -1 ? (piece) => piece.labels.length > 0 : isRowLabel);
  // A row without a label may still have words before its figures; blanks there may be cells of the first columns.
  const words = pieces.slice(0, firstFigure === -1 ? pieces.length : firstFigure);
  const cut =
    Math.max(lastLabel, lastLabel === -1 ? words.findLastIndex((piece) => piece.figure.kind === 'text') : -1) + 1;
  return {
    labels: pieces.slice(0, cut).filter((piece) => piece.figure.kind !== 'blank'),
    values: pieces.slice(cut),
    mode,
    chunk,
    span: spanOf(pieces),
  };
}

const PROSE_LENGTH = 90;
const isProse = (piece: Piece): boolean =>
  piece.labels.length === 0 && (piece.raw.length > PROSE_LENGTH || /[。；]/.test(piece.raw));

const LONGEST_MARK = 3;
/** A mark without a letter or a digit is what is left of a figure, never a label. */
const isSpoilt = ({ raw }: Piece): boolean => raw.length <= LONGEST_MARK && /^[^\p{L}\p{N}\s]+$/u.test(raw);

/** Gathers rows from lines that hold one cell each: labels, then figures, until the next label. */
class StreamRows {
  private labels: Piece[] = [];
  private values: Piece[] = [];
  private blanks = 0;
  private openCell = false;

  constructor(
    private readonly text: string,
    private readonly emit: (row: FoundRow) => void,
    private readonly chunk: () => number,
  ) {}

  close(): void {
    const { labels, values } = this;
    if (this.blanks > 0 && values.length > 0) {
      const end = values.at(-1)!.span.end;
      for (; this.blanks > 0; this.blanks -= 1) values.push(pieceAt(this.text, end, end, values.length));
    }
    if (labels.length + values.length > 0) {
      this.emit({ labels, values, mode: 'stream', chunk: this.chunk(), span: spanOf([...labels, ...values]) });
    }
    this.labels = [];
    this.values = [];
    this.blanks = 0;
    this.openCell = false;
  }

  /** A bar on a line of its own ends the cell before it; any further one is a blank cell or the row's padding. */
  bars(count: number): void {
    this.blanks += this.openCell ? count - 1 : count;
    this.openCell = false;
  }

  private value(piece: Piece): void {
    if (this.values.length > 0 || this.labels.some(isRowLabel)) {
      for (; this.blanks > 0; this.blanks -= 1)
        this.values.push(pieceAt(this.text, piece.span.start, piece.span.start, 0));
    }
    this.blanks = 0;
    this.values.push(piece);
  }

  private label(piece: Piece): void {
    if (this.values.length > 0) this.close();
    this.blanks = 0;
    const before = this.labels.at(-1);
    if (before && before.labels.length === 0 && piece.labels.length === 0) {
      const raw = before.raw + piece.raw;
      const labels = formLabels(raw);
      if (labels.length > 0) {
        this.labels[this.labels.length - 1] = {
          ...before,
          raw,
          labels,
          span: { start: before.span.start, end: piece.span.end },
        };
        return;
      }
    }
    this.labels.push(piece);
  }

  piece(piece: Piece, closed: boolean): void {
    const hasRow = this.values.length > 0 || this.labels.length > 0;
    const isCell = piece.figure.kind === 'placeholder' || isSpoilt(piece);
    if (piece.figure.kind === 'number' || (isCell && hasRow)) this.value(piece);
    else if (isProse(piece)) this.close();
    else this.label(piece);
    this.openCell = !closed;
  }
}

const CAPTION =
  /^[\s（(]*(?:附(?:件|表)?[\d一二]?\s*[:：]?|表[\d一二三四]?\s*[:：]?)?\s*(20\d{2})\s*年(?!\s*\d{1,2}\s*月)[^。较比]{0,50}$/;

/** The rows of a document's tables and the headings of its sections, in reading order. */
export function tableItems({ text, blocks }: Layout, lines: DocumentLines): readonly Item[] {
  const items: Item[] = [];
  let chunk = 0;
  let captionYear: number | null = null;
  const emit = ({ labels, values, mode, chunk, span }: FoundRow) =>
    items.push({ kind: 'row', row: { labels, values, mode, chunk, span, captionYear } });
  const stream = new StreamRows(text, emit, () => chunk);

  const readGrid = (grid: Grid) => {
    stream.close();
    chunk += 1;
    for (const cells of grid.rows) {
      const pieces = cells.map((cell) => pieceAt(text, cell.span.start, cell.span.end, cell.column));
      if (pieces.length > 0) emit(splitRow(pieces, 'grid', chunk));
    }
    chunk += 1;
  };

  const readLine = ({ span }: Line) => {
    const heading = lines.heading(span);
    if (heading) {
      stream.close();
      chunk += 1;
      captionYear = null;
      items.push({ kind: 'section', number: heading.number, span });
      return;
    }
    const caption = CAPTION.exec(text.slice(span.start, span.end));
    if (caption) {
      stream.close();
      captionYear = Number(caption[1]);
    }
    const { pieces, bars, closed } = lines.cut(span);
    if (bars > 0) stream.bars(bars);
    else if (pieces.length === 1) stream.piece(pieces[0]!, closed);
    else if (pieces.length > 1 && pieces.some((piece) => piece.figure.kind !== 'blank')) {
      stream.close();
      emit(splitRow(pieces, 'line', chunk));
    }
  };

  for (const block of blocks) {
    if (block.kind === 'grid') readGrid(block);
    else readLine(block);
  }
  stream.close();
  return items;
}
