import { FORM_CELLS, type FormCell, formCell } from '../../form/cells.ts';
import { type Edition, editionDue } from '../../form/edition.ts';
import { type Correction, isOutdated } from '../../host/kept-report.ts';
import type { Cell, Gap, Report } from '../../read/report.ts';

/** A cell of the form with all that is known of it: what was read, or why nothing was, and what was typed. */
export interface FormFigure {
  readonly cell: FormCell;
  readonly read: Cell | null;
  readonly gap: { readonly reason: Gap['reason'] | 'not-listed'; readonly raw: string | null } | null;
  /** Null where nothing was typed. */
  readonly typed: Correction | null;
  /** Whether what was typed was typed over another reading than this, and differs from this too. */
  readonly isOutdated: boolean;
  /** The figure that counts: the typed one before the read one; null for none. */
  readonly value: number | null;
}

/** What stands in a report's form: every cell of its edition, and those of the other edition that it also gives. */
export interface FilledForm {
  readonly edition: Edition;
  readonly figures: ReadonlyMap<string, FormFigure>;
  /** The edition's form and, where the report mixes forms, the other one with the cells it gives. */
  readonly others: { readonly edition: Edition; readonly cells: ReadonlySet<string> } | null;
}

const NEWEST: Edition = '2021';
const otherThan = (edition: Edition): Edition => (edition === '2021' ? '2019' : '2021');

/**
 * Fills a report's form; without a report it is the empty form of the year, for typing. What a list does not say of a row
 * (`isListed`) is not listed; what a document does not say lacks its table.
 */
export function fillForm(
  report: Pick<Report, 'edition' | 'cells' | 'gaps'> | null,
  year: number | null,
  typed: readonly Correction[],
  isListed = false,
): FilledForm {
  const edition = report?.edition ?? (year === null ? null : editionDue(year)) ?? NEWEST;
  const cells = new Map(report?.cells.map((cell) => [cell.id, cell]));
  const gaps = new Map(report?.gaps.map((gap) => [gap.id, gap]));
  const byHand = new Map(typed.map((figure) => [figure.cell, figure]));
  const figures = new Map<string, FormFigure>();
  const unsaid = { reason: isListed ? ('not-listed' as const) : ('table-absent' as const), raw: null };
  const add = (cell: FormCell) => {
    const read = cells.get(cell.id) ?? null;
    const figure = byHand.get(cell.id) ?? null;
    const gap = read ? null : (gaps.get(cell.id) ?? (report ? unsaid : null));
    const now = read?.value ?? null;
    figures.set(cell.id, {
      cell,
      read,
      gap,
      typed: figure,
      isOutdated: figure !== null && isOutdated({ ...figure, read: now }),
      value: figure ? figure.after : now,
    });
  };
  FORM_CELLS[edition].forEach(add);
  const strangers = [...cells.keys(), ...gaps.keys(), ...byHand.keys()].filter((id) => !figures.has(id));
  for (const id of strangers) {
    const cell = formCell(id);
    if (cell) add(cell);
  }
  const shown = strangers.filter((id) => figures.has(id));
  return {
    edition,
    figures,
    others: shown.length === 0 ? null : { edition: otherThan(edition), cells: new Set(shown) },
  };
}
