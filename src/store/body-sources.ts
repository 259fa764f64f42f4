import type { Question } from './database.ts';
import { decodeChoice, decodeNullableText, decodeNumber, decodeText } from './decode.ts';
import { type FilingSource, SOURCE_KINDS } from './filing.ts';
import { sql } from './sql.ts';

/** Where the current report of one year came from. */
export interface BodySource {
  readonly year: number;
  /** File name or path as given when the dataset was built. */
  readonly name: string;
  /** Address of publication, where known. */
  readonly url: string | null;
  readonly kind: FilingSource['kind'];
}

/** Where do a body's figures come from, year by year? */
export function bodySourcesQuery(bodyId: number): Question<BodySource> {
  return {
    statement: sql`SELECT
  report.year::INTEGER AS year,
  source.name::VARCHAR AS name,
  source.url::VARCHAR AS url,
  source.kind::VARCHAR AS kind
FROM report JOIN source USING (source_id)
WHERE report.current AND report.body_id = ${bodyId}
ORDER BY report.year`,
    decode: (row) => ({
      year: decodeNumber(row, 'year'),
      name: decodeText(row, 'name'),
      url: decodeNullableText(row, 'url'),
      kind: decodeChoice(row, 'kind', SOURCE_KINDS),
    }),
  };
}
