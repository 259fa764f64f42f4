import { CLAIM_TOPICS } from '../../read/claim-topics.ts';
import type { Claim, Report, Span } from '../../read/report.ts';

/** What was read from a stretch of the document: a cell of the form, with or without a figure, or a claim of the prose. */
export type Token =
  | { readonly kind: 'figure' | 'gap'; readonly cell: string }
  | { readonly kind: 'claim'; readonly claim: Claim; readonly cell: string | null };

/** A stretch of the document that something was read from; empty where the cell is blank. */
export interface SourceMark extends Span {
  readonly tokens: readonly Token[];
}

/** Characters of the document in reading order; `mark` is the place of their mark among all marks, if they have one. */
export interface SourcePiece {
  readonly text: string;
  readonly mark: number | null;
}

/** The document's text cut into blocks of whole lines, and the marks in it. */
export interface MarkedSource {
  readonly blocks: readonly (readonly SourcePiece[])[];
  readonly marks: readonly SourceMark[];
  /** Place of the mark that a cell was read from, by the cell's id. */
  readonly markOf: ReadonlyMap<string, number>;
}

const LINES_A_BLOCK = 40;

const topicCell = new Map(
  CLAIM_TOPICS.flatMap(({ key, measures: [first, ...others] }) =>
    first?.length === 1 && others.length === 0 ? [[key, first[0]!]] : [],
  ),
);

function tokensOf({ cells, gaps, claims }: Report): { span: Span; token: Token }[] {
  const placed = <Item extends { readonly span: Span | null }>(
    items: readonly Item[],
    tokenOf: (item: Item) => Token,
  ) => items.flatMap((item) => (item.span ? [{ span: item.span, token: tokenOf(item) }] : []));
  return [
    ...placed(cells, ({ id }) => ({ kind: 'figure', cell: id })),
    ...placed(gaps, ({ id }) => ({ kind: 'gap', cell: id })),
    ...placed(claims, (claim) => ({ kind: 'claim', claim, cell: topicCell.get(claim.topic) ?? null })),
  ];
}

/** The marks in the order of the text; stretches that overlap are one mark with all that was read from it. */
function marksOf(report: Report): SourceMark[] {
  const found = tokensOf(report).sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const marks: { start: number; end: number; tokens: Token[] }[] = [];
  for (const { span, token } of found) {
    const last = marks[marks.length - 1];
    const isSame =
      last !== undefined && (span.start < last.end || (span.start === last.start && span.end === last.end));
    if (!isSame) marks.push({ start: span.start, end: span.end, tokens: [token] });
    else {
      last.end = Math.max(last.end, span.end);
      last.tokens.push(token);
    }
  }
  return marks;
}

/** Places where the text may be cut into blocks: behind every so many lines, never inside a mark. */
function blockEnds(text: string, marks: readonly SourceMark[]): number[] {
  const ends: number[] = [];
  let lines = 0;
  let mark = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    lines += 1;
    if (lines < LINES_A_BLOCK) continue;
    const end = at + 1;
    while (mark < marks.length && marks[mark]!.end < end) mark += 1;
    if (mark < marks.length && marks[mark]!.start < end && marks[mark]!.end >= end) continue;
    ends.push(end);
    lines = 0;
  }
  if (ends[ends.length - 1] !== text.length) ends.push(text.length);
  return ends;
}

/** Lays a report's text out for showing: once for a report, in one pass over its characters. */
export function markSource(report: Report): MarkedSource {
  const { text } = report;
  const marks = marksOf(report);
  const blocks: SourcePiece[][] = [];
  let at = 0;
  let mark = 0;
  for (const end of blockEnds(text, marks)) {
    const pieces: SourcePiece[] = [];
    for (; mark < marks.length && (marks[mark]!.end < end || end === text.length); mark += 1) {
      const { start, end: stop } = marks[mark]!;
      if (start > at) pieces.push({ text: text.slice(at, start), mark: null });
      pieces.push({ text: text.slice(start, stop), mark });
      at = stop;
    }
    if (end > at) pieces.push({ text: text.slice(at, end), mark: null });
    at = end;
    blocks.push(pieces);
  }
  const markOf = new Map<string, number>();
  marks.forEach(({ tokens }, index) => {
    for (const token of tokens) if (token.kind !== 'claim') markOf.set(token.cell, index);
  });
  return { blocks, marks, markOf };
}
