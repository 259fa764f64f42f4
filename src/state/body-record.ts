import type { Subject } from '../compare/subject.ts';
import { type TrendRow, trendQuery } from '../compare/trend.ts';
import { MEASURES } from '../form/cells.ts';
import { type BodyAlias, bodyAliasesQuery } from '../store/body-aliases.ts';
import type { BodyYear } from '../store/body-years.ts';
import type { NullReason } from '../store/gap-reason.ts';
import { type FiledYears, openFiledYears } from './filed-years.ts';
import type { OpenedDataset } from './opened-dataset.ts';

/** What a body is looked at for first. */
const KEY_FIGURES: readonly Subject[] = [
  { kind: 'measure', id: 'new_total' },
  { kind: 'measure', id: 'handled_total' },
  { kind: 'indicator', key: 'disclosure_rate' },
  { kind: 'measure', id: 'licensing_decisions' },
  { kind: 'measure', id: 'penalty_decisions' },
  { kind: 'measure', id: 'admin_fees_wan' },
  { kind: 'measure', id: 'review_total' },
  { kind: 'measure', id: 'suit_direct_total' },
];

/** One key figure of a body, a row for every year of the dataset. */
export interface BodyTrend {
  readonly subject: Subject;
  readonly rows: readonly TrendRow[];
}

/** A body with its current reports, the reasons of their gaps and how its key figures have gone. */
export interface BodyRecord extends FiledYears {
  readonly aliases: readonly BodyAlias[];
  readonly trends: readonly BodyTrend[];
  /** How many measures of a year have no figure, by reason, the most frequent first. */
  gapCounts(year: BodyYear): readonly { readonly reason: NullReason; readonly cells: number }[];
}

/** Everything the dataset holds of the body with this key; null where there is no such body. */
export async function openBodyRecord(
  dataset: Pick<OpenedDataset, 'database' | 'facts'>,
  key: string,
  signal: AbortSignal,
): Promise<BodyRecord | null> {
  const { database } = dataset;
  const filed = await openFiledYears(dataset, key, signal);
  if (!filed) return null;
  const { bodyId } = filed.body;
  const aliases = await database.ask(bodyAliasesQuery(bodyId), signal);
  const trends: BodyTrend[] = [];
  for (const subject of KEY_FIGURES) {
    trends.push({ subject, rows: await database.ask(trendQuery({ subject, bodies: [bodyId], years: [] }), signal) });
  }
  return {
    ...filed,
    aliases,
    trends,
    gapCounts(year) {
      const counts = new Map<NullReason, number>();
      for (const { id } of MEASURES) {
        if (year.measures[id] !== null) continue;
        const { reason } = filed.gapOf(year, id);
        counts.set(reason, (counts.get(reason) ?? 0) + 1);
      }
      const sorted = [...counts].sort(([, one], [, other]) => other - one);
      return sorted.map(([reason, cells]) => ({ reason, cells }));
    },
  };
}
