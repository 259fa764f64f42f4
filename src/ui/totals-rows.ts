import type { TrendSeries } from '../charts/trend-series.ts';
import type { Corrections } from '../compare/corrections.ts';
import { OVERVIEW_MEASURES } from '../compare/overview.ts';
import type { YearTotals } from '../compare/year-totals.ts';
import { formCell } from '../form/cells.ts';
import { amendedSum, correctedColumn, type CorrectedIndex, indexCorrections } from './corrected-text.ts';
import { type FigureRows, figureRows, numberValue, textValue } from './figure-rows.ts';
import { subjectLabel, subjectName, subjectValue } from './subject-text.ts';
import type { Wording } from './wording.ts';

const measure = (id: string) => ({ kind: 'measure', id }) as const;

/** The name of a measure as a title over its totals. */
const titleOf = (id: string, wording: Wording): string =>
  wording.messages.measures[id] ?? subjectName(measure(id), wording);

const totalKey = (measure: string, year: number) => `${measure} ${year}`;

/** The corrected figures in the totals, by measure and year. */
export const totalsCorrections = (corrections: Corrections): CorrectedIndex =>
  indexCorrections(
    corrections,
    ({ isSelected, cell }) => isSelected && OVERVIEW_MEASURES.includes(cell),
    ({ cell, year }) => totalKey(cell, year),
  );

/** The totals of each measure as a line through the years; a year without a figure is a gap. */
export const totalsSeries = (
  totals: readonly YearTotals[],
  corrected: CorrectedIndex,
  wording: Wording,
): TrendSeries[] =>
  OVERVIEW_MEASURES.map((id) => ({
    key: id,
    name: titleOf(id, wording),
    points: totals.map(({ year, reports, totals: sums }) => {
      const { sum, given } = sums[id]!;
      const { neverFiled, noFigure, findings } = wording.messages;
      return {
        year,
        value: sum,
        counts: findings.coverage(wording.exact(given), wording.exact(reports)),
        gap: sum !== null ? null : reports === 0 ? neverFiled : noFigure,
        amended: amendedSum(corrected.of(totalKey(id, year)), wording),
      };
    }),
  }));

/** The totals year by year as a table: each sum, and how many reports give it. */
export function totalsRows(totals: readonly YearTotals[], corrected: CorrectedIndex, wording: Wording): FigureRows {
  const { messages, exact } = wording;
  return figureRows(totals, [
    { label: messages.year, numeric: false, value: ({ year }) => textValue(String(year)) },
    { label: messages.reports, numeric: true, value: ({ reports }) => numberValue(reports, exact) },
    ...OVERVIEW_MEASURES.flatMap((id) => {
      const total = (row: YearTotals) => row.totals[id]!;
      const missing = (row: YearTotals) => (row.reports === 0 ? messages.neverFiled : messages.noFigure);
      return [
        {
          label: titleOf(id, wording),
          numeric: true,
          value: (row: YearTotals) =>
            numberValue(total(row).sum, (sum) => subjectValue(sum, measure(id), wording), missing(row)),
        },
        { label: messages.given, numeric: true, value: (row: YearTotals) => numberValue(total(row).given, exact) },
      ];
    }),
    ...correctedColumn<YearTotals>(
      corrected,
      ({ year }) => OVERVIEW_MEASURES.flatMap((id) => corrected.of(totalKey(id, year))),
      true,
      wording,
    ),
  ]);
}

const isKnown = ({ totals }: YearTotals) => totals[OVERVIEW_MEASURES[0]!]!.sum !== null;

/** One year's total of new requests with the reports it rests on. */
function received({ totals, reports }: YearTotals, { messages, exact }: Wording): string {
  const { sum, given } = totals[OVERVIEW_MEASURES[0]!]!;
  return `${exact(sum!)}${messages.findings.within(messages.findings.coverage(exact(given), exact(reports)))}`;
}

/** How many new requests the asked year had, and how that compares with the first year that says so. */
export function totalsFinding(totals: readonly YearTotals[], asked: number, wording: Wording): string {
  const { messages } = wording;
  const known = totals.filter(isKnown);
  const name = titleOf(OVERVIEW_MEASURES[0]!, wording);
  const [first, year] = [known[0], known.find((one) => one.year === asked)];
  if (!first || !year) return messages.findings.noTotal(asked, name);
  if (first === year) return messages.findings.oneYear(asked, name, received(year, wording));
  return messages.findings.change(name, first.year, received(first, wording), asked, received(year, wording));
}

/** Counts with all their digits; money, which runs to many, at a glance. */
const summed = (id: string, sum: number, wording: Wording): string =>
  (formCell(id)?.unit === '万元' ? subjectLabel : subjectValue)(sum, measure(id), wording);

/** What the asked year adds up to, measure by measure. */
export function totalsSummary(totals: readonly YearTotals[], asked: number, wording: Wording): string {
  const { messages, exact } = wording;
  const year = totals.find((one) => one.year === asked);
  if (!year || year.reports === 0) return messages.findings.noReports(asked);
  const told = OVERVIEW_MEASURES.flatMap((id) => {
    const { sum } = year.totals[id]!;
    return sum === null ? [] : [messages.overviewPart(titleOf(id, wording), summed(id, sum, wording))];
  });
  return messages.overviewTotals(asked, exact(year.reports), told.join(messages.comma));
}
