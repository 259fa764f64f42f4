import type { RankedBar } from './ranking-row.ts';
import { widestText } from './text-width.ts';

/** Where the rows of a ranking lie, in pixels; on a narrow page the name stands above its bar. */
export interface RankingLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Middle of each row's bar. */
  readonly rowsAt: readonly number[];
  readonly rowHeight: number;
  /** From the middle of the bar up to the edge of its row. */
  readonly above: number;
  /** From the middle of the bar up to the baseline of its texts. */
  readonly textRise: number;
  readonly thickness: number;
  readonly rankWidth: number;
  readonly nameWidth: number;
  /** Heights between two rows with ranks left out between them. */
  readonly jumps: readonly number[];
  readonly brackets: readonly { readonly from: number; readonly to: number }[];
  readonly bracketX: number;
  readonly ticks: number;
}

const NARROW = 620;
const TOP = 26;
const FOOT = 26;
const EDGE = 10;
/** Room for the mark before the value of a row. */
const AMENDED = 16;

/** Indices of rows before which ranks are left out. */
function jumpsOf(rows: readonly RankedBar[]): number[] {
  const perRank = new Map<number, number>();
  for (const { rank } of rows) if (rank !== null) perRank.set(rank, (perRank.get(rank) ?? 0) + 1);
  return rows.flatMap((row, index) => {
    const before = rows[index - 1]?.rank;
    if (before == null || row.rank === null) return [];
    return row.rank > before + perRank.get(before)! ? [index] : [];
  });
}

function bracketsOf(rows: readonly RankedBar[]): { first: number; last: number }[] {
  const brackets: { first: number; last: number }[] = [];
  rows.forEach(({ tie }, index) => {
    if (tie == null) return;
    const open = brackets.at(-1);
    if (open?.last === index - 1 && rows[open.first]!.tie === tie) open.last = index;
    else brackets.push({ first: index, last: index });
  });
  return brackets.filter(({ first, last }) => last > first);
}

/** Lays out a ranking of a width in pixels; `values` are the texts that end the rows. */
export function rankingLayout(rows: readonly RankedBar[], values: readonly string[], width: number): RankingLayout {
  const narrow = width < NARROW;
  const rowHeight = narrow ? 44 : 28;
  const rankWidth =
    widestText(
      rows.map(({ rank }) => (rank === null ? '' : String(rank))),
      12,
    ) + 12;
  const isAmended = rows.some(({ amended }) => amended !== undefined);
  const valueWidth = widestText(values, 12) + EDGE + (isAmended ? AMENDED : 0);
  const names =
    widestText(
      rows.map(({ name }) => name),
      13,
      600,
    ) + 2;
  const nameWidth = narrow ? width - rankWidth - valueWidth - 4 : Math.min(names, width * 0.3);
  const hasTies = rows.some(({ tie }) => tie != null);
  const beside = rankWidth + nameWidth + (hasTies ? 22 : 14);
  const left = narrow ? rankWidth + 6 : beside;
  const above = narrow ? 30 : rowHeight / 2;
  const rowsAt = rows.map((_, index) => TOP + index * rowHeight + above);
  const bottom = TOP + rows.length * rowHeight;
  const right = narrow ? width - EDGE : width - valueWidth - EDGE;
  return {
    width,
    height: bottom + FOOT,
    left,
    right,
    top: TOP,
    bottom,
    rowsAt,
    rowHeight,
    above,
    textRise: narrow ? 13 : -4,
    thickness: narrow ? 14 : 16,
    rankWidth,
    nameWidth,
    jumps: jumpsOf(rows).map((index) => TOP + index * rowHeight),
    brackets: bracketsOf(rows).map(({ first, last }) => ({ from: rowsAt[first]! - 6, to: rowsAt[last]! + 6 })),
    bracketX: left - 10,
    ticks: Math.max(2, Math.floor((right - left) / 90)),
  };
}
