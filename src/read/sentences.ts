import type { DocumentLines } from './document-lines.ts';
import { joinNormal } from './normalise.ts';
import type { Paragraph } from './paragraphs.ts';
import type { Span } from './report.ts';

/** A sentence of the prose in normal form, with the way back to its published characters. */
export interface Sentence {
  readonly text: string;
  /** The same characters as the document has them. */
  readonly published: string;
  readonly span: Span;
  /** Section of the form it stands in; null before the first heading. */
  readonly section: number | null;
  /** Place in the document of a stretch of `text`. */
  spanOf(start: number, end: number): Span;
}

/** The sentences of a paragraph, cut at full stops, semicolons, exclamation and question marks. */
export function sentencesOf(document: DocumentLines, { lines, section }: Paragraph): Sentence[] {
  const { text } = document;
  const normal = joinNormal(lines.map((line) => document.normal(line)));
  const sentences: Sentence[] = [];
  for (const match of normal.text.matchAll(/[^。;!?\t]+[。;!?]?/g)) {
    const from = match.index;
    const spanOf = (start: number, end: number): Span => ({
      start: normal.at(from + start),
      end: normal.at(from + end - 1) + 1,
    });
    const span = spanOf(0, match[0].length);
    sentences.push({ text: match[0], published: text.slice(span.start, span.end), span, section, spanOf });
  }
  return sentences;
}
