import type { RankedBar } from '../charts/ranking-row.ts';
import type { RankingRow } from '../compare/ranking.ts';
import type { Subject } from '../compare/subject.ts';
import { FEW_CASES } from '../state/comparison.ts';
import { amendedValue, correctedColumn, type CorrectedIndex } from './corrected-text.ts';
import { type FigureRows, figureRows, numberValue, textValue } from './figure-rows.ts';
import { isQuotient, subjectCounts, subjectUnit, subjectValue } from './subject-text.ts';
import type { Wording } from './wording.ts';

/** The ranking as the chart takes it, keyed by the bodies' numbers. */
export const rankedBars = (
  rows: readonly RankingRow[],
  subject: Subject,
  corrected: CorrectedIndex,
  wording: Wording,
): RankedBar[] =>
  rows.map((row) => ({
    key: String(row.bodyId),
    name: row.name,
    rank: row.rank,
    value: row.value,
    low: row.low,
    high: row.high,
    counts: subjectCounts(row, wording) || null,
    gap: row.gap === null ? null : wording.messages.absences[row.gap],
    few: isQuotient(subject) && row.value !== null && (row.denominator ?? 0) < FEW_CASES,
    amended: amendedValue(corrected.of(row.bodyId), wording),
  }));

/** The ranking as a table. */
export function rankingRows(
  rows: readonly RankingRow[],
  subject: Subject,
  corrected: CorrectedIndex,
  wording: Wording,
): FigureRows {
  const { messages, exact } = wording;
  const value = (number: number) => subjectValue(number, subject, wording);
  const quotient = isQuotient(subject);
  return figureRows(rows, [
    { label: messages.name, numeric: false, value: (row) => textValue(row.name) },
    { label: messages.region, numeric: false, value: (row) => textValue(row.region) },
    { label: messages.rank, numeric: true, value: (row) => numberValue(row.rank, exact) },
    {
      label: messages.value,
      numeric: true,
      unit: subjectUnit(subject, wording),
      value: (row) => numberValue(row.value, value, row.gap === null ? undefined : messages.absences[row.gap]),
    },
    ...(quotient
      ? [
          {
            label: messages.numerator,
            numeric: true,
            value: (row: RankingRow) => numberValue(row.numerator, exact),
          },
          {
            label: messages.denominator,
            numeric: true,
            value: (row: RankingRow) => numberValue(row.denominator, exact),
          },
          {
            label: messages.intervalLow,
            numeric: true,
            unit: subjectUnit(subject, wording),
            value: (row: RankingRow) => numberValue(row.low, value),
          },
          {
            label: messages.intervalHigh,
            numeric: true,
            unit: subjectUnit(subject, wording),
            value: (row: RankingRow) => numberValue(row.high, value),
          },
        ]
      : []),
    ...correctedColumn<RankingRow>(corrected, (row) => corrected.of(row.bodyId), false, wording),
  ]);
}
