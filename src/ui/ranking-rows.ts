import type { RankedBar } from '../charts/ranking-row.ts';
import type { RankingRow } from '../compare/ranking.ts';
import type { Subject } from '../compare/subject.ts';
import { FEW_CASES } from '../state/comparison.ts';
import { amendedValue, correctedColumn, type CorrectedIndex } from './corrected-text.ts';
import { type FigureRows, figureRows, numberValue, textValue } from './figure-rows.ts';
import { isQuotient, subjectCounts, subjectUnit, subjectValue } from './subject-text.ts';
import type { Wording } from './wording.ts';

/**
 * Numbers of the runs of neighbours that cannot be told apart: each of a run has an interval that overlaps that of the run's
 * first. Null for a row without an interval, and for one whose rate rests on too few cases to be ranked.
 */
function runsAlike(rows: readonly RankingRow[]): (number | null)[] {
  let first: RankingRow | null = null;
  let run = 0;
  return rows.map((row) => {
    if (row.low === null || row.high === null || row.rank === null) {
      first = null;
      return null;
    }
    const isAlike = first !== null && row.low <= first.high! && row.high >= first.low!;
    if (!isAlike) {
      first = row;
      run += 1;
    }
    return run;
  });
}

/** The ranking as the chart takes it, keyed by the bodies' numbers. */
export const rankedBars = (
  rows: readonly RankingRow[],
  subject: Subject,
  corrected: CorrectedIndex,
  wording: Wording,
): RankedBar[] => {
  const runs = runsAlike(rows);
  return rows.map((row, index) => ({
    key: String(row.bodyId),
    name: row.name,
    rank: row.rank,
    value: row.value,
    low: row.low,
    high: row.high,
    open: row.best === null || row.worst === null ? undefined : [row.best, row.worst],
    tie: runs[index] ?? null,
    counts: subjectCounts(row, wording) || null,
    gap: row.gap === null ? null : wording.messages.absences[row.gap],
    few: isQuotient(subject) && row.value !== null && (row.denominator ?? 0) < FEW_CASES,
    amended: amendedValue(corrected.of(row.bodyId), wording),
  }));
};

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
          {
            label: messages.bestRank,
            numeric: true,
            value: (row: RankingRow) => numberValue(row.best, exact),
          },
          {
            label: messages.worstRank,
            numeric: true,
            value: (row: RankingRow) => numberValue(row.worst, exact),
          },
        ]
      : []),
    ...correctedColumn<RankingRow>(corrected, (row) => corrected.of(row.bodyId), false, wording),
  ]);
}
