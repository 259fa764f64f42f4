import { FORM_CELLS } from '../form/cells.ts';
import type { Edition } from '../form/edition.ts';
import { formChange } from './form-change.ts';
import type { Subject } from './subject.ts';

/** How the second of two figures stands to the first. */
export interface FigureDifference {
  /** The second less the first, in their unit; null where one is not given. */
  readonly difference: number | null;
  /** The difference over the first; null where the first is not above zero, from which nothing grows. */
  readonly growth: number | null;
}

/** The difference between two figures; nothing where one of them is not given. */
export function figureDifference(first: number | null, second: number | null): FigureDifference {
  if (first === null || second === null) return { difference: null, growth: null };
  const difference = second - first;
  return { difference, growth: first > 0 ? difference / first : null };
}

/** Whether a subject of two reports counts the same thing: on one form, or where the change of form left it as it was. */
export const isSubjectComparable = (subject: Subject, first: Edition, second: Edition): boolean =>
  first === second || formChange(subject) === 'none';

const isAsked = (edition: Edition, cell: string) => FORM_CELLS[edition].some(({ id }) => id === cell);

/** The same of a cell of either form; one that only one of the two forms asks for is never comparable. */
export const isCellComparable = (cell: string, first: Edition, second: Edition): boolean =>
  first === second ||
  (isAsked(first, cell) && isAsked(second, cell) && isSubjectComparable({ kind: 'measure', id: cell }, first, second));
