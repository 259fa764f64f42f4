import { MEASURES } from '../form/cells.ts';
import type { Edition } from '../form/edition.ts';
import type { Question, RawRow } from './database.ts';
import {
  decodeChoice,
  decodeNullableChoice,
  decodeNullableNumber,
  decodeNullableText,
  decodeNumber,
} from './decode.ts';
import { type FilingSource, SOURCE_KINDS } from './filing.ts';
import { measureColumn } from './measure-column.ts';
import { sql } from './sql.ts';

/** The current report of one body and year. */
export interface BodyYear {
  readonly reportId: number;
  readonly year: number;
  readonly version: number;
  readonly edition: Edition | null;
  /** Date of publication, YYYY-MM-DD, where known. */
  readonly published: string | null;
  readonly scope: 'own' | 'area' | null;
  readonly entered: FilingSource['kind'];
  /** The 200 measures by id; null where the report gives no figure (`bodyGapsQuery` tells why). */
  readonly measures: Readonly<Record<string, number | null>>;
}

const EDITION_KEYS: readonly Edition[] = ['2019', '2021'];

const decodeMeasures = (row: RawRow) =>
  Object.fromEntries(MEASURES.map(({ id }) => [id, decodeNullableNumber(row, id)]));

/** What has a body reported, year by year? Its current reports in order; a year without one has no row. */
export function bodyYearsQuery(bodyId: number): Question<BodyYear> {
  const measures = MEASURES.map(({ id }) => sql`${measureColumn(id)}::DOUBLE AS ${sql.id(id)}`);
  return {
    statement: sql`SELECT
  report.report_id::INTEGER AS report_id,
  report.year::INTEGER AS year,
  report.version::INTEGER AS version,
  report.edition::VARCHAR AS edition,
  report.published::VARCHAR AS published,
  report.scope::VARCHAR AS scope,
  report.entered::VARCHAR AS entered,
  ${sql.join(measures, sql`,\n  `)}
FROM report
WHERE report.current AND report.body_id = ${bodyId}
ORDER BY report.year`,
    decode: (row) => ({
      reportId: decodeNumber(row, 'report_id'),
      year: decodeNumber(row, 'year'),
      version: decodeNumber(row, 'version'),
      edition: decodeNullableChoice(row, 'edition', EDITION_KEYS),
      published: decodeNullableText(row, 'published'),
      scope: decodeNullableChoice(row, 'scope', ['own', 'area']),
      entered: decodeChoice(row, 'entered', SOURCE_KINDS),
      measures: decodeMeasures(row),
    }),
  };
}
