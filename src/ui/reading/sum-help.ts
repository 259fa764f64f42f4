import type { Edition } from '../../form/edition.ts';
import { SUM_RULES, type SumRule } from '../../form/sums.ts';

/** A sum of the form held against what stands in it: both sides, or null where a part of the side is not given. */
export interface SumCheck {
  readonly rule: SumRule['rule'];
  readonly at: string;
  readonly left: number | null;
  readonly right: number | null;
}

type Figures = (id: string) => number | null;

function addUp(ids: readonly string[], figureOf: Figures): number | null {
  let sum = 0;
  for (const id of ids) {
    const value = figureOf(id);
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

/** What a cell's parts add up to, for every cell that the form makes a sum; null where a part is not given. */
export function partSums(edition: Edition, figureOf: Figures): ReadonlyMap<string, number | null> {
  const sums = new Map<string, number | null>();
  for (const { left, right } of SUM_RULES[edition]) {
    const [cell, ...more] = left;
    if (!cell || more.length > 0) continue;
    const sum = addUp(right, figureOf);
    sums.set(cell, sums.get(cell) ?? sum);
  }
  return sums;
}

/** The sums of an edition that do not hold where both sides are given, in the form's order. */
export const brokenSums = (edition: Edition, figureOf: Figures): SumCheck[] =>
  SUM_RULES[edition].flatMap(({ rule, at, left, right }) => {
    const check = { rule, at, left: addUp(left, figureOf), right: addUp(right, figureOf) };
    return check.left !== null && check.right !== null && check.left !== check.right ? [check] : [];
  });
