import type { Question } from '../store/database.ts';
import { decodeNullableNumber, decodeNumber, decodeText } from '../store/decode.ts';
import { measureColumn } from '../store/measure-column.ts';
import { sql } from '../store/sql.ts';
import { isSelectedReport, type Selection } from './selection.ts';

/** Which two measures, of which bodies. */
export interface PairAsk {
  /** Ids of the measures. */
  readonly x: string;
  readonly y: string;
  readonly year: number;
  /** Its years do not matter here. */
  readonly selection: Selection;
}

/** A body that gives both figures. */
export interface PairRow {
  readonly bodyId: number;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** How many reports give which of the two figures, and the medians of those that give both. */
export interface PairSummary {
  readonly reports: number;
  readonly both: number;
  readonly onlyX: number;
  readonly onlyY: number;
  readonly neither: number;
  /** Null where no report gives both. */
  readonly medianX: number | null;
  readonly medianY: number | null;
}

const asked = ({ x, y, year, selection }: PairAsk) => sql`WITH asked AS (
  SELECT body.body_id, body.name, ${measureColumn(x)}::DOUBLE AS x, ${measureColumn(y)}::DOUBLE AS y
  FROM report JOIN body USING (body_id)
  WHERE report.current AND report.year = ${year} AND ${isSelectedReport(selection)}
)`;

/** How do two measures lie beside each other in a year? A row for each body that gives both, by number. */
export function pairQuery(ask: PairAsk): Question<PairRow> {
  return {
    statement: sql`${asked(ask)}
SELECT body_id::INTEGER AS body_id, name::VARCHAR AS name, x::DOUBLE AS x, y::DOUBLE AS y
FROM asked WHERE x IS NOT NULL AND y IS NOT NULL
ORDER BY body_id`,
    decode: (row) => ({
      bodyId: decodeNumber(row, 'body_id'),
      name: decodeText(row, 'name'),
      x: decodeNumber(row, 'x'),
      y: decodeNumber(row, 'y'),
    }),
  };
}

/** How many reports of the year give both measures, one or neither? One row. */
export function pairSummaryQuery(ask: PairAsk): Question<PairSummary> {
  return {
    statement: sql`${asked(ask)}
SELECT
  count(*)::INTEGER AS reports,
  count(x + y)::INTEGER AS both,
  (count(x) - count(x + y))::INTEGER AS only_x,
  (count(y) - count(x + y))::INTEGER AS only_y,
  (count(*) - count(coalesce(x, y)))::INTEGER AS neither,
  (median(x) FILTER (y IS NOT NULL))::DOUBLE AS median_x,
  (median(y) FILTER (x IS NOT NULL))::DOUBLE AS median_y
FROM asked`,
    decode: (row) => ({
      reports: decodeNumber(row, 'reports'),
      both: decodeNumber(row, 'both'),
      onlyX: decodeNumber(row, 'only_x'),
      onlyY: decodeNumber(row, 'only_y'),
      neither: decodeNumber(row, 'neither'),
      medianX: decodeNullableNumber(row, 'median_x'),
      medianY: decodeNullableNumber(row, 'median_y'),
    }),
  };
}
