import type { Level } from '../bodies/levels.ts';
import type { Question, RawRow } from './database.ts';
import { decodeNullableNumber, decodeNumber } from './decode.ts';
import { measureColumn } from './measure-column.ts';
import { sql, type Sql } from './sql.ts';

/** Which totals, over which bodies. */
export interface YearTotalsAsk {
  /** Ids of measures, at least one. */
  readonly measures: readonly string[];
  /** Only bodies of this level or kind; all where left out. */
  readonly level?: Level;
  readonly kind?: string;
}

/** The sum of a measure over the reports that give it. */
export interface Total {
  /** Null where no report of the year gives the measure. */
  readonly sum: number | null;
  /** Reports that give it, of the year's `reports`. */
  readonly given: number;
}

/** One report year, with or without reports. */
export interface YearTotals {
  readonly year: number;
  /** Current reports of the year; 0 in a year without any. */
  readonly reports: number;
  /** By id of the measure. */
  readonly totals: Readonly<Record<string, Total>>;
}

function restriction({ level, kind }: YearTotalsAsk): Sql {
  const conditions = [sql`report.current`];
  if (level !== undefined) conditions.push(sql`body.level = ${level}`);
  if (kind !== undefined) conditions.push(sql`body.kind = ${kind}`);
  return sql.join(conditions, sql` AND `);
}

/**
 * What do current reports add up to, year by year? Every year between the first and the last of them is a row, so
 * that a year without reports shows as one. Sums count governments and their departments alike: restrict them.
 */
export function yearTotalsQuery(ask: YearTotalsAsk): Question<YearTotals> {
  const sums = ask.measures.map(
    (id, index) =>
      sql`sum(${measureColumn(id)}) AS ${sql.id(`sum_${index}`)}, count(${measureColumn(id)}) AS ${sql.id(`given_${index}`)}`,
  );
  const columns = ask.measures.map(
    (_, index) =>
      sql`${sql.id(`sum_${index}`)}::DOUBLE AS ${sql.id(`sum_${index}`)}, coalesce(${sql.id(`given_${index}`)}, 0)::INTEGER AS ${sql.id(`given_${index}`)}`,
  );
  return {
    statement: sql`WITH totals AS (
  SELECT report.year, count(*) AS reports, ${sql.join(sums)}
  FROM report JOIN body USING (body_id)
  WHERE ${restriction(ask)}
  GROUP BY report.year
), years AS (
  SELECT unnest(range(min(year), max(year) + 1)) AS year FROM totals
)
SELECT years.year::INTEGER AS year, coalesce(reports, 0)::INTEGER AS reports, ${sql.join(columns)}
FROM years LEFT JOIN totals USING (year)
ORDER BY years.year`,
    decode: (row: RawRow) => ({
      year: decodeNumber(row, 'year'),
      reports: decodeNumber(row, 'reports'),
      totals: Object.fromEntries(
        ask.measures.map((id, index) => [
          id,
          { sum: decodeNullableNumber(row, `sum_${index}`), given: decodeNumber(row, `given_${index}`) },
        ]),
      ),
    }),
  };
}
