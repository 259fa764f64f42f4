import type { Report } from '../read/report.ts';
import { typedReport } from '../read/typed-report.ts';
import type { Filing } from '../store/filing.ts';
import type { CollectionDatabase } from './collection-database.ts';
import { type KeptCorrection, type KeptIdentity, type KeptLine, NO_IDENTITY } from './kept-report.ts';

/** What of the collection the browser does not keep, to be handed over whole. */
export interface HeldCollection {
  readonly lines: ReadonlyMap<string, KeptLine>;
  readonly readings: ReadonlyMap<string, Report>;
  readonly corrections: ReadonlyMap<string, readonly KeptCorrection[]>;
  readonly identities: ReadonlyMap<string, KeptIdentity>;
}

/** So many reports are fetched at once. */
const AT_ONCE = 50;

/** A report of the collection as it goes into a dataset; null where nobody says whose it is, or nothing was read or typed. */
export function filingOf(
  line: KeptLine,
  report: Report | null,
  identity: KeptIdentity,
  corrections: readonly KeptCorrection[],
): Filing | null {
  const [body, year] = [identity.body ?? line.body, identity.year ?? line.year];
  if (body === null || year === null || (report === null && corrections.length === 0)) return null;
  return {
    source: {
      name: line.file,
      url: identity.source ?? line.listed?.url ?? null,
      kind: line.listed ? 'figures' : 'document',
    },
    body,
    year,
    region: identity.region ?? line.listed?.region ?? null,
    report: report ?? typedReport(year),
    corrections: corrections.map(({ cell, before, after, madeAt }) => ({ cell, before, after, madeAt })),
  };
}

/** The reports of the collection, some of them in memory at a time; those without body or year are left out. */
export async function* collectedFilings(
  database: CollectionDatabase | null,
  held: HeldCollection,
  onReports: (file: string, share: number) => void,
): AsyncGenerator<Filing> {
  const kept = (await database?.getAllKeys('lines')) ?? [];
  const ids = [...new Set([...kept, ...held.lines.keys()])];
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    // In one transaction: one for each value is many times slower.
    const work = database?.transaction(['lines', 'readings', 'identities', 'corrections']);
    const some = await Promise.all(
      ids.slice(at, at + AT_ONCE).map(async (id) => {
        const [line, report, identity, corrections] = await Promise.all([
          held.lines.get(id) ?? work?.objectStore('lines').get(id),
          held.readings.get(id) ?? (held.lines.has(id) ? undefined : work?.objectStore('readings').get(id)),
          held.identities.get(id) ?? work?.objectStore('identities').get(id),
          held.corrections.get(id) ?? work?.objectStore('corrections').get(id),
        ]);
        return line && { line, filing: filingOf(line, report ?? null, identity ?? NO_IDENTITY, corrections ?? []) };
      }),
    );
    for (const found of some) if (found?.filing) yield found.filing;
    const last = some.findLast((found) => found !== undefined);
    if (last) onReports(last.line.file, Math.min(1, (at + AT_ONCE) / ids.length));
  }
}
