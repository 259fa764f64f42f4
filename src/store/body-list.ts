import type { Question, RawRow } from './database.ts';
import { decodeNullableNumber, decodeNullableText, decodeNumber, decodeText } from './decode.ts';
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

const REGION = sql`concat(body.province, body.city, body.county)`;
const COLUMNS = sql`body.body_id::INTEGER AS body_id, body.name::VARCHAR AS name, ${REGION}::VARCHAR AS region,
  body.level::VARCHAR AS level, body.kind::VARCHAR AS kind`;

const FILED = sql`(SELECT body_id, count(*)::INTEGER AS reports, min(year)::INTEGER AS first_year, max(year)::INTEGER AS last_year
  FROM report WHERE current GROUP BY body_id) AS filed`;

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

const bodies = (condition: Sql, tail: Sql): Question<ListedBody> => ({
  statement: sql`SELECT ${COLUMNS}, coalesce(filed.reports, 0)::INTEGER AS reports, filed.first_year, filed.last_year
    FROM body LEFT JOIN ${FILED} ON filed.body_id = body.body_id WHERE ${condition} ${tail}`,
  decode: decodeBody,
});

/** Words that all must occur in a body's name or region; upper and lower case are the same. */
const matches = (search: string): Sql => {
  const words = search.split(/\s+/).filter((word) => word !== '');
  const conditions = words.map((word) => sql`contains(lower(${REGION} || body.name), ${word.toLowerCase()})`);
  return sql.join([sql`true`, ...conditions], sql` AND `);
};

/** One page of the bodies that match the search, in the order of region and name; `offset` counts from 0. */
export const bodyListQuery = (search: string, limit: number, offset: number): Question<ListedBody> =>
  bodies(matches(search), sql`ORDER BY body.body_id LIMIT ${limit} OFFSET ${offset}`);

/** The body of this region and name, or none. */
export const bodyQuery = (region: string, name: string): Question<ListedBody> =>
  bodies(sql`${REGION} = ${region} AND body.name = ${name}`, sql`LIMIT 1`);

/** The body of this number, or none. */
export const bodyByIdQuery = (bodyId: number): Question<ListedBody> =>
  bodies(sql`body.body_id = ${bodyId}`, sql`LIMIT 1`);

/** How many bodies match the search. */
export const bodyCountQuery = (search: string): Question<number> => ({
  statement: sql`SELECT count(*)::INTEGER AS bodies FROM body WHERE ${matches(search)}`,
  decode: (row) => decodeNumber(row, 'bodies'),
});
