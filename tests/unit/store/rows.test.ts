import { describe, expect, it } from 'vitest';
import { FORM_CELLS, MEASURES } from '../../../src/form/cells.ts';
import { STAGED_PARTS, STAGED_REPORT } from '../../../src/store/assembly.ts';
import { parseCellSpans } from '../../../src/store/cell-spans.ts';
import { SOURCE } from '../../../src/store/dataset-tables.ts';
import { readFilingRows, type FilingRows } from '../../../src/store/rows.ts';
import { draftFiling } from '../../fixtures/draft-filing.ts';

const body = '石桥县财政局';
const BEFORE_MEASURES = 5;
const measure = (rows: FilingRows, id: string) =>
  rows.report[BEFORE_MEASURES + MEASURES.findIndex((cell) => cell.id === id)];

describe('a filing as rows', () => {
  it('has a value for every column of every table', () => {
    const rows = readFilingRows(
      draftFiling({
        body,
        year: 2020,
        kind: 'document',
        edition: '2019',
        figures: {},
        gaps: { new_total: 'blank' },
        report: {
          claims: [{ topic: 'new', value: 1, section: null, sentence: 's', span: null }],
          evidence: [{ kind: 'k', detail: 'd', span: null }],
          passages: [{ section: 1, heading: 'h', text: 't', span: { start: 0, end: 1 } }],
        },
      }),
    );
    expect(rows.report).toHaveLength(STAGED_REPORT.columns.length - 1);
    expect(rows.source).toHaveLength(SOURCE.columns.length - 1);
    for (const table of STAGED_PARTS) {
      for (const row of rows.parts[table.name as keyof FilingRows['parts']])
        expect(row).toHaveLength(table.columns.length - 1);
    }
  });

  it('carries cells that both editions ask for into measures and the others of 2019 apart', () => {
    const figures = { new_total: 4, licensing_decisions: 12, rules_newly_made: 2, fee_items_change: -1 };
    const rows = readFilingRows(draftFiling({ body, year: 2020, kind: 'figures', edition: '2019', figures }));
    expect([measure(rows, 'new_total'), measure(rows, 'licensing_decisions')]).toEqual([4, 12]);
    expect(rows.parts.other_cell).toEqual([
      ['rules_newly_made', 2],
      ['fee_items_change', -1],
    ]);
  });

  it('keeps the 2019 cells of a report whose tables follow the 2021 form', () => {
    const rows = readFilingRows(
      draftFiling({ body, year: 2021, kind: 'figures', figures: { procurement_amount_yuan: 2.5, new_total: 0 } }),
    );
    expect(rows.parts.other_cell).toEqual([['procurement_amount_yuan', 2.5]]);
    expect(measure(rows, 'new_total')).toBe(0);
  });

  it('leaves every figure that is not given NULL', () => {
    const rows = readFilingRows(draftFiling({ body, year: 2021, kind: 'figures', figures: { new_total: 3 } }));
    expect(rows.report.slice(BEFORE_MEASURES).filter((value) => value !== null)).toEqual([3]);
  });

  it('keeps a fee with six decimals as published', () => {
    const rows = readFilingRows(
      draftFiling({ body, year: 2021, kind: 'figures', figures: { admin_fees_wan: 3592.000001 } }),
    );
    expect(measure(rows, 'admin_fees_wan')).toBe(3592.000001);
  });

  it('turns a count that is no whole number into a gap with what was published', () => {
    const rows = readFilingRows(draftFiling({ body, year: 2021, kind: 'figures', figures: { new_total: 2.5 } }));
    expect(measure(rows, 'new_total')).toBeNull();
    expect(rows.parts.gap).toEqual([['new_total', 'not-a-number', '2.5', null, null]]);
  });

  it('keeps where each figure of a document stands, and no text of a list', () => {
    const document = readFilingRows(draftFiling({ body, year: 2021, kind: 'document', figures: {} }));
    expect(parseCellSpans(String(document.source[5])).size).toBe(FORM_CELLS['2021'].length);
    const list = readFilingRows(draftFiling({ body, year: 2021, kind: 'figures', figures: { new_total: 1 } }));
    expect(list.source).toEqual(['石桥县财政局-2021.csv', null, 'figures', 'csv', null, null]);
  });

  it('has the same digest from another file and another one for another figure', () => {
    const draft = { body, year: 2021, kind: 'figures' as const, figures: { new_total: 1 } };
    const digest = readFilingRows(draftFiling(draft)).digest;
    expect(readFilingRows(draftFiling({ ...draft, source: 'elsewhere.jsonl' })).digest).toBe(digest);
    expect(readFilingRows(draftFiling({ ...draft, figures: { new_total: 2 } })).digest).not.toBe(digest);
    expect(readFilingRows(draftFiling({ ...draft, figures: { new_natural: 1 } })).digest).not.toBe(digest);
  });

  it.each([
    [{ figures: { no_such_cell: 1 } }, 'no edition of the form has a cell no_such_cell'],
    [{ figures: { new_total: 1 }, gaps: { new_total: 'blank' as const } }, 'cell new_total is given twice'],
    [{ figures: { new_total: Number.NaN } }, 'cell new_total is not a number: NaN'],
    [{ figures: {}, published: '2022-02-30' }, 'the date of publication is no date: 2022-02-30'],
    [{ figures: {}, body: ' ' }, 'the body has no name'],
    [{ figures: {}, year: 20211 }, 'the report year is not one from 1990 to 2100'],
  ])('refuses a filing that cannot be stored (%#)', (change, reason) => {
    expect(() => readFilingRows(draftFiling({ body, year: 2021, kind: 'figures', ...change }))).toThrow(reason);
  });
});
