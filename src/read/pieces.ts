import { isChinese, isWhiteSpace } from './characters.ts';
import { readFigure, type Figure } from './figure.ts';
import { formLabels, type FormLabel } from './form-label.ts';
import type { Span } from './report.ts';

/** A cell's characters at their place in a row, as a figure and as a label. */
export interface Piece {
  readonly span: Span;
  readonly raw: string;
  /** Position in the row: grid column, or count of separators before it. */
  readonly at: number;
  readonly figure: Figure;
  readonly labels: readonly FormLabel[];
}

/** A line of text cut into cells. */
export interface CutLine {
  readonly pieces: readonly Piece[];
  /** Bars that stand alone on the line, with no cell. */
  readonly bars: number;
  /** Whether a bar closes the line's last cell. */
  readonly closed: boolean;
}

const NO_LABELS: readonly FormLabel[] = [];

/** The piece that a stretch of the text makes as a cell. */
export function pieceAt(text: string, start: number, end: number, at: number): Piece {
  let from = start;
  let to = end;
  while (from < to && isWhiteSpace(text.charCodeAt(from))) from += 1;
  while (to > from && isWhiteSpace(text.charCodeAt(to - 1))) to -= 1;
  const raw = text.slice(from, to);
  const figure = readFigure(raw);
  const labels = figure.kind === 'text' ? formLabels(raw) : NO_LABELS;
  return { span: { start: from, end: to }, raw, at, figure, labels };
}

/** The pieces between the places of a mark (a tab, a bar) in a line. */
function cutAtMark(text: string, { start, end }: Span, mark: string): Piece[] {
  const pieces: Piece[] = [];
  const line = text.slice(start, end);
  let from = 0;
  for (let place = line.indexOf(mark); place >= 0; place = line.indexOf(mark, from)) {
    pieces.push(pieceAt(text, start + from, start + place, pieces.length));
    from = place + 1;
  }
  pieces.push(pieceAt(text, start + from, end, pieces.length));
  return pieces;
}

function cutAt(text: string, span: Span, separator: RegExp): Piece[] {
  const pieces: Piece[] = [];
  const line = text.slice(span.start, span.end);
  let from = 0;
  for (const match of line.matchAll(separator)) {
    pieces.push(pieceAt(text, span.start + from, span.start + match.index, pieces.length));
    from = match.index + match[0].length;
  }
  pieces.push(pieceAt(text, span.start + from, span.end, pieces.length));
  return pieces;
}

const isRule = (line: string): boolean => /^[\s|:+=-]*$/.test(line) && /[-=]{3,}/.test(line);
const isPageNumber = (line: string): boolean =>
  /^\s*(?:[-—–·]\s*\d{1,3}\s*[-—–·]|第\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?|\d{1,3}\s*\/\s*\d{1,3})\s*$/.test(
    line,
  );

/** Rules and page numbers begin with no Chinese character but 第. */
const mayBeMark = (line: string): boolean => !isChinese(line.charCodeAt(0)) || line.startsWith('第');

/** Cuts a barred line: a bar at either edge is the table's border, but blanks before the first bar are a cell. */
function cutBars(text: string, span: Span, line: string): CutLine {
  if (/^[\s|]*$/.test(line)) return { pieces: [], bars: line.split('|').length - 1, closed: false };
  const closed = /\|\s*$/.test(line);
  const inner = {
    start: span.start + (line.startsWith('|') ? 1 : 0),
    end: closed ? span.start + line.lastIndexOf('|') : span.end,
  };
  const pieces = cutAtMark(text, inner, '|');
  const isLone = pieces.length === 2 && pieces[0]!.raw === '';
  return { pieces: isLone ? pieces.slice(1) : pieces, bars: 0, closed };
}

const isFigureKind = ({ kind }: Figure): boolean => kind === 'number' || kind === 'placeholder';

/** Whether a piece holds a number, or a sign that stands where a number is due. */
export const isFigure = (piece: Piece): boolean => isFigureKind(piece.figure);

/** The last word of a text of several; null for a single word. */
function lastWord(trimmed: string): string | null {
  let from = trimmed.length;
  while (from > 0 && !isWhiteSpace(trimmed.charCodeAt(from - 1))) from -= 1;
  return from === 0 ? null : trimmed.slice(from);
}

/** Cuts `行政许可 97` or `32 2 0 0` at single spaces where everything after the label is a figure. */
function cutFigures(text: string, span: Span): Piece[] | null {
  const words = cutAt(text, span, /[^\S\n]+/g).filter((piece) => piece.raw !== '');
  let first = words.length;
  while (first > 0 && isFigure(words[first - 1]!)) first -= 1;
  const figures = words.slice(first);
  if (figures.length === 0 || words.length < 2) return null;
  if (first === 0) return figures.map((piece, at) => ({ ...piece, at }));
  // Figures among the words are those of another row that this one was joined to.
  if (words.slice(0, first).some(isFigure)) return null;
  const label = pieceAt(text, words[0]!.span.start, words[first - 1]!.span.end, 0);
  if (label.labels.length === 0 && figures.length < 2) return null;
  return [label, ...figures.map((piece, index) => ({ ...piece, at: index + 1 }))];
}

/** Cuts a line of text into cells at tabs, bars or gaps of two or more blanks. */
export function cutLine(text: string, span: Span): CutLine {
  const line = text.slice(span.start, span.end);
  if (mayBeMark(line) && (isRule(line) || isPageNumber(line))) return { pieces: [], bars: 0, closed: false };
  if (line.includes('\t')) return { pieces: cutAtMark(text, span, '\t'), bars: 0, closed: false };
  if (line.includes('|') || line.includes('｜')) return cutBars(text, span, line);
  const whole = pieceAt(text, span.start, span.end, 0);
  if (whole.raw === '') return { pieces: [], bars: 0, closed: false };
  const last = lastWord(whole.raw);
  if (last === null) return { pieces: [whole], bars: 0, closed: false };
  const figures = isFigureKind(readFigure(last)) ? cutFigures(text, span) : null;
  if (figures) return { pieces: figures, bars: 0, closed: false };
  if (/\S\s{2,}\S/.test(line) && whole.labels.length === 0) {
    return { pieces: cutAt(text, whole.span, /\s{2,}/g), bars: 0, closed: false };
  }
  return { pieces: [whole], bars: 0, closed: false };
}
