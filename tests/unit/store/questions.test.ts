import { describe, expect, it } from 'vitest';
import { bodyGapsQuery } from '../../../src/store/body-gaps.ts';
import { bodyGroupsQuery } from '../../../src/store/body-groups.ts';
import { bodyYearsQuery } from '../../../src/store/body-years.ts';
import type { Question } from '../../../src/store/database.ts';
import { datasetFactsQuery } from '../../../src/store/dataset-facts.ts';
import { measureGapsQuery } from '../../../src/store/measure-gaps.ts';
import { proveQuestions } from '../../fixtures/question-proof.ts';
import { STORE_QUESTIONS } from '../../fixtures/questions.ts';

proveQuestions(STORE_QUESTIONS);

const text = (question: Question<unknown>) => question.statement.text;

describe('the statements', () => {
  it('read the facts from the one row of the dataset', () => {
    expect(text(datasetFactsQuery())).toMatch(/^SELECT\n {2}name::VARCHAR AS name,[^]+\nFROM dataset\.main\.dataset$/);
  });

  it('count bodies that have never reported too', () => {
    expect(text(bodyGroupsQuery())).toContain('FROM body LEFT JOIN (SELECT DISTINCT body_id FROM report)');
  });

  it('name every measure of a body’s years once', () => {
    const statement = text(bodyYearsQuery(7));
    expect(statement.match(/::DOUBLE AS/g)).toHaveLength(200);
    expect(statement).toContain('WHERE report.current AND report.body_id = 7');
  });

  it('order a body’s gaps by the form', () => {
    expect(text(bodyGapsQuery(7))).toContain('ORDER BY report.year, form_cell.position');
  });

  it('know from the form which editions do not ask for a measure', () => {
    expect(text(measureGapsQuery('rules_issued'))).toContain(
      `WHEN coalesce("report"."edition" IN ('2019'), FALSE) THEN 'not-asked'`,
    );
    expect(text(measureGapsQuery('new_total'))).toContain(`WHEN FALSE THEN 'not-asked'`);
  });

  it('refuse a measure that the form does not have', () => {
    expect(() => measureGapsQuery('procurement_items')).toThrow('no measure has the id "procurement_items"');
  });
});
