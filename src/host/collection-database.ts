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
  /** How many times everything was let go: what was begun before must not bring it back. */
  eras: { key: typeof NOW; value: number };
}

/** The key of the era that this is. */
const NOW = 'now';

/** The names of what is kept. */
export const COLLECTION_STORES = ['lines', 'readings', 'sources', 'corrections', 'identities', 'lists'] as const;

/** The browser's own database of the reader's reports. */
export type CollectionDatabase = IDBPDatabase<CollectionSchema>;

const NAME = 'nianbao';
/** It grows with every change of what is kept. */
const SCHEMA = 3;

/** Opens the browser's database; rejects where the browser keeps nothing for this page (private mode, a frame of another site). */
export const openCollectionDatabase = (): Promise<CollectionDatabase> =>
  openDB<CollectionSchema>(NAME, SCHEMA, {
    upgrade(database) {
      for (const store of [...COLLECTION_STORES, 'eras'] as const) {
        if (!database.objectStoreNames.contains(store)) database.createObjectStore(store);
      }
    },
    // A newer page in another tab must not wait for this one.
    blocking: (_, __, event) => (event.target as IDBDatabase).close(),
  });

/** On which terms what is read in a run is kept: in the era in which it began, and, where it is read `again`, only while it is there. */
export interface Keeping {
  readonly era: number;
  readonly again: boolean;
}

/** The era that this is. */
export const eraNow = async (database: CollectionDatabase): Promise<number> => (await database.get('eras', NOW)) ?? 0;

/** Does work in a transaction; where there is no room, its own error says so, and that of what was written only that it was given up. */
async function within<Value>(
  work: { readonly error: DOMException | null; readonly done: Promise<void> },
  write: () => Promise<Value>,
): Promise<Value> {
  try {
    const [value] = await Promise.all([write(), work.done]);
    return value;
  } catch (error) {
    throw work.error ?? error;
  }
}

/**
 * Keeps files that were read, all of them or nothing, and gives their lines as they are kept, null for what was let go
 * in the meantime, here or in another tab. The same bytes given before keep their name and place, and what a person said
 * of them.
 */
export async function keepFiles(
  database: CollectionDatabase,
  reads: readonly ReadFile[],
  { era, again }: Keeping,
): Promise<(KeptLine | null)[]> {
  const stores = ['lines', 'readings', 'sources', 'lists', 'eras'] as const;
  const work = database.transaction(stores, 'readwrite', { durability: 'relaxed' });
  const [lines, readings, sources] = [
    work.objectStore('lines'),
    work.objectStore('readings'),
    work.objectStore('sources'),
  ];
  return within(work, async () => {
    if (((await work.objectStore('eras').get(NOW)) ?? 0) !== era) return reads.map(() => null);
    return Promise.all(
      reads.map(async ({ line, report, source }): Promise<KeptLine | null> => {
        const before = await lines.get(line.id);
        const isThere = line.listed ? (await work.objectStore('lists').getKey(line.file)) !== undefined : before;
        if (again && !isThere) return null;
        const taken = before ? { ...line, file: before.file, place: before.place } : line;
        await Promise.all([
          lines.put(taken, line.id),
          report === null ? readings.delete(line.id) : readings.put(report, line.id),
          ...(source === null ? [] : [sources.put(source, line.id)]),
        ]);
        return taken;
      }),
    );
  });
}

/** Keeps a list on the same terms; false where it was let go in the meantime. */
export async function keepList(
  database: CollectionDatabase,
  list: KeptList,
  { era, again }: Keeping,
): Promise<boolean> {
  const work = database.transaction(['lists', 'eras'], 'readwrite');
  const lists = work.objectStore('lists');
  return within(work, async () => {
    const [before, now = 0] = await Promise.all([lists.getKey(list.file), work.objectStore('eras').get(NOW)]);
    if (now !== era || (again && before === undefined)) return false;
    await lists.put(list, list.file);
    return true;
  });
}

/** Lets everything go, and with it what is still being read. */
export async function clearDatabase(database: CollectionDatabase): Promise<void> {
  const work = database.transaction([...COLLECTION_STORES, 'eras'], 'readwrite');
  const eras = work.objectStore('eras');
  await within(work, async () => {
    await eras.put(((await eras.get(NOW)) ?? 0) + 1, NOW);
    await Promise.all(COLLECTION_STORES.map((store) => work.objectStore(store).clear()));
  });
}

/** What a person says of a report. */
export type SaidStore = 'corrections' | 'identities';

/**
 * Changes what a person says of a report as it is kept at that moment, whichever tab said it; gives what stands then,
 * undefined where the report is gone.
 */
export async function changeSaid<Name extends SaidStore>(
  database: CollectionDatabase,
  name: Name,
  id: string,
  change: (said: CollectionSchema[Name]['value'] | undefined) => CollectionSchema[Name]['value'],
): Promise<CollectionSchema[Name]['value'] | undefined> {
  const work = database.transaction(['lines', name] as const, 'readwrite');
  const said = work.objectStore(name);
  return within(work, async () => {
    const [line, before] = await Promise.all([work.objectStore('lines').getKey(id), said.get(id)]);
    if (line === undefined) return undefined;
    const after = change(before);
    await said.put(after, id);
    return after;
  });
}

/** What is known of one report but its figures and bytes. */
export interface KnownReport {
  readonly line: KeptLine;
  readonly corrections: readonly KeptCorrection[] | undefined;
  readonly identity: KeptIdentity | undefined;
}

/** What is known of a report, all of it as it stood at one moment; null where there is none. */
export async function knownReport(database: CollectionDatabase, id: string): Promise<KnownReport | null> {
  const work = database.transaction(['lines', 'corrections', 'identities']);
  const [line, corrections, identity] = await Promise.all([
    work.objectStore('lines').get(id),
    work.objectStore('corrections').get(id),
    work.objectStore('identities').get(id),
  ]);
  return line ? { line, corrections, identity } : null;
}
