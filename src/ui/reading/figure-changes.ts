import { formCell } from '../../form/cells.ts';
import type { NullReason } from '../../store/gap-reason.ts';
import type { FilledForm, FormFigure } from './form-figures.ts';

/** What stands in a cell: a figure, or why there is none. */
export type CellState = number | NullReason;

/** A cell that two versions of a report do not give alike. */
export interface FigureChange {
  readonly cell: string;
  readonly before: CellState;
  readonly after: CellState;
}

function stateOf(figure: FormFigure | undefined): CellState {
  if (!figure) return 'not-asked';
  if (figure.value !== null) return figure.value;
  return figure.typed ? 'struck' : (figure.gap?.reason ?? 'not-listed');
}

/** What a later version of a report gives otherwise than an earlier one, in the form's order. */
export function figureChanges(before: FilledForm, after: FilledForm): FigureChange[] {
  const ids = new Set([...after.figures.keys(), ...before.figures.keys()]);
  return [...ids].flatMap((cell) => {
    const change = { cell, before: stateOf(before.figures.get(cell)), after: stateOf(after.figures.get(cell)) };
    return change.before === change.after || !formCell(cell) ? [] : [change];
  });
}
