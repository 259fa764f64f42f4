import type { CorrectedFigure } from '../../compare/corrections.ts';
import {
  type FigureDifference,
  figureDifference,
  isCellComparable,
  isSubjectComparable,
} from '../../compare/figure-difference.ts';
import { INDICATOR_SUBJECTS } from '../../compare/report-indicators.ts';
import { type Subject, subjectCells } from '../../compare/subject.ts';
import { CELLS_ONLY_2019, FORM_CELLS, type FormCell, MEASURES } from '../../form/cells.ts';
import type { FiledYears } from '../../state/filed-years.ts';
import { formOfReport, type ReportSide } from '../../state/side-by-side.ts';
import type { BodyYear } from '../../store/body-years.ts';
import type { NullReason } from '../../store/gap-reason.ts';

/** How the two sides of an item stand to each other. */
export type SideState = 'differs' | 'same' | 'one-gap' | 'both-gaps' | 'not-comparable';

/** An item of one side: its value, or why it has none. */
export interface SideValue {
  readonly value: number | null;
  /** Counts behind an indicator's value; null for a figure of the form and where a part is not given. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Why there is no value, and what stands in its place; null where there is one. */
  readonly gap: { readonly reason: NullReason | 'not-applicable'; readonly raw: string | null } | null;
  readonly corrections: readonly CorrectedFigure[];
}

/** An item of two reports: a figure of the form or an indicator. */
export interface SideRow extends FigureDifference {
  readonly id: string;
  readonly subject: Subject;
  /** Null for an indicator. */
  readonly cell: FormCell | null;
  readonly left: SideValue;
  readonly right: SideValue;
  readonly state: SideState;
}

/** A side that has a report. */
export interface FiledSide extends ReportSide {
  readonly filed: FiledYears;
  readonly report: BodyYear;
}

/** Whether a side has a report to show. */
export const isFiled = (side: ReportSide | null): side is FiledSide =>
  side !== null && side.filed !== null && side.report !== null;

function rowOf(
  item: Pick<SideRow, 'id' | 'subject' | 'cell'>,
  left: SideValue,
  right: SideValue,
  isComparable: boolean,
): SideRow {
  const gaps = [left, right].filter(({ value }) => value === null).length;
  const state = (): SideState => {
    if (gaps === 2) return 'both-gaps';
    if (!isComparable) return 'not-comparable';
    if (gaps === 1) return 'one-gap';
    return left.value === right.value ? 'same' : 'differs';
  };
  const nothing = { difference: null, growth: null };
  return {
    ...item,
    left,
    right,
    state: state(),
    ...(isComparable ? figureDifference(left.value, right.value) : nothing),
  };
}

function figureOf({ filed, report }: FiledSide, id: string): SideValue {
  const value = filed.figureOf(report, id);
  return {
    value,
    numerator: null,
    denominator: null,
    gap: value === null ? filed.gapOf(report, id) : null,
    corrections: filed.correctionsOf(report, id),
  };
}

/** Every item of the forms that the two reports are on, and what they give beyond it, in the order of the form. */
export function figureRows(left: FiledSide, right: FiledSide): SideRow[] {
  const [first, second] = [formOfReport(left.report), formOfReport(right.report)];
  const asked = new Set([...FORM_CELLS[first], ...FORM_CELLS[second]].map(({ id }) => id));
  const isGiven = (id: string) => [left, right].some(({ filed, report }) => filed.figureOf(report, id) !== null);
  return [...MEASURES, ...CELLS_ONLY_2019]
    .filter(({ id }) => asked.has(id) || isGiven(id))
    .map((cell) =>
      rowOf(
        { id: cell.id, subject: { kind: 'measure', id: cell.id }, cell },
        figureOf(left, cell.id),
        figureOf(right, cell.id),
        isCellComparable(cell.id, first, second),
      ),
    );
}

function indicatorOf({ filed, report, indicators }: FiledSide, subject: Subject, place: number): SideValue {
  const { value, numerator, denominator } = indicators[place]!;
  const cells = subjectCells(subject);
  const missing = cells.find((id) => filed.figureOf(report, id) === null);
  const reason = () =>
    missing === undefined ? { reason: 'not-applicable' as const, raw: null } : filed.gapOf(report, missing);
  return {
    value,
    numerator,
    denominator,
    gap: value === null ? reason() : null,
    corrections: cells.flatMap((id) => filed.correctionsOf(report, id)),
  };
}

/** Every indicator of the two reports, in the order of the pages. */
export function indicatorRows(left: FiledSide, right: FiledSide): SideRow[] {
  const [first, second] = [formOfReport(left.report), formOfReport(right.report)];
  return INDICATOR_SUBJECTS.map((subject, place) =>
    rowOf(
      { id: subject.kind === 'indicator' ? subject.key : subject.id, subject, cell: null },
      indicatorOf(left, subject, place),
      indicatorOf(right, subject, place),
      isSubjectComparable(subject, first, second),
    ),
  );
}

/** Whether the two sides of an item do not say the same. */
export const isDiffering = ({ state }: SideRow): boolean => state !== 'same' && state !== 'both-gaps';

const STATES: readonly SideState[] = ['differs', 'same', 'one-gap', 'both-gaps', 'not-comparable'];

/** How many items stand in each way, those that occur. */
export const countStates = (rows: readonly SideRow[]): { readonly state: SideState; readonly items: number }[] =>
  STATES.map((state) => ({ state, items: rows.filter((row) => row.state === state).length })).filter(
    ({ items }) => items > 0,
  );
