import { CELLS_ONLY_2019, MEASURES } from '../form/cells.ts';
import type { Span } from '../read/report.ts';

/** Order of cells in packed spans: the measures, then the cells that only the 2019 form has. */
const ORDER: readonly string[] = [...MEASURES, ...CELLS_ONLY_2019].map((cell) => cell.id);

/**
 * Packs where each figure stands in its document's text into one short text: an entry a cell in the form's order,
 * `;` between them, each the distance from the end of the span before it and, when longer than one character, its
 * length (base 36); an empty entry where the cell has no place, and none after the last that has one.
 */
export function formatCellSpans(spans: ReadonlyMap<string, Span>): string {
  let end = 0;
  const entries = ORDER.map((id) => {
    const span = spans.get(id);
    if (!span) return '';
    const distance = (span.start - end).toString(36);
    const length = span.end - span.start;
    end = span.end;
    return length === 1 ? distance : `${distance},${length.toString(36)}`;
  });
  return entries.join(';').replace(/;+$/, '');
}

/** Where each figure stands in its document's text, from the packed form; cells without a place are left out. */
export function parseCellSpans(packed: string): Map<string, Span> {
  const spans = new Map<string, Span>();
  let end = 0;
  packed.split(';').forEach((entry, index) => {
    if (entry === '') return;
    const [distance, length] = entry.split(',');
    const start = end + parseInt(distance!, 36);
    end = start + (length === undefined ? 1 : parseInt(length, 36));
    spans.set(ORDER[index]!, { start, end });
  });
  return spans;
}
