import { afterAll, beforeAll, expect, it } from 'vitest';
import { auditDataset, auditSizeQuery } from '../../../src/audit/audit.ts';
import type { Finding } from '../../../src/audit/finding.ts';
import { findingText, quotedWords } from '../../../src/audit/finding-text.ts';
import { buildInMemory } from '../../../src/host/dataset-memory.ts';
import { formatBodyKey } from '../../../src/state/body-key.ts';
import { openFinding } from '../../../src/state/opened-finding.ts';
import type { Database } from '../../../src/store/database.ts';
import { datasetFactsQuery, type DatasetFacts } from '../../../src/store/dataset-facts.ts';
import { draftFiling, REGION } from '../../fixtures/draft-filing.ts';

const BODY = '石桥县财政局';
const RULES = ['T3-COL', 'Y-CARRY', 'Y-STOCK'];

let database: Database;
let facts: DatasetFacts;
let listed: Finding[];
beforeAll(async () => {
  const inForce = [4, 6, 9];
  const filings = inForce.map((count, index) =>
    draftFiling({
      body: BODY,
      year: 2021 + index,
      kind: 'document',
      figures: { normative_docs_in_force: count, normative_docs_issued: 1, new_natural: index },
      gaps: index === 1 ? { carried_out_total: 'blank' } : {},
    }),
  );
  const description = { name: 'chain', synthetic: true, madeAt: '2026-01-01T00:00:00Z', version: '0.0.0' };
  ({ database } = await buildInMemory(filings, description, null));
  facts = (await database.ask(datasetFactsQuery()))[0]!;
  const [size] = await database.ask(auditSizeQuery());
  listed = [];
  for await (const { findings } of auditDataset(database, size!, RULES)) listed.push(...findings);
});
afterAll(() => database.close());

const open = (rule: string, year: number) => {
  const [province, city, county] = REGION.split('/');
  const body = formatBodyKey({ region: `${province!}${city!}${county!}`, name: BODY });
  return openFinding({ database, facts }, { rule, body, year }, new AbortController().signal);
};

it('is what the audit of the whole dataset lists of the report, cells that are missing and guesses included', async () => {
  expect(new Set(listed.map(({ rule, outcome }) => `${rule} ${outcome}`))).toEqual(
    new Set(['T3-COL fails', 'T3-COL cannot-check', 'Y-CARRY cannot-check', 'Y-STOCK fails']),
  );
  for (const rule of RULES)
    for (const year of [2021, 2022, 2023]) {
      const expected = listed.filter((finding) => finding.rule === rule && finding.year === year);
      expect((await open(rule, year))?.findings).toEqual(expected);
    }
});

it('says how far documents in force have drifted over all years', async () => {
  const found = await open('Y-STOCK', 2023);
  expect(found!.findings.map((finding) => findingText(finding, 'en'))).toEqual([
    '9 in force, 7 follow from last year; off by 3 over all years',
  ]);
  // A drift is a number of ours, and no words of the report.
  expect(found!.findings.map(quotedWords)).toEqual([null]);
});
