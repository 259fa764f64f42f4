import { countyCalled, type Division } from './divisions.ts';
import { isZoneName } from './zone.ts';

/** A department's branch in a county or zone (生态环境局硚口区分局). */
export interface Branch {
  /** The county it stands in; null where its name does not tell. */
  readonly county: Division | null;
  readonly zone: boolean;
}

const BRANCH = /^(.*(?:局|委员会))(.{2,10}?)(?:分局|监管局|管理局|管理部)$/;
const PREFIXED = /^(.{2,6}?)分局$/;

/** The branch that the rest of a name (after its place) speaks of; null where it is no branch. */
export function branchOf(rest: string, area: Division | null): Branch | null {
  const called = BRANCH.exec(rest)?.[2] ?? PREFIXED.exec(rest)?.[1];
  if (called === undefined) return /分局$/.test(rest) ? { county: null, zone: false } : null;
  if (isZoneName(called)) return { county: null, zone: true };
  return { county: area && area.rank !== 'county' ? countyCalled(called, area) : null, zone: false };
}
