import { LEVELS, type Level } from '../bodies/levels.ts';
import type { Question } from './database.ts';
import { decodeNullableChoice, decodeNullableText, decodeNumber } from './decode.ts';
import { sql } from './sql.ts';

/** Bodies of one level and kind. */
export interface BodyGroup {
  /** Null where the name does not tell. */
  readonly level: Level | null;
  readonly kind: string | null;
  readonly bodies: number;
  /** Bodies with at least one report. */
  readonly reporting: number;
}

const LEVEL_KEYS = LEVELS.map(({ key }) => key);

/** How many bodies of each level and kind are there, and how many have ever reported? By level and kind; unknown last. */
export function bodyGroupsQuery(): Question<BodyGroup> {
  return {
    statement: sql`SELECT
  body.level::VARCHAR AS level,
  body.kind::VARCHAR AS kind,
  count(*)::INTEGER AS bodies,
  count(reporting.body_id)::INTEGER AS reporting
FROM body LEFT JOIN (SELECT DISTINCT body_id FROM report) AS reporting USING (body_id)
GROUP BY body.level, body.kind
ORDER BY body.level NULLS LAST, body.kind NULLS LAST`,
    decode: (row) => ({
      level: decodeNullableChoice(row, 'level', LEVEL_KEYS),
      kind: decodeNullableText(row, 'kind'),
      bodies: decodeNumber(row, 'bodies'),
      reporting: decodeNumber(row, 'reporting'),
    }),
  };
}
