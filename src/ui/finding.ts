import type { ComparisonAsk, Comparison } from '../state/comparison.ts';
import type { RankingRow } from '../compare/ranking.ts';
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
  return sentences.join(messages.findings.space);
}

/** Who stands highest among the listed bodies, with the counts, and how many rates were too thin to be listed. */
export function rankingFinding(ask: ComparisonAsk, listed: readonly RankingRow[], wording: Wording): string {
  const { messages, exact } = wording;
  const [top] = listed;
  if (top?.value == null || top.rank === null) return messages.findings.nobodyListed;
  const counts = isQuotient(ask.subject) ? ` (${subjectCounts(top, wording)})` : '';
  const highest = messages.findings.highest(top.name, `${subjectValue(top.value, ask.subject, wording)}${counts}`);
  const equal = listed.filter(({ rank }) => rank === 1).length;
  const shared = equal > 1 ? [messages.findings.shared(exact(equal))] : [];
  return [highest, ...shared].join(messages.findings.space);
}
