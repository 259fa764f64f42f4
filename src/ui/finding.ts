import type { ComparisonAsk, Comparison } from '../state/comparison.ts';
import { FEW_CASES } from '../state/comparison.ts';
import { isQuotient, subjectCounts, subjectName, subjectValue } from './subject-text.ts';
import type { Wording } from './wording.ts';

/** The sentences that state what a comparison finds in its year, with the counts they rest on. */
export function comparisonFinding(ask: ComparisonAsk, answer: Comparison, wording: Wording): string {
  const { messages, exact } = wording;
  const subject = subjectName(ask.subject, wording);
  const value = (number: number) => subjectValue(number, ask.subject, wording);
  const year = answer.spread.find((row) => row.year === ask.year);
  if (!year || year.reports === 0) return messages.findings.noReports(ask.year);
  const coverage = messages.findings.coverage(exact(year.n), exact(year.reports));
  if (year.pooled === null) return messages.findings.noValue(ask.year, subject, coverage);
  const quotient = isQuotient(ask.subject);
  const total = `${value(year.pooled)}${quotient ? ` (${subjectCounts(year, wording)})` : ''}`;
  const sentences = [messages.findings.total(ask.year, subject, total, coverage)];
  if (year.median !== null && year.lower !== null && year.upper !== null) {
    sentences.push(messages.findings.middle(value(year.median), value(year.lower), value(year.upper)));
  }
  const top = answer.ranking.find(
    (row) => row.rank !== null && row.value !== null && (!quotient || (row.denominator ?? 0) >= FEW_CASES),
  );
  if (top?.value != null && (!quotient || top.rank === 1)) {
    const counts = quotient ? ` (${subjectCounts(top, wording)})` : '';
    sentences.push(messages.findings.highest(top.name, `${value(top.value)}${counts}`));
  }
  return sentences.join(messages.findings.space);
}
