import type { Question } from './database.ts';
import { decodeNumber, decodeText } from './decode.ts';
import { sql } from './sql.ts';

/** A figure of a cell that only the 2019 form has. */
export interface BodyOtherCell {
  readonly year: number;
  /** Id of the cell in the 2019 form. */
  readonly cell: string;
  readonly value: number;
}

/** What do a body's current reports say in cells that only the 2019 form has? By year and in the form's order. */
export function bodyOtherCellsQuery(bodyId: number): Question<BodyOtherCell> {
  return {
    statement: sql`SELECT report.year::INTEGER AS year, other_cell.cell::VARCHAR AS cell, other_cell.value::DOUBLE AS value
FROM report JOIN other_cell USING (report_id) JOIN form_cell USING (cell)
WHERE report.current AND report.body_id = ${bodyId}
ORDER BY report.year, form_cell.position`,
    decode: (row) => ({
      year: decodeNumber(row, 'year'),
      cell: decodeText(row, 'cell'),
      value: decodeNumber(row, 'value'),
    }),
  };
}
