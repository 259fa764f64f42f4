import type { Span } from '../read/report.ts';
import type { Question, RawRow } from './database.ts';
import { decodeChoice, decodeNullableNumber, decodeNullableText, decodeNumber, decodeText } from './decode.ts';
import { STORED_GAP_REASONS, type StoredGapReason } from './gap-reason.ts';
import { sql } from './sql.ts';

/** A cell of the form that a body's current report gives no figure for. */
export interface BodyGap {
  readonly year: number;
  /** Id of the cell in either edition of the form. */
  readonly cell: string;
  readonly reason: StoredGapReason;
  /** The characters found where the figure is due. */
  readonly raw: string | null;
  readonly span: Span | null;
}

function decodeSpan(row: RawRow): Span | null {
  const [start, end] = [decodeNullableNumber(row, 'span_start'), decodeNullableNumber(row, 'span_end')];
  return start === null || end === null ? null : { start, end };
}

/** Which cells do a body's current reports leave open, and why? One that a person has filled is left out. By year and in the form's order. */
export function bodyGapsQuery(bodyId: number): Question<BodyGap> {
  return {
    statement: sql`SELECT
  report.year::INTEGER AS year,
  gap.cell::VARCHAR AS cell,
  gap.reason::VARCHAR AS reason,
  gap.raw::VARCHAR AS raw,
  gap.span_start::INTEGER AS span_start,
  gap.span_end::INTEGER AS span_end
FROM report JOIN gap USING (report_id) JOIN form_cell USING (cell)
ANTI JOIN (SELECT report_id, cell FROM correction WHERE new_value IS NOT NULL) AS filled
  ON filled.report_id = gap.report_id AND filled.cell = gap.cell
WHERE report.current AND report.body_id = ${bodyId}
ORDER BY report.year, form_cell.position`,
    decode: (row) => ({
      year: decodeNumber(row, 'year'),
      cell: decodeText(row, 'cell'),
      reason: decodeChoice(row, 'reason', STORED_GAP_REASONS),
      raw: decodeNullableText(row, 'raw'),
      span: decodeSpan(row),
    }),
  };
}
