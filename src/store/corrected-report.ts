import { formCell, isMeasure } from '../form/cells.ts';
import type { Correction } from '../read/correction.ts';
import type { Cell, Gap, Report } from '../read/report.ts';
import type { StoredGapReason } from './gap-reason.ts';

/** A gap as it is stored: the reader's, or of a figure that a person took away. */
export interface StoredGap extends Omit<Gap, 'reason'> {
  readonly reason: StoredGapReason;
}

/** A correction with the figure that is read now. */
export interface SettledCorrection extends Correction {
  /** The figure as read; null for a gap. */
  readonly read: number | null;
  /** Whether something else was read when the correction was made; false where it does not say what. */
  readonly isOutdated: boolean;
}

/** The figures of a report as they count, its gaps, and the corrections between what was read and what counts. */
export interface CorrectedReport {
  /** The figures as read, where each of them stands. */
  readonly read: readonly Cell[];
  /** The figures that count. */
  readonly figures: readonly Pick<Cell, 'id' | 'value'>[];
  /** The gaps as read, filled ones too, and those of figures taken away. */
  readonly gaps: readonly StoredGap[];
  readonly corrections: readonly SettledCorrection[];
}

/** Whether a correction changes the figure that is read. */
export const isChange = ({ read, after }: SettledCorrection): boolean => read !== after;

/** A count that is no whole number cannot be a figure of its column: it becomes a gap that keeps what was published. */
const fits = ({ id, value }: Cell) => Number.isSafeInteger(value) || !isMeasure(id) || formCell(id)!.type === 'decimal';

const asGap = ({ id, raw, span }: Cell, reason: StoredGapReason): StoredGap => ({ id, reason, raw, span });

/** Sets corrections beside what was read: nothing that was read is lost, and a person's figure counts. */
export function applyCorrections(
  { cells, gaps }: Pick<Report, 'cells' | 'gaps'>,
  made: readonly Correction[],
): CorrectedReport {
  const odd = cells.filter((cell) => !fits(cell));
  const fitting = odd.length === 0 ? cells : cells.filter(fits);
  const open: readonly StoredGap[] = [...gaps, ...odd.map((cell) => asGap(cell, 'not-a-number'))];
  if (made.length === 0) return { read: fitting, figures: fitting, gaps: open, corrections: [] };
  // The order in which corrections come must not tell datasets apart.
  const corrections = [...made].sort((a, b) => (a.cell < b.cell ? -1 : 1));
  const byCell = new Map(corrections.map((correction) => [correction.cell, correction]));
  const read = new Map(cells.map(({ id, value }) => [id, value]));
  return {
    read: fitting,
    figures: [
      ...fitting.filter(({ id }) => !byCell.has(id)),
      ...corrections.flatMap(({ cell, after }) => (after === null ? [] : [{ id: cell, value: after }])),
    ],
    gaps: [...open, ...fitting.filter(({ id }) => byCell.get(id)?.after === null).map((cell) => asGap(cell, 'struck'))],
    corrections: corrections.map((correction) => {
      const now = read.get(correction.cell) ?? null;
      return { ...correction, read: now, isOutdated: correction.before !== undefined && correction.before !== now };
    }),
  };
}
