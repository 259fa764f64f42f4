import type { RankedBar } from '../../charts/ranking-row.ts';
import { wilsonEnds } from '../../compare/wilson.ts';
import { FEW_CASES } from '../../state/comparison.ts';
import { formatShare } from '../composition-rows.ts';
import { type FigureRows, figureRows, numberValue, textValue } from '../figure-rows.ts';
import type { Wording } from '../wording.ts';
import { auditWords } from './audit-words.ts';
import { addCounts, type FailingCounts, type FailingRow, NO_REPORTS, shareFailing } from './failing-counts.ts';
import { countColumns, countsOf, toldShare } from './failing-trend.ts';

/** A unit over all years with its share, and the 95 % interval around it. */
export interface RankedUnit {
  readonly key: string;
  readonly counts: FailingCounts;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** From 1, shared by equal shares. */
  readonly rank: number;
}

/** The counts of each unit over all its years. */
function unitTotals(rows: readonly FailingRow[]): ReadonlyMap<string, FailingCounts> {
  const totals = new Map<string, FailingCounts>();
  for (const { key, counts } of rows) totals.set(key, addCounts(totals.get(key) ?? NO_REPORTS, counts));
  return totals;
}

/** Units with enough reports that could be checked, the highest share first; of equal shares those over more reports come first. */
export function rankUnits(rows: readonly FailingRow[]): {
  readonly ranked: readonly RankedUnit[];
  readonly few: number;
} {
  const totals = [...unitTotals(rows)];
  const shares = totals.flatMap(([key, counts]) => {
    const share = shareFailing(counts);
    const ends = wilsonEnds(counts.failing, counts.checked);
    return share === null || ends === null || counts.checked < FEW_CASES ? [] : [{ key, counts, share, ...ends }];
  });
  shares.sort((one, other) => other.share - one.share || other.counts.checked - one.counts.checked);
  const ranked = shares.map((unit) => ({ ...unit, rank: 1 + shares.filter(({ share }) => share > unit.share).length }));
  return { ranked, few: totals.length - ranked.length };
}

/** The rows of the units with the most reports that could be checked. */
export function largestUnits(rows: readonly FailingRow[], most: number): readonly FailingRow[] {
  const totals = [...unitTotals(rows)].sort(([, one], [, other]) => other.checked - one.checked);
  const order = totals.slice(0, most).map(([key]) => key);
  return order.flatMap((key) => rows.filter((row) => row.key === key));
}

/** The ranked units as the chart takes them. */
export const unitBars = (
  ranked: readonly RankedUnit[],
  nameOf: (key: string) => string,
  wording: Wording,
): RankedBar[] =>
  ranked.map(({ key, counts, share, low, high, rank }) => ({
    key,
    name: nameOf(key),
    rank,
    value: share,
    low,
    high,
    counts: countsOf(counts, wording),
    gap: null,
    few: false,
  }));

/** The ranked units as a table. */
export const unitTable = (
  ranked: readonly RankedUnit[],
  nameOf: (key: string) => string,
  wording: Wording,
): FigureRows => {
  const { messages } = wording;
  return figureRows(ranked, [
    { label: auditWords(wording).unit, numeric: false, value: ({ key }) => textValue(nameOf(key)) },
    { label: messages.rank, numeric: true, value: ({ rank }) => numberValue(rank, String) },
    ...countColumns<RankedUnit>(wording),
    ...(['low', 'high'] as const).map((end) => ({
      label: end === 'low' ? messages.intervalLow : messages.intervalHigh,
      numeric: true,
      unit: messages.units.proportion,
      value: (unit: RankedUnit) => numberValue(unit[end], formatShare),
    })),
  ]);
};

/** Which unit stands highest and which lowest, whether they can be told apart, and how many are left out. */
export function unitFinding(
  { ranked, few }: ReturnType<typeof rankUnits>,
  nameOf: (key: string) => string,
  wording: Wording,
): string {
  const words = auditWords(wording);
  const [top, bottom] = [ranked[0], ranked.at(-1)];
  const left = few > 0 ? [words.unitsFew(wording.exact(few), FEW_CASES)] : [];
  if (!top || !bottom) return words.unitsNone(FEW_CASES);
  const told = (unit: RankedUnit) => toldShare(unit.counts, wording);
  const sentences =
    top === bottom
      ? [words.unitsOne(nameOf(top.key), told(top))]
      : top.share === bottom.share
        ? [words.unitsEqual(wording.exact(ranked.length), formatShare(top.share))]
        : [
            words.unitsFinding(nameOf(top.key), told(top), nameOf(bottom.key), told(bottom)),
            ...(bottom.high >= top.low ? [words.unitsAlike] : []),
          ];
  return [...sentences, ...left].join(wording.messages.findings.space);
}
