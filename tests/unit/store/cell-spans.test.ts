import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CELLS_ONLY_2019, MEASURES } from '../../../src/form/cells.ts';
import { formatCellSpans, parseCellSpans } from '../../../src/store/cell-spans.ts';

const ids = [...MEASURES, ...CELLS_ONLY_2019].map(({ id }) => id);
const span = fc.tuple(fc.nat(500_000), fc.nat(40)).map(([start, length]) => ({ start, end: start + length }));

describe('packed spans of cells', () => {
  it('come back as they were, in whatever order the cells stand in the document', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...ids), span), (given) => {
        const spans = new Map(Object.entries(given));
        expect(parseCellSpans(formatCellSpans(spans))).toEqual(spans);
      }),
    );
  });

  it('take about two characters a cell in a table of one-digit figures', () => {
    const spans = new Map(MEASURES.map(({ id }, index) => [id, { start: 900 + index * 2, end: 901 + index * 2 }]));
    expect(formatCellSpans(spans).length).toBeLessThan(MEASURES.length * 2 + 2);
  });

  it('are empty where nothing has a place', () => {
    expect(formatCellSpans(new Map())).toBe('');
    expect(parseCellSpans('')).toEqual(new Map());
  });
});
