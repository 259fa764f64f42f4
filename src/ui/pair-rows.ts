import type { ScatterDot } from '../charts/scatter-layout.ts';
import type { PairAsk, PairRow, PairSummary } from '../compare/pair.ts';
import type { Subject } from '../compare/subject.ts';
import { amendedValue, correctedColumn, type CorrectedIndex } from './corrected-text.ts';
import { type FigureRows, figureRows, numberValue, textValue } from './figure-rows.ts';
import { subjectName, subjectUnit, subjectValue } from './subject-text.ts';
import type { Wording } from './wording.ts';

/** A measure of a pair as what is compared. */
export const pairSubject = (id: string): Subject => ({ kind: 'measure', id });

/** Every body that gives both figures as a dot, keyed by its number. */
export const pairDots = (rows: readonly PairRow[], corrected: CorrectedIndex, wording: Wording): ScatterDot[] =>
  rows.map(({ bodyId, name, x, y }) => ({
    ...{ key: String(bodyId), name, x, y },
    amended: amendedValue(corrected.of(bodyId), wording),
  }));

/** Every body that gives both figures as a table. */
export function pairTable(
  ask: PairAsk,
  rows: readonly PairRow[],
  corrected: CorrectedIndex,
  wording: Wording,
): FigureRows {
  const column = (id: string, value: (row: PairRow) => number) => ({
    label: subjectName(pairSubject(id), wording),
    numeric: true,
    unit: subjectUnit(pairSubject(id), wording),
    value: (row: PairRow) => numberValue(value(row), (figure) => subjectValue(figure, pairSubject(id), wording)),
  });
  return figureRows(rows, [
    { label: wording.messages.name, numeric: false, value: ({ name }) => textValue(name) },
    column(ask.x, ({ x }) => x),
    column(ask.y, ({ y }) => y),
    ...correctedColumn<PairRow>(corrected, ({ bodyId }) => corrected.of(bodyId), false, wording),
  ]);
}

/** How many reports give both figures, their medians, and how many lack one or both. */
export function pairFinding(ask: PairAsk, summary: PairSummary, wording: Wording): string {
  const { messages, exact } = wording;
  if (summary.reports === 0) return messages.findings.noReports(ask.year);
  const [x, y] = [ask.x, ask.y].map((id) => subjectName(pairSubject(id), wording)) as [string, string];
  const median = (name: string, value: number | null) => `${name} ${value === null ? '—' : exact(value)}`;
  const { reports, both, onlyX, onlyY, neither, medianX, medianY } = summary;
  const given = messages.findings.bothGiven(
    ask.year,
    exact(both),
    exact(reports),
    median(x, medianX),
    median(y, medianY),
  );
  if (both === reports) return given;
  const missing = messages.findings.oneGiven(exact(onlyX), exact(onlyY), exact(neither), x, y);
  return [given, missing].join(messages.findings.space);
}
