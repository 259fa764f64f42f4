import type { DocumentLines } from './document-lines.ts';
import { joinNormal, type NormalText } from './normalise.ts';
import type { Paragraph } from './paragraphs.ts';
import type { Span } from './report.ts';

/** A sentence of the prose in normal form, with the way back to its published characters. */
export interface Sentence {
  readonly text: string;
  /** The same characters as the document has them. */
  readonly published: string;
  /** Section of the form it stands in; null before the first heading. */
  readonly section: number | null;
  /** Place in the document of a stretch of `text`. */
  spanOf(start: number, end: number): Span;
}

class NormalSentence implements Sentence {
  constructor(
    private readonly document: string,
    private readonly normal: NormalText,
    private readonly from: number,
    readonly text: string,
    readonly section: number | null,
  ) {}

  get published(): string {
    const { start, end } = this.spanOf(0, this.text.length);
    return this.document.slice(start, end);
  }

  spanOf(start: number, end: number): Span {
    const { normal, from } = this;
    return { start: normal.at(from + start), end: normal.at(from + end - 1) + 1 };
  }
}

/** The sentences of a paragraph, cut at full stops, semicolons, exclamation and question marks. */
export function sentencesOf(document: DocumentLines, { lines, section }: Paragraph): Sentence[] {
  const normal = joinNormal(lines.map((line) => document.normal(line)));
  const found = normal.text.matchAll(/[^。;!?\t]+[。;!?]?/g);
  return Array.from(found, ({ 0: text, index }) => new NormalSentence(document.text, normal, index, text, section));
}
