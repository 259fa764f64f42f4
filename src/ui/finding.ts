import { type Comparison, type ComparisonAsk, FEW_CASES } from '../state/comparison.ts';
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

/** Bodies that stand alike, each way with its number. */
function reasons(rows: Comparison['standing'], { messages, exact }: Wording): string {
  const parts = rows.map(({ standing, bodies }) =>
    messages.findings.counted(messages.standings[standing], exact(bodies)),
  );
  return parts.join(messages.comma);
}

/** How many bodies are not in the ranking: their rates rest on few cases, or they have no value, with the reasons. */
function leftOut(standing: Comparison['standing'], wording: Wording): string[] {
  const { findings } = wording.messages;
  const few = standing.find((row) => row.standing === 'few');
  const absent = standing.filter((row) => row.standing !== 'few' && row.standing !== 'ranked');
  const count = absent.reduce((sum, { bodies }) => sum + bodies, 0);
  return [
    ...(few ? [findings.fewLeftOut(wording.exact(few.bodies), FEW_CASES)] : []),
    ...(count > 0 ? [findings.withoutValue(wording.exact(count), reasons(absent, wording))] : []),
  ];
}

/** Who stands first among the listed bodies, who shares the place, and how many bodies are not in the ranking and why. */
export function rankingFinding(
  ask: ComparisonAsk,
  listed: readonly RankingRow[],
  standing: Comparison['standing'],
  wording: Wording,
): string {
  const { messages, exact } = wording;
  const { findings } = messages;
  const [first] = listed;
  const rest = leftOut(standing, wording);
  if (first?.value == null || first.rank !== 1) return [findings.nobodyListed, ...rest].join(findings.space);
  const counts = isQuotient(ask.subject) ? ` (${subjectCounts(first, wording)})` : '';
  const value = `${subjectValue(first.value, ask.subject, wording)}${counts}`;
  const told = ask.order === 'highest' ? findings.highest(first.name, value) : findings.lowest(first.name, value);
  const equals = first.equals ?? 1;
  const shown = listed.filter(({ rank }) => rank === 1).length;
  const shared =
    equals === 1
      ? []
      : [shown < equals ? findings.sharedSome(exact(equals), exact(shown)) : findings.shared(exact(equals))];
  return [told, ...shared, ...rest].join(findings.space);
}
