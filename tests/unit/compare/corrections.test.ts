import { expect, it } from 'vitest';
import {
  type CorrectionsAsk,
  correctionsQuery,
  MOST_CORRECTIONS,
  NO_CORRECTIONS,
  openCorrections,
} from '../../../src/compare/corrections.ts';
import { EVERYTHING } from '../../../src/compare/selection.ts';
import type { Database } from '../../../src/store/database.ts';
import { buildCorrectedDataset } from '../../fixtures/corrected-dataset.ts';
import { CORRECTION_QUESTIONS } from '../../fixtures/correction-questions.ts';
import { proveQuestions } from '../../fixtures/question-proof.ts';

proveQuestions(CORRECTION_QUESTIONS, buildCorrectedDataset);

const ASK: CorrectionsAsk = { cells: ['new_total', 'granted_total'], selection: EVERYTHING, bodies: [7] };
const text = (ask: Partial<CorrectionsAsk>) => correctionsQuery({ ...ASK, ...ask }).statement.text;

it('asks for the cells, of the selection or the given bodies, and only where what counts is not what was read', () => {
  const statement = text({ selection: { ...EVERYTHING, years: [2023] } });
  expect(statement).toContain("correction.cell IN ('new_total', 'granted_total')");
  expect(statement).toContain('report.year IN (2023)');
  expect(statement).toContain('OR body.body_id IN (7))');
  expect(statement).toContain('correction.old_value IS DISTINCT FROM correction.new_value');
});

it('is bounded whatever the dataset holds', () => {
  expect(text({ cells: null })).toMatch(new RegExp(`LIMIT ${MOST_CORRECTIONS}$`));
  expect(text({ limit: 5 })).toMatch(/LIMIT 5$/);
});

it('refuses nothing but finds nothing where no cell is asked for', () => {
  expect(text({ cells: [] })).toContain('AND FALSE AND');
});

it('does not ask a dataset that has no corrected figure', async () => {
  const refuse = () => Promise.reject(new Error('asked'));
  const database: Database = { ask: refuse, run: refuse, close: () => Promise.resolve() };
  expect(await openCorrections(database, { corrected: 0 }, ASK)).toBe(NO_CORRECTIONS);
  await expect(openCorrections(database, { corrected: 1 }, ASK)).rejects.toThrow('asked');
});
