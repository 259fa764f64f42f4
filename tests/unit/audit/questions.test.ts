import { describe, expect, it } from 'vitest';
import { familyAuditQuery } from '../../../src/audit/family-audit.ts';
import { findingsQuery } from '../../../src/audit/finding.ts';
import { AUDIT_QUESTIONS, familyOf } from '../../fixtures/audit-questions.ts';
import { proveQuestions } from '../../fixtures/question-proof.ts';

proveQuestions(AUDIT_QUESTIONS);

describe('the statements of the form’s sums', () => {
  const text = findingsQuery(familyOf('T3-SUM'), { from: 21, to: 40 }, ['T3-SUM', 'T4-SUM']).statement.text;

  it('look at current reports of the range and at no others, the year before set beside them', () => {
    expect(text).toContain('FROM report WHERE report.current AND report.report_id BETWEEN 21 AND 40');
    expect(text).toContain('AS l ON l.body_id = r.body_id AND l.year = r.year - 1');
    expect(text).toContain(
      'SELECT * FROM report WHERE current AND year IN (SELECT year - 1 FROM report WHERE report.current',
    );
  });

  it('take the audited reports apart in one pass for all sums', () => {
    expect(text.match(/AS has_no_three_rows\s+FROM report WHERE report.current AND report.report_id/g)).toHaveLength(1);
    expect(text).toContain("open.rule IN ('T3-SUM', 'T4-SUM')");
  });

  it('add up figures so that a sum without one of its parts is NULL, never less', () => {
    const results = ['upheld', 'corrected', 'other_result', 'pending'].map((key) => `"r"."review_${key}"`).join(' + ');
    expect(text).toContain(`((${results}) = ("r"."review_total"))`);
  });

  it('go through the reports once for the open places and for the counts', () => {
    const whole = familyAuditQuery(familyOf('T3-SUM'), { from: 21, to: 40 }, ['T3-SUM']).statement.text;
    expect(whole.match(/AS has_no_three_rows\s+FROM report WHERE report.current AND report.report_id/g)).toHaveLength(
      1,
    );
    expect(whole).toContain("WHERE rule IN ('T3-SUM') GROUP BY rule");
  });
});
