import type { Question } from './database.ts';
import { decodeNullableNumber, decodeText } from './decode.ts';
import { sql } from './sql.ts';

/** Another name under which a body has reported. */
export interface BodyAlias {
  readonly alias: string;
  /** First report year of the name; null: since ever. */
  readonly from: number | null;
  /** Last report year of the name; null: until now. */
  readonly to: number | null;
}

/** Under which other names has a body reported? The earliest first. */
export function bodyAliasesQuery(bodyId: number): Question<BodyAlias> {
  return {
    statement: sql`SELECT alias::VARCHAR AS alias, from_year::INTEGER AS from_year, to_year::INTEGER AS to_year
FROM body_alias
WHERE body_id = ${bodyId}
ORDER BY from_year NULLS FIRST, to_year NULLS LAST, alias`,
    decode: (row) => ({
      alias: decodeText(row, 'alias'),
      from: decodeNullableNumber(row, 'from_year'),
      to: decodeNullableNumber(row, 'to_year'),
    }),
  };
}
