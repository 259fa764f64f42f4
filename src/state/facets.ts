import { type BodyGroup, bodyGroupsQuery } from '../store/body-groups.ts';
import type { Database } from '../store/database.ts';
import { type ListedRegion, regionListQuery } from '../store/region-list.ts';

/** What the bodies of a dataset can be told apart by. */
export interface Facets {
  readonly regions: readonly ListedRegion[];
  readonly groups: readonly BodyGroup[];
}

/** The places, levels and kinds that occur in a dataset. */
export async function openFacets(database: Database, signal: AbortSignal): Promise<Facets> {
  return {
    regions: await database.ask(regionListQuery(), signal),
    groups: await database.ask(bodyGroupsQuery(), signal),
  };
}

/** How many bodies bear each key, for a choice among levels or kinds; bodies without one are left out. */
export function countBy(groups: readonly BodyGroup[], facet: 'level' | 'kind'): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const group of groups) {
    const key = group[facet];
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + group.bodies);
  }
  return counts;
}
