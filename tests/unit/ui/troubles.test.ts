import { expect, test } from 'vitest';
import type { FileProblem } from '../../../src/host/file-problem.ts';
import { troubleText } from '../../../src/ui/messages/troubles.ts';

type Trouble = FileProblem['trouble'];

const FOUND = 'Q7';
const CELL = 'new_total';
/** One of each kind; the compiler holds the list to be complete. */
const EACH: { readonly [What in Trouble['what']]: object } = {
  'line-length': { fields: 3, header: 4 },
  'unknown-cell': { name: FOUND, nearest: CELL },
  'unknown-column': { name: FOUND },
  'unknown-field': { name: FOUND },
  'no-body': {},
  'sum-line': { found: 'total' },
  'no-year': { found: FOUND, first: 2008, last: 2100 },
  edition: { found: FOUND },
  scope: { found: FOUND },
  date: { found: FOUND },
  'gap-reason': { found: FOUND },
  'given-twice': { cell: CELL, one: '1', other: FOUND },
  'no-figure': { cell: CELL, found: FOUND },
  'claim-figure': { name: 'x', found: FOUND },
  'claim-object': { found: FOUND },
  'claim-number': { found: FOUND },
  'no-json-object': {},
  'no-object': { part: FOUND },
  'nothing-given': {},
  'nothing-usable': { body: FOUND, year: 2024 },
  'open-quote': {},
  'sheet-left': { name: FOUND },
  'registry-name': {},
  'registry-year': { column: 'from_year', found: FOUND },
  'registry-key': { column: 'level', found: FOUND },
  'registry-alias': { found: FOUND },
  'registry-code': { found: FOUND },
  'registry-years': { from: 2024, to: 2020 },
  'registry-twice': { name: FOUND, before: 3 },
  document: {},
  'no-list': {},
  empty: {},
  'no-reports': {},
  'dataset-alone': {},
  unsupported: { format: FOUND },
  unreadable: { reason: FOUND },
  repeat: { of: FOUND },
  sidecar: { reason: FOUND },
  hung: { seconds: FOUND },
  exhausts: { limit: 1e9 },
  died: { reason: FOUND },
  refused: { reason: FOUND },
  'not-a-report': {},
  'several-reports': {},
  list: { missing: ['year'] },
  charset: { charset: FOUND },
  'format-unsupported': { format: 'doc' },
  'needs-transcription': { format: 'pdf' },
  'no-character-map': {},
  damaged: { format: 'zip', reason: FOUND },
  encrypted: { format: 'docx' },
  'too-large': { bytes: 3e8, limit: 2e8 },
  expands: { limit: 2e8 },
  'too-much': { of: 'cells', limit: 1e6 },
  'too-deep': { of: 'markup', limit: 1000 },
  'too-many-files': { limit: 1e5 },
};

test.each(Object.entries(EACH))('%s is told in either language, with what was found', (what, values) => {
  const trouble = { what, ...values } as Trouble;
  const [zh, en] = [troubleText(trouble, 'zh'), troubleText(trouble, 'en')];
  expect(zh).toMatch(/[\u4e00-\u9fff]/);
  expect(en).not.toMatch(/[\u4e00-\u9fff]/);
  for (const text of [zh, en]) {
    expect(text).not.toContain('undefined');
    if (JSON.stringify(values).includes(FOUND)) expect(text).toContain(FOUND);
  }
});
