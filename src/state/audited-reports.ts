import type { Selection } from '../compare/selection.ts';
import { type SelectedReport, selectedReportsQuery } from '../compare/selected-reports.ts';
import type { Database } from '../store/database.ts';
import { bodyQuery } from '../store/body-list.ts';
import { parseBodyKey } from './body-key.ts';
import type { View } from './view.ts';

/** Which reports an audit is looked at for. */
export interface AuditedAsk {
  readonly selection: Selection;
  /** Keys of bodies, none for all; those chosen count even where the selection leaves out governments. */
  readonly bodies: readonly string[];
}

/** What the audit page asks at a view. */
export const auditedAsk = (view: View): AuditedAsk => {
  const { years, province, city, county, levels, kinds, governments, bodies } = view;
  return { selection: { years, province, city, county, levels, kinds, governments }, bodies };
};

/** The reports that are looked at, in the order of bodies and years; none where none of the bodies is known. */
export async function openAuditedReports(
  database: Database,
  { selection, bodies }: AuditedAsk,
  signal: AbortSignal,
): Promise<readonly SelectedReport[]> {
  const ids: number[] = [];
  for (const key of bodies) {
    const { region, name } = parseBodyKey(key);
    const [body] = await database.ask(bodyQuery(region, name), signal);
    if (body) ids.push(body.bodyId);
  }
  if (bodies.length > 0 && ids.length === 0) return [];
  const chosen = bodies.length > 0 ? { ...selection, governments: true } : selection;
  return database.ask(selectedReportsQuery(chosen, ids), signal);
}
