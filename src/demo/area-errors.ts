import { MEASURES } from '../form/cells.ts';
import { gives } from './breaks.ts';
import { isSound, type DraftReport } from './draft-report.ts';
import { LEFT_OUT } from './errors.ts';
import { planted } from './planting.ts';
import type { Random } from './random.ts';
import { positionOf, SHEET_CELLS } from './sheet.ts';

/** Cells that an area's report adds up beside its bodies' own, the totals of table 3 alone. */
const TOTALS = MEASURES.filter(({ table, column }) => table !== 3 || column === 'total').map(({ id }) =>
  positionOf(id),
);

/** A sum in which a government's report gives less than the bodies of its area do together. */
export interface BrokenAreaSum {
  readonly at: string;
  readonly position: number;
  /** The report whose planted error is the cause. */
  readonly source: DraftReport;
}

const togetherAt = (below: readonly DraftReport[], position: number): number =>
  below.reduce((sum, report) => sum + (gives(report, [position]) ? report.figures[position]! : 0), 0);

/** Every sum that a government's report gives too small, of the same year's reports of its area. */
export function brokenAreaSums(government: DraftReport, below: readonly DraftReport[]): readonly BrokenAreaSum[] {
  return TOTALS.filter(
    (position) => gives(government, [position]) && government.figures[position]! < togetherAt(below, position),
  ).map((position) => {
    const excess = ({ figures, truth }: DraftReport) => figures[position]! - truth[position]!;
    const largest = below.reduce<DraftReport | null>(
      (most, report) => (report.plant && excess(report) > (most ? excess(most) : 0) ? report : most),
      null,
    );
    return { at: SHEET_CELLS[position]!.id, position, source: largest ?? government };
  });
}

/** Share of the governments' reports in which it is tried. */
const TRIED = 0.06;
const CELLS = ['licensing_decisions', 'penalty_decisions'].map((id) => ({ id, position: positionOf(id) }));

/** A government's report from whose sum of a cell a department was left out: less than its bodies together, and no less than any of them. */
export function leaveOut(government: DraftReport, below: readonly DraftReport[], random: Random): DraftReport {
  if (!random.chance(TRIED) || !isSound(government)) return government;
  const fitting = CELLS.flatMap(({ id, position }) => {
    const parts = below.filter((report) => gives(report, [position]) && report.figures[position]! > 0);
    const stated = parts.map(({ figures }) => figures[position]!);
    const isTrue = parts.every(({ figures, truth }) => figures[position] === truth[position]);
    const least = Math.min(...stated);
    return isTrue && parts.length > 1
      ? [{ id, position, wrong: stated.reduce((sum, value) => sum + value, -least) }]
      : [];
  });
  if (fitting.length === 0) return government;
  const { id, position, wrong } = random.pick(fitting);
  return planted(
    government,
    { what: `a department left out of ${id}`, figures: new Map([[position, wrong]]) },
    LEFT_OUT,
  );
}
