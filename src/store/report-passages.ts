import type { Question } from './database.ts';
import { decodeNumber, decodeText } from './decode.ts';
import { sql } from './sql.ts';

/** A stretch of a report's prose under one heading. */
export interface ReportPassage {
  readonly reportId: number;
  /** Section of the form, 1 to 6; 0 before the first heading. */
  readonly section: number;
  /** The heading as published. */
  readonly heading: string;
  readonly text: string;
}

/** What do these reports, at least one, say in words? By report and section, in the order of the document. */
export const reportPassagesQuery = (reports: readonly number[]): Question<ReportPassage> => ({
  statement: sql`SELECT report_id::INTEGER AS report_id, section::INTEGER AS section, heading::VARCHAR AS heading,
  text::VARCHAR AS text
FROM passage
WHERE report_id IN ${reports}
ORDER BY report_id, section, span_start`,
  decode: (row) => ({
    reportId: decodeNumber(row, 'report_id'),
    section: decodeNumber(row, 'section'),
    heading: decodeText(row, 'heading'),
    text: decodeText(row, 'text'),
  }),
});
