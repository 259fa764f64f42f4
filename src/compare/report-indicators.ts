import { INDICATORS } from '../form/indicators.ts';
import type { Question } from '../store/database.ts';
import { decodeNullableNumber, decodeNumber } from '../store/decode.ts';
import { sql, type Sql } from '../store/sql.ts';
import { intervalColumns, quantityColumns, valueExpression } from './quantity.ts';
import type { Subject } from './subject.ts';

/** An indicator of one report. */
export interface ReportIndicator {
  readonly reportId: number;
  readonly subject: Subject;
  /** In the indicator's unit; null where a part is not given or nothing is there to divide by. */
  readonly value: number | null;
  /** Counts behind the value; null where a part is not given. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Wilson 95 % interval of a share; null for anything else. */
  readonly low: number | null;
  readonly high: number | null;
}

/** Every indicator as what is compared, in the order of the pages. */
export const INDICATOR_SUBJECTS: readonly Subject[] = INDICATORS.map(({ key }) => ({ kind: 'indicator', key }));

const indicatorRows = (subject: Subject, place: number, reports: readonly number[]): Sql => sql`SELECT
  report_id::INTEGER AS report_id, ${place}::INTEGER AS place, (${valueExpression(subject)})::DOUBLE AS value,
  numerator::DOUBLE AS numerator, denominator::DOUBLE AS denominator, ${intervalColumns(subject)}
FROM (SELECT report_id, ${quantityColumns(subject)} FROM report WHERE report_id IN ${reports})`;

/**
 * What are these indicators, all of them unless told, of these reports, at least one? By report, then in the order of the
 * indicators.
 */
export function reportIndicatorsQuery(
  reports: readonly number[],
  subjects: readonly Subject[] = INDICATOR_SUBJECTS,
): Question<ReportIndicator> {
  const rows = subjects.map((subject, place) => indicatorRows(subject, place, reports));
  return {
    statement: sql`${sql.join(rows, sql`\nUNION ALL\n`)}\nORDER BY report_id, place`,
    decode: (row) => ({
      reportId: decodeNumber(row, 'report_id'),
      subject: subjects[decodeNumber(row, 'place')]!,
      value: decodeNullableNumber(row, 'value'),
      numerator: decodeNullableNumber(row, 'numerator'),
      denominator: decodeNullableNumber(row, 'denominator'),
      low: decodeNullableNumber(row, 'low'),
      high: decodeNullableNumber(row, 'high'),
    }),
  };
}
