import { APPLICANT_COLUMNS } from '../form/applicants.ts';
import { REQUEST_ROWS, ROWS_OF_OTHER } from '../form/requests.ts';
import { SUM_RULES, type SumRule } from '../form/sums.ts';

/** Figures of one report by cell; a cell without a figure is missing. */
export type ReportFigures = ReadonlyMap<string, number>;

/** A sum of the form whose figures are all known, with what is missing from its right side. */
export interface CheckedSum {
  readonly sum: SumRule;
  /** Left side less right side: 0 where it holds. */
  readonly difference: number;
}

const one = APPLICANT_COLUMNS.map(({ key }) => `other_all_${key}`);
const three = ROWS_OF_OTHER.flatMap((row) => APPLICANT_COLUMNS.map(({ key }) => `${row}_${key}`));

/** The sums that a report is held to: those of the rows it gives under 其他处理. */
export const sumsOf = (figures: ReportFigures): readonly SumRule[] =>
  SUM_RULES[one.some((id) => figures.has(id)) && !three.some((id) => figures.has(id)) ? '2019' : '2021'];

const added = (figures: ReportFigures, ids: readonly string[]) => ids.reduce((sum, id) => sum + figures.get(id)!, 0);

/** How a sum stands; null where a gap is in it. */
export function checkSum(figures: ReportFigures, sum: SumRule): CheckedSum | null {
  const isKnown = [...sum.left, ...sum.right].every((id) => figures.has(id));
  return isKnown ? { sum, difference: added(figures, sum.left) - added(figures, sum.right) } : null;
}

const COLUMNS = APPLICANT_COLUMNS.map(({ key }) => key);
const OUTCOMES = REQUEST_ROWS.filter(({ role }) => role === 'outcome').map(({ key }) => key);

/** Whether no column has an outcome without a request, as far as the figures tell. */
export const hasNoOutcomeOfNothing = (figures: ReportFigures): boolean =>
  COLUMNS.every((column) => {
    const received = [figures.get(`new_${column}`), figures.get(`carried_in_${column}`)];
    return (
      received.some((count) => count !== 0) || OUTCOMES.every((row) => (figures.get(`${row}_${column}`) ?? 0) === 0)
    );
  });
