import { EVERYTHING } from '../../../src/compare/selection.ts';
import { expect, it } from 'vitest';
import { pairQuery, pairSummaryQuery } from '../../../src/compare/pair.ts';
import { questionText } from '../../../src/compare/question-text.ts';
import { PAIR_QUESTIONS } from '../../fixtures/pair-questions.ts';
import { proveQuestions } from '../../fixtures/question-proof.ts';

proveQuestions(PAIR_QUESTIONS);

const ASK = { x: 'licensing_decisions', y: 'penalty_decisions', year: 2024, selection: EVERYTHING };

it('asks for the two measures of current reports of the year', () => {
  const text = questionText(pairQuery(ASK));
  expect(text).toContain('"report"."licensing_decisions"::DOUBLE AS x, "report"."penalty_decisions"::DOUBLE AS y');
  expect(text).toContain('WHERE report.current AND report.year = 2024 AND');
});

it('refuses what is no measure', () => {
  expect(() => pairSummaryQuery({ ...ASK, y: 'year' })).toThrow('no measure has the id "year"');
});
