import type { Question } from '../store/database.ts';
import { decodeNullableNumber, decodeNumber } from '../store/decode.ts';
import { sql } from '../store/sql.ts';
import { isMany, quantityColumns, valueExpression } from './quantity.ts';
import type { Subject } from './subject.ts';

/** Which report is held against which peers. */
export interface PeerStandingAsk {
  readonly report: number;
  /** Reports of its peers, at least one. */
  readonly peers: readonly number[];
  readonly subjects: readonly Subject[];
  /** A rate over fewer cases than this counts neither among the peers nor for the report. */
  readonly fewest: number;
}

/** How an indicator of a report lies among those of its peers. */
export interface PeerStanding {
  readonly subject: Subject;
  /** Peers with a value that counts. */
  readonly n: number;
  /** Median and first and third quartile of the peers, interpolated; null without values. */
  readonly median: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /**
   * Share of the peers with a lower value, those with the same value counted half (the mid-rank percentile); null where
   * the report or its peers have no value that counts.
   */
  readonly percentile: number | null;
}

/** How do indicators of a report lie among those of its peers? A row a subject, in the order asked. */
export function peerStandingQuery({ report, peers, subjects, fewest }: PeerStandingAsk): Question<PeerStanding> {
  const reports = [report, ...peers];
  const rows = subjects.map(
    (subject, place) => sql`SELECT ${place} AS place, report_id, (${valueExpression(subject)})::DOUBLE AS value
  FROM (SELECT report_id, ${quantityColumns(subject)} FROM report WHERE report_id IN ${reports})
  WHERE ${isMany(subject, fewest)}`,
  );
  return {
    statement: sql`WITH known AS (
  ${sql.join(rows, sql`\nUNION ALL\n`)}
), own AS (
  SELECT place, value FROM known WHERE report_id = ${report}
), others AS (
  SELECT * FROM known WHERE report_id <> ${report} AND value IS NOT NULL
)
SELECT places.place::INTEGER AS place, count(others.value)::INTEGER AS n,
  quantile_cont(others.value, 0.25)::DOUBLE AS lower, quantile_cont(others.value, 0.5)::DOUBLE AS median,
  quantile_cont(others.value, 0.75)::DOUBLE AS upper,
  (CASE WHEN any_value(own.value) IS NOT NULL AND count(others.value) > 0 THEN
    (count(*) FILTER (others.value < own.value) + 0.5::DOUBLE * count(*) FILTER (others.value = own.value))
      / count(others.value) END)::DOUBLE AS percentile
FROM (SELECT unnest(range(${subjects.length})) AS place) AS places
LEFT JOIN own USING (place)
LEFT JOIN others USING (place)
GROUP BY places.place
ORDER BY places.place`,
    decode: (row) => ({
      subject: subjects[decodeNumber(row, 'place')]!,
      n: decodeNumber(row, 'n'),
      lower: decodeNullableNumber(row, 'lower'),
      median: decodeNullableNumber(row, 'median'),
      upper: decodeNullableNumber(row, 'upper'),
      percentile: decodeNullableNumber(row, 'percentile'),
    }),
  };
}
