import type { FormCell } from '../../form/cells.ts';
import { readFigure } from '../../read/figure.ts';

/** Why what was typed is no figure for its cell. */
export type TypingTrouble = 'empty' | 'no-number' | 'other-unit' | 'negative' | 'not-whole' | 'too-large';

const LARGEST_AMOUNT = 1e12;

/**
 * Reads what a person typed for a cell as the reader reads a printed one (full-width digits and thousands separators
 * are fine), and holds it to the cell's unit, type and sign.
 */
export function readTyped(text: string, cell: Pick<FormCell, 'unit' | 'type' | 'signed'>): number | TypingTrouble {
  const figure = readFigure(text);
  if (figure.kind === 'blank') return 'empty';
  if (figure.kind !== 'number' || figure.noted) return 'no-number';
  if (figure.unit !== '' && figure.unit !== cell.unit) return 'other-unit';
  if (figure.value < 0 && !cell.signed) return 'negative';
  if (cell.type === 'integer' && !Number.isInteger(figure.value)) return 'not-whole';
  return Math.abs(figure.value) > LARGEST_AMOUNT ? 'too-large' : figure.value;
}
