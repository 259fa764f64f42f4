import type { HeldCollection } from './collected-filings.ts';
import type { Report } from '../read/report.ts';
import {
  COLLECTION_STORES,
  type CollectionDatabase,
  type CollectionSchema,
  keepFiles,
  openCollectionDatabase,
  type ReadFile,
} from './collection-database.ts';
import { type KeptList, wholeList } from './kept-list.ts';
import type { KeptCorrection, KeptIdentity, KeptLine } from './kept-report.ts';

/** Everything but the lists, which have no ids. */
const OF_REPORTS = ['lines', 'readings', 'sources', 'corrections', 'identities'] as const;

type StoreName = (typeof COLLECTION_STORES)[number];
type Value<Name extends StoreName> = CollectionSchema[Name]['value'];

/** What is known of every report of the reader's own, small enough to be held at once. */
export interface CollectionOverview {
  readonly lines: ReadonlyMap<string, KeptLine>;
  readonly corrections: ReadonlyMap<string, readonly KeptCorrection[]>;
  readonly identities: ReadonlyMap<string, KeptIdentity>;
  /** By path. */
  readonly lists: ReadonlyMap<string, KeptList>;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * The reader's own reports, kept by the browser; what it does not keep (private mode, no room, a frame of another site)
 * is held while the tab lives, and `unkept` says why.
 */
export class CollectionStore {
  readonly #database: CollectionDatabase | null;
  readonly #held: { readonly [Name in StoreName]: Map<string, Value<Name>> } = {
    lines: new Map(),
    readings: new Map(),
    sources: new Map(),
    corrections: new Map(),
    identities: new Map(),
    lists: new Map(),
  };
  #unkept: string | null;

  private constructor(database: CollectionDatabase | null, unkept: string | null) {
    this.#database = database;
    this.#unkept = unkept;
  }

  /** Opens what is kept; where the browser keeps nothing, an empty store that lives with the tab. */
  static async open(): Promise<CollectionStore> {
    try {
      return new CollectionStore(await openCollectionDatabase(), null);
    } catch (error) {
      return new CollectionStore(null, messageOf(error));
    }
  }

  /** Why something is not kept beyond this tab; null while everything is. */
  get unkept(): string | null {
    return this.#unkept;
  }

  /** Whether the browser keeps anything for this page. */
  get keeps(): boolean {
    return this.#database !== null;
  }

  /** All that is known but the figures and the bytes themselves. */
  async overview(): Promise<CollectionOverview> {
    return {
      lines: await this.#all('lines'),
      corrections: await this.#all('corrections'),
      identities: await this.#all('identities'),
      lists: new Map([...(await this.#all('lists'))].map(([file, list]) => [file, wholeList(list)])),
    };
  }

  /** What was read of a file; null where it gave no report. */
  async report(id: string): Promise<Report | null> {
    return (await this.#get('readings', id)) ?? null;
  }

  /** The bytes of a file as given. */
  async source(id: string): Promise<Blob | null> {
    return (await this.#get('sources', id)) ?? null;
  }

  setIdentity(id: string, identity: KeptIdentity): Promise<void> {
    return this.#put('identities', id, identity);
  }

  setCorrections(id: string, corrections: readonly KeptCorrection[]): Promise<void> {
    return this.#put('corrections', id, corrections);
  }

  setList(list: KeptList): Promise<void> {
    return this.#put('lists', list.file, list);
  }

  /** What is held for want of a browser that keeps it. */
  held(): HeldCollection {
    return this.#held;
  }

  /** Lets a list go. */
  async removeList(file: string): Promise<void> {
    this.#held.lists.delete(file);
    await this.#database?.delete('lists', file);
  }

  /** Keeps a file that was read, or holds it where that fails. */
  async keep(read: ReadFile): Promise<void> {
    try {
      if (this.#database === null) this.hold(read, this.#unkept);
      else await keepFiles(this.#database, [read]);
    } catch (error) {
      this.hold(read, messageOf(error));
    }
  }

  /** Holds a file that was read while the tab lives; `unkept` is why the browser did not keep it. */
  hold({ line, report, source }: ReadFile, unkept: string | null): void {
    this.#unkept = unkept ?? this.#unkept;
    this.#held.lines.set(line.id, line);
    if (report !== null) this.#held.readings.set(line.id, report);
    if (source !== null) this.#held.sources.set(line.id, source);
  }

  /** Lets everything go that is known of reports. */
  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    for (const store of OF_REPORTS) for (const id of ids) this.#held[store].delete(id);
    const work = this.#database?.transaction(OF_REPORTS, 'readwrite');
    if (!work) return;
    const removals = OF_REPORTS.flatMap((store) => ids.map((id) => work.objectStore(store).delete(id)));
    await Promise.all([...removals, work.done]);
  }

  /** Lets everything go. */
  async clear(): Promise<void> {
    for (const store of COLLECTION_STORES) this.#held[store].clear();
    const work = this.#database?.transaction(COLLECTION_STORES, 'readwrite');
    if (work) await Promise.all([...COLLECTION_STORES.map((store) => work.objectStore(store).clear()), work.done]);
  }

  async #all<Name extends StoreName>(store: Name): Promise<ReadonlyMap<string, Value<Name>>> {
    if (this.#database === null) return this.#held[store];
    const [keys, values] = await Promise.all([this.#database.getAllKeys(store), this.#database.getAll(store)]);
    return new Map([...keys.map((key, index) => [key, values[index]!] as const), ...this.#held[store]]);
  }

  async #get<Name extends StoreName>(store: Name, key: string): Promise<Value<Name> | undefined> {
    return this.#held[store].get(key) ?? (await this.#database?.get(store, key));
  }

  async #put<Name extends StoreName>(store: Name, key: string, value: Value<Name>): Promise<void> {
    try {
      if (this.#database === null) this.#held[store].set(key, value);
      else await this.#database.put(store, value, key);
    } catch (error) {
      this.#unkept = messageOf(error);
      this.#held[store].set(key, value);
    }
  }
}
