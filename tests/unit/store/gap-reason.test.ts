import { describe, expect, it } from 'vitest';
import { deadlineDue } from '../../../src/store/deadline.ts';
import { gapReason, type ReportOrigin } from '../../../src/store/gap-reason.ts';

const document: ReportOrigin = { year: 2020, edition: '2019', entered: 'document' };

describe('the reason of a NULL', () => {
  it('is the gap’s own where there is one', () => {
    expect(gapReason(document, 'rules_issued', 'blank')).toBe('blank');
  });

  it('is that the form does not ask, for a cell of the other edition', () => {
    expect(gapReason(document, 'rules_issued', null)).toBe('not-asked');
    expect(gapReason({ ...document, entered: 'figures' }, 'rules_issued', null)).toBe('not-asked');
    expect(gapReason({ ...document, edition: '2021' }, 'procurement_items', null)).toBe('not-asked');
  });

  it('is that the list does not give it, for figures', () => {
    expect(gapReason({ ...document, entered: 'figures' }, 'new_total', null)).toBe('not-listed');
    expect(gapReason({ year: 2020, edition: null, entered: 'synthetic' }, 'new_total', null)).toBe('not-listed');
  });

  it('is that there is no table, for a document of text alone, unless there was no form yet', () => {
    expect(gapReason({ ...document, edition: null }, 'new_total', null)).toBe('table-absent');
    expect(gapReason({ ...document, edition: null, year: 2017 }, 'new_total', null)).toBe('not-asked');
  });
});

describe('the deadline', () => {
  it('is 31 March for governments, 31 January for departments, and none for townships, zones and the unknown', () => {
    expect(deadlineDue('county', 'government')).toBe('government');
    expect(deadlineDue('national', 'audit')).toBe('department');
    expect(deadlineDue('township', 'township')).toBe('none');
    expect(deadlineDue('zone', 'zone')).toBe('none');
    expect(deadlineDue(null, 'finance')).toBe('none');
  });
});
