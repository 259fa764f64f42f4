import type { Question, RawRow } from './database.ts';
import { decodeNullableNumber, decodeNullableText, decodeNumber, decodeText } from './decode.ts';
import { foundBodies, REGION, searchRank } from './body-search.ts';
import { sql, type Sql } from './sql.ts';

/** A reporting body as lists name it. */
export interface ListedBody {
  readonly bodyId: number;
  readonly name: string;
  /** Divisions from the province down, run together as in an address; empty where unknown. */
  readonly region: string;
  /** Level of government, null where it is not known. */
  readonly level: string | null;
  /** Kind of body, null where it is not known. */
  readonly kind: string | null;
  /** Years with a current report. */
  readonly reports: number;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

/** Bodies given by a subquery with `body_id`, `name`, `region`, `level` and `kind`, with the years they have filed. */
const listed = (found: Sql, order: Sql): Sql => sql`WITH found AS (${found}), filed AS (
    SELECT body_id, count(*) AS reports, min(year) AS first_year, max(year) AS last_year
    FROM report WHERE current AND body_id IN (SELECT body_id FROM found) GROUP BY body_id)
  SELECT found.body_id::INTEGER AS body_id, found.name::VARCHAR AS name, found.region::VARCHAR AS region,
    found.level::VARCHAR AS level, found.kind::VARCHAR AS kind, coalesce(filed.reports, 0)::INTEGER AS reports,
    filed.first_year::INTEGER AS first_year, filed.last_year::INTEGER AS last_year
  FROM found LEFT JOIN filed USING (body_id) ${order}`;

function decodeBody(row: RawRow): ListedBody {
  return {
    bodyId: decodeNumber(row, 'body_id'),
    name: decodeText(row, 'name'),
    region: decodeText(row, 'region'),
    level: decodeNullableText(row, 'level'),
    kind: decodeNullableText(row, 'kind'),
    reports: decodeNumber(row, 'reports'),
    firstYear: decodeNullableNumber(row, 'first_year'),
    lastYear: decodeNullableNumber(row, 'last_year'),
  };
}

/** One page of the bodies that match the search, the best matches first and then by region and name; `offset` counts from 0. */
export const bodyListQuery = (search: string, limit: number, offset: number): Question<ListedBody> => ({
  statement: listed(
    sql`SELECT *, ${searchRank(search)} AS rank FROM (${foundBodies(search)})
      ORDER BY rank, body_id LIMIT ${limit} OFFSET ${offset}`,
    sql`ORDER BY found.rank, found.body_id`,
  ),
  decode: decodeBody,
});

const bodies = (condition: Sql): Question<ListedBody> => ({
  statement: listed(sql`SELECT *, ${REGION} AS region FROM body WHERE ${condition} LIMIT 1`, sql``),
  decode: decodeBody,
});

/** The body of this region and name, or none. */
export const bodyQuery = (region: string, name: string): Question<ListedBody> =>
  bodies(sql`${REGION} = ${region} AND body.name = ${name}`);

/** The body of this number, or none. */
export const bodyByIdQuery = (bodyId: number): Question<ListedBody> => bodies(sql`body.body_id = ${bodyId}`);

/** The bodies of these numbers, at least one, in the order of region and name. */
export const bodiesByIdQuery = (bodyIds: readonly number[]): Question<ListedBody> => ({
  statement: listed(
    sql`SELECT *, ${REGION} AS region FROM body WHERE body.body_id IN ${bodyIds}`,
    sql`ORDER BY found.body_id`,
  ),
  decode: decodeBody,
});

/** How many bodies match the search. */
export const bodyCountQuery = (search: string): Question<number> => ({
  statement: sql`SELECT count(*)::INTEGER AS bodies FROM (${foundBodies(search)})`,
  decode: (row) => decodeNumber(row, 'bodies'),
});
