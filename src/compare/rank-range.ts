import type { Question } from '../store/database.ts';
import { decodeNullableNumber, decodeNumber, decodeText } from '../store/decode.ts';
import { sql, type Sql } from '../store/sql.ts';
import { isMany, quantityColumns, valueExpression } from './quantity.ts';
import type { RankingAsk } from './ranking.ts';
import { isGivenBody, isSelectedReport } from './selection.ts';
import type { Subject } from './subject.ts';

/** Which ranking, and the other definitions of its subject that it is held against. */
export interface RankRangeAsk extends RankingAsk {
  /** The subject by other definitions, its own not among them. */
  readonly others: readonly Subject[];
}

/** Where one body stands over all definitions of a rate. */
export interface RankRangeRow {
  readonly bodyId: number;
  readonly name: string;
  /** By the definition that is in force; null where it has no rank by it. */
  readonly rank: number | null;
  readonly best: number;
  readonly worst: number;
  /** By how many definitions it has a rank: by some it may lack the cases or a figure. */
  readonly definitions: number;
}

/** The ranks of everyone who contends by one definition. */
const ranksBy = (ask: RankRangeAsk, subject: Subject, index: number): Sql => sql`
  SELECT ${index} AS definition, body_id,
    rank() OVER (ORDER BY value ${ask.order === 'highest' ? sql`DESC` : sql`ASC`}) AS standing
  FROM (
    SELECT body_id, denominator, ${valueExpression(subject)} AS value
    FROM (SELECT report.body_id, ${quantityColumns(subject)} FROM report JOIN body USING (body_id)
      WHERE report.current AND report.year = ${ask.year} AND ${isSelectedReport(ask.selection)})
  ) WHERE value IS NOT NULL AND ${isMany(subject, ask.fewest)}`;

/**
 * Does a ranking survive other definitions of its rate? The first bodies by the definition in force, and the given ones,
 * each with the best and the worst rank that it has by any definition.
 */
export function rankRangeQuery(ask: RankRangeAsk): Question<RankRangeRow> {
  const { subject, others, limit, bodies } = ask;
  return {
    statement: sql`WITH ranks AS (${sql.join(
      [subject, ...others].map((one, index) => ranksBy(ask, one, index)),
      sql`
  UNION ALL`,
    )}
), ranges AS (
  SELECT body_id, min(standing) FILTER (definition = 0) AS rank, min(standing) AS best, max(standing) AS worst,
    count(*) AS definitions
  FROM ranks GROUP BY body_id
), placed AS (
  SELECT *, row_number() OVER (ORDER BY rank NULLS LAST, worst, best, body_id) AS place FROM ranges
)
SELECT
  placed.body_id::INTEGER AS body_id,
  body.name::VARCHAR AS name,
  rank::INTEGER AS rank,
  best::INTEGER AS best,
  worst::INTEGER AS worst,
  definitions::INTEGER AS definitions
FROM placed JOIN body USING (body_id)
WHERE (rank IS NOT NULL AND place <= ${limit}) OR ${isGivenBody(bodies)}
ORDER BY place`,
    decode: (row) => ({
      bodyId: decodeNumber(row, 'body_id'),
      name: decodeText(row, 'name'),
      rank: decodeNullableNumber(row, 'rank'),
      best: decodeNumber(row, 'best'),
      worst: decodeNumber(row, 'worst'),
      definitions: decodeNumber(row, 'definitions'),
    }),
  };
}
