import { measureColumn } from '../store/measure-column.ts';
import type { Question, RawRow } from '../store/database.ts';
import { decodeNullableNumber, decodeNumber } from '../store/decode.ts';
import { sql } from '../store/sql.ts';
import { datasetYears, isGivenYear, isSelectedReport, type Selection } from './selection.ts';

/** Which totals. */
export interface YearTotalsAsk {
  /** Ids of measures, at least one. */
  readonly measures: readonly string[];
  readonly selection: Selection;
}

/** The sum of a measure over the reports that give it. */
export interface Total {
  /** In the measure's unit; null where no report of the year gives it. */
  readonly sum: number | null;
  /** Reports that give it, of the year's `reports`. */
  readonly given: number;
}

/** One report year, with or without reports. */
export interface YearTotals {
  readonly year: number;
  /** Current reports of the year in the selection; 0 in a year without any. */
  readonly reports: number;
  /** By id of the measure. */
  readonly totals: Readonly<Record<string, Total>>;
}

/** What do the reports of the selection add up to, year by year? A row for every year of the dataset that the selection has. */
export function yearTotalsQuery({ measures, selection }: YearTotalsAsk): Question<YearTotals> {
  const sums = measures.map(
    (id, index) =>
      sql`sum(${measureColumn(id)}::DOUBLE) AS ${sql.id(`sum_${index}`)}, count(${measureColumn(id)}) AS ${sql.id(`given_${index}`)}`,
  );
  const columns = measures.map(
    (_, index) =>
      sql`${sql.id(`sum_${index}`)}::DOUBLE AS ${sql.id(`sum_${index}`)}, coalesce(${sql.id(`given_${index}`)}, 0)::INTEGER AS ${sql.id(`given_${index}`)}`,
  );
  return {
    statement: sql`WITH years AS (
  ${datasetYears(selection.years)}
), totals AS (
  SELECT report.year, count(*) AS reports, ${sql.join(sums)}
  FROM report JOIN body USING (body_id)
  WHERE report.current AND ${isGivenYear(sql`report.year`, selection.years)} AND ${isSelectedReport(selection)}
  GROUP BY report.year
)
SELECT years.year::INTEGER AS year, coalesce(reports, 0)::INTEGER AS reports, ${sql.join(columns)}
FROM years LEFT JOIN totals USING (year)
ORDER BY years.year`,
    decode: (row: RawRow) => ({
      year: decodeNumber(row, 'year'),
      reports: decodeNumber(row, 'reports'),
      totals: Object.fromEntries(
        measures.map((id, index) => [
          id,
          { sum: decodeNullableNumber(row, `sum_${index}`), given: decodeNumber(row, `given_${index}`) },
        ]),
      ),
    }),
  };
}
