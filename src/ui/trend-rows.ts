import type { TrendSeries } from '../charts/trend-series.ts';
import { formChange, NEW_FORM_YEAR } from '../compare/form-change.ts';
import type { SpreadRow } from '../compare/spread.ts';
import { subjectCells } from '../compare/subject.ts';
import { type Comparison, type ComparisonAsk, FEW_CASES } from '../state/comparison.ts';
import { amendedSum, amendedValue, correctedColumn, type CorrectedIndex, indexCorrections } from './corrected-text.ts';
import { type FigureColumn, type FigureRows, figureRows, numberValue, textValue } from './figure-rows.ts';
import {
  changeUnit,
  isQuotient,
  subjectChange,
  subjectCounts,
  subjectName,
  subjectUnit,
  subjectValue,
} from './subject-text.ts';
import type { Wording } from './wording.ts';

/** Key under which the corrected figures of all bodies together in a year are found. */
const togetherKey = (year: number) => `all ${year}`;
/** Key under which the corrected figures of a body in a year are found. */
export const bodyKey = ({ bodyId, year }: { readonly bodyId: number; readonly year: number }) => `${bodyId} ${year}`;

/** The corrected figures that a subject rests on, by body and year, and by year of all bodies together. */
export function trendCorrections(ask: ComparisonAsk, { corrections }: Comparison): CorrectedIndex {
  const cells = new Set(subjectCells(ask.subject));
  const isOfSubject = ({ cell }: { readonly cell: string }) => cells.has(cell);
  const bodies = indexCorrections(corrections, isOfSubject, bodyKey);
  const together = indexCorrections(
    corrections,
    (figure) => figure.isSelected && isOfSubject(figure),
    ({ year }) => togetherKey(year),
  );
  return { ...bodies, of: (key) => [...together.of(key), ...bodies.of(key)] };
}

/** One body, or all together, in one year as a row of the table. */
interface TrendTableRow {
  readonly name: string;
  /** Null for all bodies together. */
  readonly bodyId: number | null;
  readonly year: number;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly change: number | null;
  readonly gap: string | undefined;
  /** How the values of all bodies lie; null for a single body. */
  readonly spread: SpreadRow | null;
}

function tableRows(answer: Comparison, { messages }: Wording): TrendTableRow[] {
  const together = answer.spread.map((spread) => ({
    ...spread,
    ...{ name: messages.pooled, bodyId: null, value: spread.pooled, gap: messages.noFigure, spread },
  }));
  const bodies = answer.trend.map((row) => ({
    ...row,
    gap: row.gap === null ? undefined : messages.absences[row.gap],
    spread: null,
  }));
  return [...together, ...bodies];
}

/** All bodies together, then each followed body, year by year as a table. */
export function trendRows(ask: ComparisonAsk, answer: Comparison, wording: Wording): FigureRows {
  const { messages, exact } = wording;
  const { subject } = ask;
  const corrected = trendCorrections(ask, answer);
  const unit = subjectUnit(subject, wording);
  const told = (number: number) => subjectValue(number, subject, wording);
  type Column = FigureColumn<TrendTableRow>;
  const valued = (label: string, value: (row: TrendTableRow) => number | null | undefined): Column => ({
    ...{ label, numeric: true, unit },
    value: (row) => numberValue(value(row) ?? null, told),
  });
  const counted = (label: string, value: (row: TrendTableRow) => number | null | undefined): Column => ({
    ...{ label, numeric: true },
    value: (row) => numberValue(value(row) ?? null, exact),
  });
  const counts = [
    counted(messages.numerator, (row) => row.numerator),
    counted(messages.denominator, (row) => row.denominator),
  ];
  return figureRows(tableRows(answer, wording), [
    { label: messages.name, numeric: false, value: ({ name }) => textValue(name) },
    { label: messages.year, numeric: true, value: ({ year }) => numberValue(year, String) },
    { label: messages.value, numeric: true, unit, value: (row) => numberValue(row.value, told, row.gap) },
    ...(isQuotient(subject) ? counts : []),
    {
      label: messages.change,
      numeric: true,
      unit: changeUnit(subject, wording),
      value: (row) => numberValue(row.change, (change) => subjectChange(change, subject, wording)),
    },
    valued(messages.median, (row) => row.spread?.median),
    valued('P25', (row) => row.spread?.lower),
    valued('P75', (row) => row.spread?.upper),
    counted(messages.given, (row) => row.spread?.n),
    counted(messages.reports, (row) => row.spread?.reports),
    ...correctedColumn<TrendTableRow>(
      corrected,
      ({ bodyId, year }) => corrected.of(bodyId === null ? togetherKey(year) : bodyKey({ bodyId, year })),
      ({ bodyId }) => bodyId === null,
      wording,
    ),
  ]);
}

/** The followed bodies as lines, and before them the group together where its value is comparable to theirs. */
export function trendSeries(ask: ComparisonAsk, answer: Comparison, wording: Wording): TrendSeries[] {
  const { messages } = wording;
  const corrected = trendCorrections(ask, answer);
  const together: TrendSeries = {
    key: 'together',
    name: messages.pooled,
    points: answer.spread.map((row) => ({
      year: row.year,
      value: row.pooled,
      counts: subjectCounts(row, wording) || null,
      gap: row.pooled === null ? messages.noFigure : null,
      change: row.change === null ? undefined : messages.againstBefore(subjectChange(row.change, ask.subject, wording)),
      amended: amendedSum(corrected.of(togetherKey(row.year)), wording),
    })),
  };
  const bodies = answer.followed.map((body) => ({
    key: String(body.bodyId),
    name: body.name,
    points: answer.trend
      .filter(({ bodyId }) => bodyId === body.bodyId)
      .map((row) => ({
        year: row.year,
        value: row.value,
        counts: subjectCounts(row, wording) || null,
        gap: row.gap === null ? null : messages.absences[row.gap],
        few: isQuotient(ask.subject) && row.value !== null && (row.denominator ?? 0) < FEW_CASES,
        change:
          row.change === null ? undefined : messages.againstBefore(subjectChange(row.change, ask.subject, wording)),
        amended: amendedValue(corrected.of(bodyKey(row)), wording),
      })),
  }));
  // A sum of all bodies dwarfs each of them; it stands alone.
  return isQuotient(ask.subject) || bodies.length === 0 ? [together, ...bodies] : bodies;
}

/** The spread of all bodies behind the lines, except behind a sum of them, which is no value like theirs. */
export const trendBand = (ask: ComparisonAsk, answer: Comparison): readonly SpreadRow[] =>
  isQuotient(ask.subject) || answer.followed.length > 0 ? answer.spread : [];

/** Ends of a trend that rest on numbers of reports this far apart are not ends of the same bodies. */
const UNEVEN = 1 / 5;

const isUneven = (one: number, other: number): boolean => Math.abs(one - other) > UNEVEN * Math.max(one, other);

/** What a reader must know before comparing the ends of a trend: other bodies give it, or another form asks for it. */
function trendCautions(
  ask: ComparisonAsk,
  [first, last]: readonly [SpreadRow, SpreadRow],
  asked: readonly SpreadRow[],
  { messages, exact }: Wording,
): string[] {
  const { findings } = messages;
  const change = formChange(ask.subject);
  const isAcross = asked.some(({ year }) => year < NEW_FORM_YEAR) && last.year >= NEW_FORM_YEAR;
  return [
    ...(isUneven(first.n, last.n) ? [findings.uneven(exact(first.n), exact(last.n))] : []),
    ...(isAcross && change !== 'none' ? [findings.formChange[change]] : []),
  ];
}

/** How the group's value moved from its first to its last year, with its counts. */
export function trendFinding(ask: ComparisonAsk, answer: Comparison, wording: Wording): string {
  const { messages, exact } = wording;
  const known = answer.spread.filter((row) => row.pooled !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return messages.noFigure;
  const told = (row: typeof first) => {
    const counts = subjectCounts(row, wording);
    return `${subjectValue(row.pooled!, ask.subject, wording)}${counts ? ` (${counts})` : ''}${messages.findings.from(exact(row.n))}`;
  };
  const name = subjectName(ask.subject, wording);
  if (first === last) return messages.findings.oneYear(first.year, name, told(first));
  const change = messages.findings.change(name, first.year, told(first), last.year, told(last));
  return [change, ...trendCautions(ask, [first, last], answer.spread, wording)].join(messages.findings.space);
}
