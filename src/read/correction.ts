import { formCell } from '../form/cells.ts';

/** A person's correction of one cell of a report, kept beside what was read and never over it. */
export interface Correction {
  /** Id of the cell in either edition of the form. */
  readonly cell: string;
  /** The figure as it was read when the correction was made, null for a gap; left out where that is not known. */
  readonly before?: number | null;
  /** The figure that counts, in the form's unit; null takes the figure away. */
  readonly after: number | null;
  /** When it was made: an ISO 8601 date, with a time or without. */
  readonly madeAt: string;
  /** Why, in the person's words. */
  readonly reason?: string | null;
}

const MOMENT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;

const isMoment = (text: string) => MOMENT.test(text) && !Number.isNaN(Date.parse(text));

function figureTrouble(cell: string, value: number): string | null {
  const { type, signed } = formCell(cell)!;
  if (!Number.isFinite(value)) return `${value} is not a number`;
  if (type === 'integer' && !Number.isSafeInteger(value)) return `${value} is no whole number`;
  return value < 0 && !signed ? `${value} is below zero` : null;
}

/** Why a correction cannot be used, with the value that stands in the way; null where it can. */
export function correctionTrouble({ cell, before, after, madeAt }: Correction): string | null {
  if (!formCell(cell)) return `no edition of the form has a cell ${cell}`;
  const trouble = after === null ? null : figureTrouble(cell, after);
  if (trouble !== null) return `the correction of ${cell}: ${trouble}`;
  if (before !== undefined && before !== null && !Number.isFinite(before))
    return `the correction of ${cell}: ${before}, which was read, is not a number`;
  return isMoment(madeAt) ? null : `the correction of ${cell} says no date when it was made: ${madeAt}`;
}
