import type { TrendSeries } from '../charts/trend-series.ts';
import type { Comparison, ComparisonAsk } from '../state/comparison.ts';
import { type FigureRows, figureRows, numberValue, textValue } from './figure-rows.ts';
import { isQuotient, subjectCounts, subjectName, subjectValue } from './subject-text.ts';
import type { Wording } from './wording.ts';

/** The years of the group and of each followed body as a table. */
export function trendRows(ask: ComparisonAsk, answer: Comparison, wording: Wording): FigureRows {
  const { messages, exact } = wording;
  const { subject } = ask;
  const value = (number: number) => subjectValue(number, subject, wording);
  const counted = (row: { value: number; numerator: number | null; denominator: number | null }) =>
    isQuotient(subject) ? `${value(row.value)} (${subjectCounts(row, wording)})` : value(row.value);
  return figureRows(answer.spread, [
    { label: messages.year, numeric: false, value: ({ year }) => textValue(String(year)) },
    {
      label: messages.pooled,
      numeric: true,
      value: (row) => numberValue(row.pooled, (pooled) => counted({ ...row, value: pooled }), messages.noFigure),
    },
    { label: messages.median, numeric: true, value: (row) => numberValue(row.median, value) },
    { label: 'P25', numeric: true, value: (row) => numberValue(row.lower, value) },
    { label: 'P75', numeric: true, value: (row) => numberValue(row.upper, value) },
    { label: messages.given, numeric: true, value: (row) => numberValue(row.n, exact) },
    { label: messages.reports, numeric: true, value: (row) => numberValue(row.reports, exact) },
    ...answer.followed.map((body) => ({
      label: body.name,
      numeric: true,
      value: ({ year }: { readonly year: number }) => {
        const row = answer.trend.find((one) => one.bodyId === body.bodyId && one.year === year);
        const reason = messages.absences[row?.gap ?? 'no-report'];
        return numberValue(row?.value ?? null, (number) => counted({ ...row!, value: number }), reason);
      },
    })),
  ]);
}

/** The followed bodies as lines, and before them the group together where its value is comparable to theirs. */
export function trendSeries(ask: ComparisonAsk, answer: Comparison, wording: Wording): TrendSeries[] {
  const { messages } = wording;
  const together: TrendSeries = {
    key: 'together',
    name: messages.pooled,
    points: answer.spread.map((row) => ({
      year: row.year,
      value: row.pooled,
      counts: subjectCounts(row, wording) || null,
      gap: row.pooled === null ? messages.noFigure : null,
    })),
  };
  const bodies = answer.followed.map((body) => ({
    key: String(body.bodyId),
    name: body.name,
    points: answer.trend
      .filter(({ bodyId }) => bodyId === body.bodyId)
      .map((row) => ({
        year: row.year,
        value: row.value,
        counts: subjectCounts(row, wording) || null,
        gap: row.gap === null ? null : messages.absences[row.gap],
      })),
  }));
  return isQuotient(ask.subject) ? [together, ...bodies] : bodies;
}

/** How the group's value moved from its first to its last year, with its counts. */
export function trendFinding(ask: ComparisonAsk, answer: Comparison, wording: Wording): string {
  const { messages, exact } = wording;
  const known = answer.spread.filter((row) => row.pooled !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return messages.noFigure;
  const told = (row: typeof first) => {
    const counts = subjectCounts(row, wording);
    return `${subjectValue(row.pooled!, ask.subject, wording)}${counts ? ` (${counts})` : ''}${messages.findings.from(exact(row.n))}`;
  };
  const name = subjectName(ask.subject, wording);
  if (first === last) return messages.findings.oneYear(first.year, name, told(first));
  return messages.findings.change(name, first.year, told(first), last.year, told(last));
}
