import type { Question } from './database.ts';
import { decodeNullableText, decodeNumber } from './decode.ts';
import { sql } from './sql.ts';

/** A place that bodies belong to; what is null lies below the level of its bodies, or is not known. */
export interface ListedRegion {
  readonly province: string | null;
  readonly city: string | null;
  readonly county: string | null;
  readonly bodies: number;
}

/** Which places do the bodies belong to? In the order of their divisions, higher bodies before those below them. */
export function regionListQuery(): Question<ListedRegion> {
  return {
    statement: sql`SELECT province::VARCHAR AS province, city::VARCHAR AS city, county::VARCHAR AS county, count(*)::INTEGER AS bodies
FROM body
GROUP BY ALL
ORDER BY min(division_code) NULLS LAST, province NULLS FIRST, city NULLS FIRST, county NULLS FIRST`,
    decode: (row) => ({
      province: decodeNullableText(row, 'province'),
      city: decodeNullableText(row, 'city'),
      county: decodeNullableText(row, 'county'),
      bodies: decodeNumber(row, 'bodies'),
    }),
  };
}
