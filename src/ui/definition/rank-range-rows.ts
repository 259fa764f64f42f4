import type { RankedBar } from '../../charts/ranking-row.ts';
import type { RankRangeRow } from '../../compare/rank-range.ts';
import type { Definition } from '../../form/definition.ts';
import { type FigureRows, figureRows, numberValue, textValue } from '../figure-rows.ts';
import type { Wording } from '../wording.ts';

/** Ranks as the chart of rankings takes them: the rank in force as the value, the best and the worst as its interval. */
export const rangeBars = (rows: readonly RankRangeRow[], { exact, messages }: Wording): RankedBar[] =>
  rows.map(({ bodyId, name, rank, best, worst }) => ({
    key: String(bodyId),
    name,
    rank,
    value: rank,
    low: rank === null ? null : best,
    high: rank === null ? null : worst,
    counts: best === worst ? null : `${exact(best)}–${exact(worst)}`,
    gap: rank === null ? messages.unranked : null,
    few: false,
  }));

/** The ranges of ranks as a table. */
export const rangeRows = (rows: readonly RankRangeRow[], { messages, exact }: Wording): FigureRows =>
  figureRows(rows, [
    { label: messages.name, numeric: false, value: (row) => textValue(row.name) },
    { label: messages.rank, numeric: true, value: (row) => numberValue(row.rank, exact, messages.unranked) },
    { label: messages.bestOf, numeric: true, value: (row) => numberValue(row.best, exact) },
    { label: messages.worstOf, numeric: true, value: (row) => numberValue(row.worst, exact) },
    { label: messages.definitionsOf, numeric: true, value: (row) => numberValue(row.definitions, exact) },
  ]);

/** How many of the first bodies stay among the first by every definition that ranks them, and where the first one stands. */
export function rangeFinding(rows: readonly RankRangeRow[], definitions: number, { messages, exact }: Wording): string {
  const listed = rows.filter(({ rank }) => rank !== null);
  const [first] = listed;
  if (!first) return messages.findings.nobodyListed;
  const kept = listed.filter((row) => row.worst <= listed.length).length;
  const partly = listed.filter((row) => row.definitions < definitions).length;
  return [
    messages.survival(definitions, exact(listed.length), exact(kept)),
    ...(partly > 0 ? [messages.partlyRanked(exact(partly))] : []),
    messages.firstSurvives(first.name, exact(first.best), exact(first.worst)),
  ].join(messages.findings.space);
}

/** Definitions by their words, the one in force first. */
export const definitionList = (definitions: readonly Definition[], { messages }: Wording): string =>
  definitions
    .map(({ denominator, applicants }) =>
      [messages.definitions.denominators[denominator], messages.definitions.scopes[applicants]].join(' × '),
    )
    .join(messages.comma);
