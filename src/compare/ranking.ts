import type { Question } from '../store/database.ts';
import {
  decodeNullableChoice,
  decodeNullableNumber,
  decodeNullableText,
  decodeNumber,
  decodeText,
} from '../store/decode.ts';
import { sql, type Sql } from '../store/sql.ts';
import { ABSENCES, absenceExpression, missingColumn, missingGapJoin, type Absence } from './absence.ts';
import { intervalColumns, isMany, quantityColumns, termColumns, valueExpression } from './quantity.ts';
import { BODY_KIND, isGivenBody, isSelectedReport, type Selection } from './selection.ts';
import { type Subject, subjectTerms } from './subject.ts';

/** The two directions in which bodies can be ranked. */
export const RANKING_ORDERS = ['highest', 'lowest'] as const;

/** A direction in which bodies are ranked: the highest value first, or the lowest. */
export type RankingOrder = (typeof RANKING_ORDERS)[number];

/** Rows that equal values take of a ranking that does not hold everyone: a wall of zeros would hide all the rest. */
const EQUALS = 5;

/** Which ranking. */
export interface RankingAsk {
  readonly subject: Subject;
  readonly year: number;
  /** Its years do not matter here. */
  readonly selection: Selection;
  /** A rate over fewer cases than this is not ranked; no matter for a measure. */
  readonly fewest: number;
  /** Which end of the ranking comes first. */
  readonly order: RankingOrder;
  /** How many rows from that end; where there are more, equal values take at most five of them. */
  readonly limit: number;
  /** Ids of bodies that stand in the answer wherever they rank, outside the selection too. */
  readonly bodies: readonly number[];
}

/** One body in the ranking of a year. */
export interface RankingRow {
  readonly bodyId: number;
  readonly name: string;
  /** Divisions from the province down, run together; empty where unknown. */
  readonly region: string;
  readonly level: string | null;
  /** `other` where it is not known. */
  readonly kind: string;
  readonly year: number;
  /** From 1 in the order asked, shared by equal values; null without a value, over too few cases or outside the selection. */
  readonly rank: number | null;
  /** How many ranked bodies have this very value, this one among them; null without a rank. */
  readonly equals: number | null;
  /** In the unit of the measure or indicator. */
  readonly value: number | null;
  /** Counts behind an indicator's value; null for a measure and where a part is not given. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Wilson 95 % interval of a share; null for anything else. */
  readonly low: number | null;
  readonly high: number | null;
  /** Ranks that the interval leaves open: only bodies whose own intervals lie apart from it stand surely before or after. */
  readonly best: number | null;
  readonly worst: number | null;
  /** Why there is no value; null where there is one. */
  readonly gap: Absence | null;
}

/** Output columns `best` and `worst` of `ranked`, the ranks that the interval of a share leaves open; NULL for anything else. */
function openRanks(subject: Subject, order: RankingOrder): Sql {
  if (subjectTerms(subject).nature !== 'share') return sql`NULL::INTEGER AS best, NULL::INTEGER AS worst`;
  const above = sql`(SELECT count(*) FROM contending AS other WHERE other.low > ranked.high)`;
  const below = sql`(SELECT count(*) FROM contending AS other WHERE other.high < ranked.low)`;
  const [before, after] = order === 'highest' ? [above, below] : [below, above];
  return sql`(1 + CASE WHEN standing IS NOT NULL THEN ${before} END)::INTEGER AS best,
  (ranked - CASE WHEN standing IS NOT NULL THEN ${after} END)::INTEGER AS worst`;
}

/**
 * Which bodies of the selection stand at one end of a year's values? Of equal values those over more cases come first;
 * the given bodies stand in the answer at any rank, those without one last.
 */
export function rankingQuery(ask: RankingAsk): Question<RankingRow> {
  const { subject, year, selection, fewest, order, limit, bodies } = ask;
  const given = isGivenBody(bodies);
  const direction = order === 'highest' ? sql`DESC` : sql`ASC`;
  return {
    statement: sql`WITH asked AS (
  SELECT report.report_id, report.body_id, report.year, report.edition, report.entered,
    coalesce(${isSelectedReport(selection)}, FALSE) AS selected, ${given} AS given,
    ${missingColumn(subject)}, ${quantityColumns(subject)}
  FROM report JOIN body USING (body_id)
  WHERE report.current AND report.year = ${year} AND (${isSelectedReport(selection)} OR ${given})
), valued AS (
  SELECT *, ${valueExpression(subject)} AS value FROM asked
), contending AS (
  SELECT body_id, value, denominator, ${intervalColumns(subject)} FROM valued WHERE selected AND value IS NOT NULL AND ${isMany(subject, fewest)}
), ranked AS (
  SELECT body_id, low, high, count(*) OVER () AS ranked, count(*) OVER (PARTITION BY value) AS equals,
    rank() OVER (ORDER BY value ${direction}) AS standing,
    row_number() OVER (PARTITION BY value ORDER BY denominator DESC NULLS LAST, body_id) AS turn
  FROM contending
), placed AS (
  SELECT *, row_number() OVER (ORDER BY standing, turn) AS place
  FROM ranked WHERE ranked <= ${limit} OR turn <= ${EQUALS}
), shown AS (
  SELECT body_id FROM placed WHERE place <= ${limit} UNION SELECT body_id FROM body WHERE ${given}
)
SELECT
  body.body_id::INTEGER AS body_id,
  body.name::VARCHAR AS name,
  concat(body.province, body.city, body.county)::VARCHAR AS region,
  body.level::VARCHAR AS level,
  ${BODY_KIND}::VARCHAR AS kind,
  standing::INTEGER AS rank,
  equals::INTEGER AS equals,
  value::DOUBLE AS value,
  ${termColumns(subject, 'valued')},
  ${intervalColumns(subject, 'valued')},
  ${openRanks(subject, order)},
  (${absenceExpression('valued', subject)})::VARCHAR AS gap
FROM shown JOIN body USING (body_id)
LEFT JOIN ranked USING (body_id)
LEFT JOIN valued USING (body_id)
${missingGapJoin('valued')}
ORDER BY rank NULLS LAST, turn, value ${direction} NULLS LAST, body.body_id`,
    decode: (row) => ({
      bodyId: decodeNumber(row, 'body_id'),
      name: decodeText(row, 'name'),
      region: decodeText(row, 'region'),
      level: decodeNullableText(row, 'level'),
      kind: decodeText(row, 'kind'),
      year,
      rank: decodeNullableNumber(row, 'rank'),
      equals: decodeNullableNumber(row, 'equals'),
      value: decodeNullableNumber(row, 'value'),
      numerator: decodeNullableNumber(row, 'numerator'),
      denominator: decodeNullableNumber(row, 'denominator'),
      low: decodeNullableNumber(row, 'low'),
      high: decodeNullableNumber(row, 'high'),
      best: decodeNullableNumber(row, 'best'),
      worst: decodeNullableNumber(row, 'worst'),
      gap: decodeNullableChoice(row, 'gap', ABSENCES),
    }),
  };
}
