import { normaliseText, type NormalText } from './normalise.ts';
import { cutLine, type CutLine } from './pieces.ts';
import type { Span } from './report.ts';
import { sectionHeading, type SectionHeading } from './sections.ts';

/** What is asked of the lines of one document by several of its readers, each answer worked out once. */
export class DocumentLines {
  readonly #normal = new Map<Span, NormalText>();
  readonly #headings = new Map<Span, SectionHeading | null>();
  readonly #cut = new Map<Span, CutLine>();

  constructor(readonly text: string) {}

  /** The line in normal form. */
  normal(line: Span): NormalText {
    let normal = this.#normal.get(line);
    if (!normal) {
      normal = normaliseText(this.text, line.start, line.end);
      this.#normal.set(line, normal);
    }
    return normal;
  }

  /** The section that the line is the heading of; null for any other line. */
  heading(line: Span): SectionHeading | null {
    let heading = this.#headings.get(line);
    if (heading === undefined) {
      heading = sectionHeading(this.text.slice(line.start, line.end));
      this.#headings.set(line, heading);
    }
    return heading;
  }

  /** The line cut into cells. */
  cut(line: Span): CutLine {
    let cut = this.#cut.get(line);
    if (!cut) {
      cut = cutLine(this.text, line);
      this.#cut.set(line, cut);
    }
    return cut;
  }
}
