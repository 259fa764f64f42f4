import { FORM_CELLS } from '../form/cells.ts';
import { editionDue } from '../form/edition.ts';
import type { Report } from './report.ts';

/**
 * The report of a document that no reader reads, such as a scan, for a person to type: every cell of the form due in the
 * year is a gap, its table being no text, and only what is typed counts.
 */
export function typedReport(year: number): Report {
  const edition = editionDue(year);
  const cells = edition === null ? [] : FORM_CELLS[edition];
  return {
    body: null,
    year: null,
    published: null,
    edition,
    scope: null,
    cells: [],
    gaps: cells.map(({ id }) => ({ id, reason: 'table-absent', raw: null, span: null })),
    claims: [],
    passages: [],
    evidence: [],
    text: '',
  };
}
