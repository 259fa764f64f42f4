import type { Edition } from '../form/edition.ts';

/** A stretch of characters of the document's text: from `start` up to but not including `end` (UTF-16 units). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A figure read from a cell of the form. */
export interface Cell {
  /** Id of the cell in the form. */
  readonly id: string;
  /** The number as published, in the form's unit (fees in 万元, procurement in yuan). */
  readonly value: number;
  /** The characters of the cell as published. */
  readonly raw: string;
  /** Null where the figure was typed or made up, not read. */
  readonly span: Span | null;
}

/** Why a cell of the form has no figure. */
export const GAP_REASONS = [
  'blank',
  'not-a-number',
  'column-absent',
  'row-absent',
  'table-absent',
  'cut-off',
  'ambiguous',
] as const;

/** Why a cell of the form has no figure. */
export type GapReason = (typeof GAP_REASONS)[number];

/** A cell of the form that the report does not give: no figure, a reason, and what stands there, if anything. */
export interface Gap {
  readonly id: string;
  readonly reason: GapReason;
  /** The characters found where the figure is due; null where there is no such place. */
  readonly raw: string | null;
  readonly span: Span | null;
}

/** A figure or statement made in the report's prose. */
export interface Claim {
  /** What is claimed, a key of `CLAIM_TOPICS` in `claim-topics.ts`. */
  readonly topic: string;
  /** The number claimed, in the topic's unit; for a stated year the year. */
  readonly value: number;
  /** Section of the form the sentence stands in; null before the first heading. */
  readonly section: number | null;
  /** The sentence, as published. */
  readonly sentence: string;
  /** Where the number stands; null where the claim came from a list of figures. */
  readonly span: Span | null;
}

/** A section of the report's prose. */
export interface Passage {
  /** Section of the form, 1 to 6; 0 for text before the first heading. */
  readonly section: number;
  readonly heading: string;
  readonly text: string;
  readonly span: Span;
}

/** Something about the document's structure that an auditor may want to see: a shifted label, a name, a date. */
export interface Evidence {
  /** A key of `EVIDENCE_KINDS` in `evidence.ts`. */
  readonly kind: string;
  /** What was found, as published or in the form's terms. */
  readonly detail: string;
  readonly span: Span | null;
}

/** A published report as read: what it says, what it does not say and why, and where each thing stands in `text`. */
export interface Report {
  /** Name of the reporting body where the document gives it. */
  readonly body: string | null;
  /** Report year (not the year of publication) where the document gives it. */
  readonly year: number | null;
  /** Date of publication, YYYY-MM-DD, where the document gives it. */
  readonly published: string | null;
  /** Edition of the form its tables follow; null where no table of either edition was found. */
  readonly edition: Edition | null;
  /** Whether the report speaks for the body alone or claims to cover a whole area; null where it does not say. */
  readonly scope: 'own' | 'area' | null;
  readonly cells: readonly Cell[];
  /** One for every cell of the edition's form that has no figure; of the 2021 form when `edition` is null. */
  readonly gaps: readonly Gap[];
  readonly claims: readonly Claim[];
  readonly passages: readonly Passage[];
  readonly evidence: readonly Evidence[];
  /** The document as text, which every span points into: for HTML the text as a reader sees it, for a list its fields with their places. */
  readonly text: string;
}
