import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Report } from '../read/report.ts';
import type { KeptList } from './kept-list.ts';
import type { KeptCorrection, KeptIdentity, KeptLine } from './kept-report.ts';

/** A file of the reader's own as it was read: its line in the list, and beside it what only opening it needs. */
export interface ReadFile {
  readonly line: KeptLine;
  /** Null where the file gave none. */
  readonly report: Report | null;
  /** Its bytes; null where they could not be had. */
  readonly source: Blob | null;
}

/** Everything that is kept of the reader's own reports, each by the id of the report. */
export interface CollectionSchema extends DBSchema {
  lines: { key: string; value: KeptLine };
  readings: { key: string; value: Report };
  sources: { key: string; value: Blob };
  /** By report, all of them together. */
  corrections: { key: string; value: readonly KeptCorrection[] };
  identities: { key: string; value: KeptIdentity };
  /** By path. */
  lists: { key: string; value: KeptList };
}

/** The names of what is kept. */
export const COLLECTION_STORES = ['lines', 'readings', 'sources', 'corrections', 'identities', 'lists'] as const;

/** The browser's own database of the reader's reports. */
export type CollectionDatabase = IDBPDatabase<CollectionSchema>;

const NAME = 'nianbao';
/** It grows with every change of what is kept. */
const SCHEMA = 2;

/** Opens the browser's database; rejects where the browser keeps nothing for this page (private mode, a frame of another site). */
export const openCollectionDatabase = (): Promise<CollectionDatabase> =>
  openDB<CollectionSchema>(NAME, SCHEMA, {
    upgrade(database) {
      for (const store of COLLECTION_STORES) {
        if (!database.objectStoreNames.contains(store)) database.createObjectStore(store);
      }
    },
    // A newer page in another tab must not wait for this one.
    blocking: (_, __, event) => (event.target as IDBDatabase).close(),
  });

/**
 * Keeps files that were read, all of them or nothing, and gives their lines as they are kept. The same bytes given before
 * keep their name and place, and what a person said of them.
 */
export async function keepFiles(database: CollectionDatabase, reads: readonly ReadFile[]): Promise<KeptLine[]> {
  const work = database.transaction(['lines', 'readings', 'sources'], 'readwrite', { durability: 'relaxed' });
  const [lines, readings, sources] = [
    work.objectStore('lines'),
    work.objectStore('readings'),
    work.objectStore('sources'),
  ];
  const kept = await Promise.all(
    reads.map(async ({ line, report, source }): Promise<KeptLine> => {
      const before = await lines.get(line.id);
      const taken = before ? { ...line, file: before.file, place: before.place } : line;
      await Promise.all([
        lines.put(taken, line.id),
        report === null ? readings.delete(line.id) : readings.put(report, line.id),
        ...(source === null ? [] : [sources.put(source, line.id)]),
      ]);
      return taken;
    }),
  );
  await work.done;
  return kept;
}
