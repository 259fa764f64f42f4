import type { TrendSeries } from '../../charts/trend-series.ts';
import { formatSubject, subjectCells } from '../../compare/subject.ts';
import type { TrendRow } from '../../compare/trend.ts';
import type { BodyRecord, BodyTrend } from '../../state/body-record.ts';
import { amendedValue, correctedColumn, type CorrectedIndex, indexCorrections } from '../corrected-text.ts';
import { type FigureRows, figureRows, numberValue, textValue } from '../figure-rows.ts';
import { isQuotient, subjectCounts, subjectLabel, subjectName, subjectValue } from '../subject-text.ts';
import type { Wording } from '../wording.ts';

/** Name of a key figure as a title over its years. */
const trendTitle = ({ subject }: BodyTrend, wording: Wording): string =>
  wording.messages.measures[formatSubject(subject)] ?? subjectName(subject, wording);

const hasValue = ({ value }: TrendRow) => value !== null;

/** The key figures that any report of the body gives. */
export const givenTrends = ({ trends }: BodyRecord): readonly BodyTrend[] =>
  trends.filter(({ rows }) => rows.some(hasValue));

/** Names of the key figures that no report of the body gives; empty where there are none. */
export const absentTrends = ({ trends }: BodyRecord, wording: Wording): string =>
  trends
    .filter(({ rows }) => !rows.some(hasValue))
    .map((trend) => trendTitle(trend, wording))
    .join(wording.messages.comma);

const cellKey = (cell: string, year: number) => `${cell} ${year}`;

/** The corrected figures that the key figures rest on, by cell and year. */
export function bodyCorrections(record: BodyRecord): CorrectedIndex {
  const cells = new Set(givenTrends(record).flatMap(({ subject }) => subjectCells(subject)));
  return indexCorrections(
    record.corrections,
    ({ cell }) => cells.has(cell),
    ({ cell, year }) => cellKey(cell, year),
  );
}

/** A key figure as a line through the years of the dataset, its gaps with their reasons. */
export const bodySeries = (trend: BodyTrend, corrected: CorrectedIndex, wording: Wording): TrendSeries => ({
  key: formatSubject(trend.subject),
  name: trendTitle(trend, wording),
  points: trend.rows.map((row) => ({
    year: row.year,
    value: row.value,
    counts: subjectCounts(row, wording) || null,
    gap: row.gap === null ? null : wording.messages.absences[row.gap],
    amended: amendedValue(
      subjectCells(trend.subject).flatMap((cell) => corrected.of(cellKey(cell, row.year))),
      wording,
    ),
  })),
});

/** Name and latest known value of a key figure, with the year where it is not the last one of the dataset. */
export function bodyTrendTitle(trend: BodyTrend, wording: Wording): string {
  const latest = trend.rows.filter(hasValue).at(-1);
  const name = trendTitle(trend, wording);
  if (!latest) return name;
  const value = `${name} ${subjectLabel(latest.value!, trend.subject, wording)}`;
  return latest === trend.rows.at(-1) ? value : wording.messages.bodyPage.inYear(value, latest.year);
}

/** A value with its unit and, where it is a rate, its counts. */
function told({ subject }: BodyTrend, row: TrendRow, wording: Wording): string {
  const value = subjectValue(row.value!, subject, wording);
  return isQuotient(subject) ? `${value} (${subjectCounts(row, wording)})` : value;
}

/** The key figures year by year as a table. */
export function bodyTrendRows(record: BodyRecord, wording: Wording): FigureRows {
  const { messages } = wording;
  const trends = givenTrends(record);
  const corrected = bodyCorrections(record);
  const years = trends[0]?.rows.map(({ year }) => year) ?? [];
  return figureRows(years, [
    { label: messages.year, numeric: false, value: (year) => textValue(String(year)) },
    ...trends.map((trend) => ({
      label: trendTitle(trend, wording),
      numeric: true,
      value: (year: number) => {
        const row = trend.rows.find((one) => one.year === year)!;
        return numberValue(row.value, () => told(trend, row, wording), messages.absences[row.gap ?? 'no-report']);
      },
    })),
    ...correctedColumn<number>(
      corrected,
      (year) => corrected.figures.filter((figure) => figure.year === year),
      false,
      wording,
    ),
  ]);
}

/** What the body's latest report says of the key figures, and how the first of them has moved since the first report. */
export function bodyTrendFinding(record: BodyRecord, wording: Wording): string {
  const { messages } = wording;
  const trends = givenTrends(record);
  const last = Math.max(...trends.flatMap(({ rows }) => rows.filter(hasValue).map(({ year }) => year)));
  const parts = trends.flatMap((trend) => {
    const row = trend.rows.find(({ year }) => year === last)!;
    return row.value === null ? [] : [messages.overviewPart(trendTitle(trend, wording), told(trend, row, wording))];
  });
  const [lead] = trends;
  const known = lead?.rows.filter(hasValue) ?? [];
  const [first, latest] = [known[0], known.at(-1)];
  const change =
    lead && first && latest && first !== latest
      ? messages.bodyPage.change(
          trendTitle(lead, wording),
          first.year,
          told(lead, first, wording),
          latest.year,
          told(lead, latest, wording),
        )
      : '';
  return [messages.bodyPage.latest(last, parts.join(messages.comma)), change]
    .filter(Boolean)
    .join(messages.findings.space);
}
