import type { StripDot } from '../charts/strip-layout.ts';
import type { Comparison, ComparisonAsk } from '../state/comparison.ts';
import { amendedValue, correctedColumn, type CorrectedIndex } from './corrected-text.ts';
import { type FigureRows, figureRows, numberValue, textValue } from './figure-rows.ts';
import { isQuotient, subjectCounts, subjectUnit, subjectValue } from './subject-text.ts';
import type { Wording } from './wording.ts';

/** Every body with a value as a dot, keyed by its number. */
export const stripDots = (answer: Comparison, corrected: CorrectedIndex, wording: Wording): StripDot[] =>
  answer.distribution.map((row) => ({
    key: String(row.bodyId),
    name: row.name,
    value: row.value,
    counts: subjectCounts(row, wording) || null,
    amended: amendedValue(corrected.of(row.bodyId), wording),
  }));

/** Every body with a value as a table, the lowest value first. */
export function stripRows(
  ask: ComparisonAsk,
  answer: Comparison,
  corrected: CorrectedIndex,
  wording: Wording,
): FigureRows {
  const { messages, exact } = wording;
  type Row = Comparison['distribution'][number];
  return figureRows<Row>(answer.distribution, [
    { label: messages.name, numeric: false, value: (row) => textValue(row.name) },
    {
      label: messages.value,
      numeric: true,
      unit: subjectUnit(ask.subject, wording),
      value: (row) => numberValue(row.value, (value) => subjectValue(value, ask.subject, wording)),
    },
    ...(isQuotient(ask.subject)
      ? [
          { label: messages.numerator, numeric: true, value: (row: Row) => numberValue(row.numerator, exact) },
          { label: messages.denominator, numeric: true, value: (row: Row) => numberValue(row.denominator, exact) },
        ]
      : []),
    ...correctedColumn<Row>(corrected, (row) => corrected.of(row.bodyId), false, wording),
  ]);
}

/** From where to where the values reach, and how many of them are zero. */
export function stripFinding(ask: ComparisonAsk, { distribution }: Comparison, wording: Wording): string {
  const { messages, exact } = wording;
  const [first, last] = [distribution[0], distribution.at(-1)];
  if (!first || !last) return messages.noFigure;
  const told = (value: number) => subjectValue(value, ask.subject, wording);
  const zeros = distribution.filter(({ value }) => value === 0).length;
  return messages.findings.reach(exact(distribution.length), told(first.value), told(last.value), exact(zeros));
}
