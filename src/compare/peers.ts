import { REGION } from '../store/body-search.ts';
import type { Question } from '../store/database.ts';
import { decodeChoice, decodeNullableNumber, decodeNumber, decodeText } from '../store/decode.ts';
import { sql } from '../store/sql.ts';
import { BODY_KIND } from './selection.ts';

/** Where the peers of a body are: in its city, its province, or anywhere in the dataset. */
export const PEER_PLACES = ['city', 'province', 'dataset'] as const;

/** A place that peers are taken from. */
export type PeerPlace = (typeof PEER_PLACES)[number];

/** A place with fewer reports of the same kind and level than this is too small for a group, and the next larger is taken. */
export const FEWEST_PEERS = 5;

/** Of more than so many the nearest in size are taken. */
export const MOST_PEERS = 20;

/** A report that another one is held beside: of the same year, kind and level. */
export interface Peer {
  readonly reportId: number;
  readonly name: string;
  /** Divisions from the province down, run together; empty where unknown. */
  readonly region: string;
  /** Requests handled, or received where that is not given; null where neither is. */
  readonly size: number | null;
  readonly place: PeerPlace;
  /** Reports of the same kind and level in that place, of which the nearest in size are taken. */
  readonly of: number;
}

/**
 * Which reports are peers of this one? Those of the same year, kind and level, on its own or on its area alike, in the
 * same city; where they are too few there, in the province, else in the dataset; of many the nearest in size by ratio.
 */
export const peersQuery = (report: number): Question<Peer> => ({
  statement: sql`WITH sized AS (
  SELECT report.report_id, body.body_id, body.name, ${REGION} AS region, ${BODY_KIND} AS kind, body.level,
    body.province, body.city, coalesce(report.scope = 'area', FALSE) AS of_area,
    coalesce(report.handled_total, report.new_total)::DOUBLE AS size
  FROM report JOIN body USING (body_id)
  WHERE report.current AND report.year = (SELECT year FROM report WHERE report_id = ${report})
), own AS (
  SELECT * FROM sized WHERE report_id = ${report}
), alike AS (
  SELECT sized.*, abs(ln(1 + greatest(sized.size, 0)) - ln(1 + greatest(own.size, 0))) AS distance,
    coalesce(sized.province = own.province, FALSE) AS in_province,
    coalesce(sized.province = own.province AND sized.city = own.city, FALSE) AS in_city
  FROM sized JOIN own ON sized.kind = own.kind AND sized.level IS NOT DISTINCT FROM own.level
    AND sized.of_area = own.of_area AND sized.body_id <> own.body_id
), place AS (
  SELECT CASE WHEN count(*) FILTER (in_city) >= ${FEWEST_PEERS} THEN 'city'
    WHEN count(*) FILTER (in_province) >= ${FEWEST_PEERS} THEN 'province' ELSE 'dataset' END AS place FROM alike
), chosen AS (
  SELECT alike.*, place, count(*) OVER () AS found FROM alike CROSS JOIN place
  WHERE place = 'dataset' OR in_city OR (place = 'province' AND in_province)
)
SELECT report_id::INTEGER AS report_id, name::VARCHAR AS name, region::VARCHAR AS region, size::DOUBLE AS size,
  place::VARCHAR AS place, found::INTEGER AS found
FROM chosen
ORDER BY distance NULLS LAST, body_id
LIMIT ${MOST_PEERS}`,
  decode: (row) => ({
    reportId: decodeNumber(row, 'report_id'),
    name: decodeText(row, 'name'),
    region: decodeText(row, 'region'),
    size: decodeNullableNumber(row, 'size'),
    place: decodeChoice(row, 'place', PEER_PLACES),
    of: decodeNumber(row, 'found'),
  }),
});
