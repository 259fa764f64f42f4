import type { Report } from '../read/report.ts';
import type { HeldCollection } from './collected-filings.ts';
import { type CollectionChange, CollectionChannel } from './collection-channel.ts';
import {
  changeSaid,
  clearDatabase,
  COLLECTION_STORES,
  type CollectionDatabase,
  type CollectionSchema,
  eraNow,
  keepFiles,
  type Keeping,
  keepList,
  knownReport,
  type KnownReport,
  openCollectionDatabase,
  type ReadFile,
  type SaidStore,
} from './collection-database.ts';
import { type KeptList, wholeList } from './kept-list.ts';
import type { KeptCorrection, KeptIdentity, KeptLine } from './kept-report.ts';
import { type Unkept, unkeptBy } from './unkept.ts';

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

/**
 * The reader's own reports, kept by the browser for all its tabs, which tell each other of their changes; what it does
 * not keep (private mode, no room, a frame of another site) is held while the tab lives, and `unkept` says why.
 */
export class CollectionStore {
  readonly #database: CollectionDatabase | null;
  readonly #channel = new CollectionChannel();
  readonly #held: { readonly [Name in StoreName]: Map<string, Value<Name>> } = {
    lines: new Map(),
    readings: new Map(),
    sources: new Map(),
    corrections: new Map(),
    identities: new Map(),
    lists: new Map(),
  };
  #unkept: Unkept | null;

  private constructor(database: CollectionDatabase | null, unkept: Unkept | null) {
    this.#database = database;
    this.#unkept = unkept;
  }

  /** Opens what is kept; where the browser keeps nothing, an empty store that lives with the tab. */
  static async open(): Promise<CollectionStore> {
    try {
      return new CollectionStore(await openCollectionDatabase(), null);
    } catch (error) {
      return new CollectionStore(null, unkeptBy(error, 'refused'));
    }
  }

  /** Why something is not kept beyond this tab; null while everything is. */
  get unkept(): Unkept | null {
    return this.#unkept;
  }

  /** How many reports and lists are held, wholly or in part, for want of a browser that keeps them. */
  get heldCount(): number {
    const { lines, corrections, identities, lists } = this.#held;
    return new Set([...lines.keys(), ...corrections.keys(), ...identities.keys()]).size + lists.size;
  }

  /** Whether the browser keeps anything for this page. */
  get keeps(): boolean {
    return this.#database !== null;
  }

  /** Who is told what other tabs have changed of what is kept. */
  hear(heard: (change: CollectionChange) => void): void {
    if (this.#database !== null) this.#channel.hear(heard);
  }

  /** Tells the other tabs what was changed here since they were told last. */
  tellOthers(): void {
    this.#channel.tell();
  }

  /** The terms on which files that are read from now on are kept; null where the browser keeps nothing. */
  async keeping(again: boolean): Promise<Keeping | null> {
    return this.#database && { era: await eraNow(this.#database), again };
  }

  /** All that is known but the figures and the bytes themselves. */
  async overview(): Promise<CollectionOverview> {
    const [lines, corrections, identities, lists] = await Promise.all([
      this.#all('lines'),
      this.#all('corrections'),
      this.#all('identities'),
      this.#all('lists'),
    ]);
    return {
      lines,
      corrections,
      identities,
      lists: new Map([...lists].map(([file, list]) => [file, wholeList(list)])),
    };
  }

  /** What is known of one report; null where there is none. */
  async known(id: string): Promise<KnownReport | null> {
    const kept = this.#database && (await knownReport(this.#database, id));
    const line = this.#held.lines.get(id) ?? kept?.line;
    if (!line) return null;
    return {
      line,
      corrections: this.#held.corrections.get(id) ?? kept?.corrections,
      identity: this.#held.identities.get(id) ?? kept?.identity,
    };
  }

  /** A list by its path; null where there is none. */
  async list(file: string): Promise<KeptList | null> {
    const list = await this.#get('lists', file);
    return list ? wholeList(list) : null;
  }

  /** What was read of a file; null where it gave no report. */
  async report(id: string): Promise<Report | null> {
    const [whole] = await this.wholes([id]);
    return whole!.report;
  }

  /** The bytes of a file as given. */
  async source(id: string): Promise<Blob | null> {
    return (await this.#get('sources', id)) ?? null;
  }

  /** What was read of files and their bytes, fetched together: a transaction for each of them is many times slower. */
  async wholes(ids: readonly string[]): Promise<readonly Pick<ReadFile, 'report' | 'source'>[]> {
    const work = this.#database?.transaction(['readings', 'sources']);
    const { lines, readings, sources } = this.#held;
    return Promise.all(
      ids.map(async (id) => {
        // What is held takes the place of what an earlier reading has left in the database.
        const [report, source] = await Promise.all([
          lines.has(id) ? readings.get(id) : work?.objectStore('readings').get(id),
          sources.get(id) ?? work?.objectStore('sources').get(id),
        ]);
        return { report: report ?? null, source: source ?? null };
      }),
    );
  }

  /**
   * Changes what a person says of a report, as it is kept at that moment, whichever tab said it; gives what stands then,
   * undefined where the report is gone.
   */
  async change<Name extends SaidStore>(
    store: Name,
    id: string,
    change: (said: Value<Name> | undefined) => Value<Name>,
  ): Promise<Value<Name> | undefined> {
    if (this.#database !== null && !this.#held.lines.has(id) && !this.#held[store].has(id)) {
      try {
        const said = await changeSaid(this.#database, store, id, change);
        this.#channel.note(id);
        return said;
      } catch (error) {
        this.#unkept = unkeptBy(error);
      }
    }
    if ((await this.known(id)) === null) return undefined;
    const said = change(await this.#get(store, id));
    this.#held[store].set(id, said);
    return said;
  }

  /** Keeps a list that is read, or holds it where that fails; false where it was let go in the meantime. */
  async setList(list: KeptList, keeping: Keeping | null): Promise<boolean> {
    // A list is begun before it is read to its end: where it is no longer there by then, somebody has let it go.
    const isEnd = list.entries !== null;
    const { lists } = this.#held;
    try {
      const kept =
        this.#database &&
        keeping &&
        (await keepList(this.#database, list, { ...keeping, again: keeping.again || isEnd }));
      if (kept) lists.delete(list.file);
      else if (lists.has(list.file) || (kept === null && !isEnd)) lists.set(list.file, list);
      else return false;
    } catch (error) {
      this.#unkept = unkeptBy(error);
      lists.set(list.file, list);
    }
    this.#channel.noteList(list.file);
    return true;
  }

  /** Whether a list is held for want of a browser that keeps it. */
  holdsList(file: string): boolean {
    return this.#held.lists.has(file);
  }

  /** What is held for want of a browser that keeps it. */
  held(): HeldCollection {
    return this.#held;
  }

  /** Lets a list go. */
  async removeList(file: string): Promise<void> {
    this.#held.lists.delete(file);
    await this.#database?.delete('lists', file);
    this.#channel.noteList(file);
  }

  /** Keeps a file that was read, or holds it where that fails; false where it was let go in the meantime. */
  async keep(read: ReadFile, keeping: Keeping | null): Promise<boolean> {
    try {
      if (this.#database === null || keeping === null) this.hold(read, this.#unkept);
      else if ((await keepFiles(this.#database, [read], keeping))[0] === null) return false;
    } catch (error) {
      this.hold(read, unkeptBy(error));
    }
    this.#channel.note(read.line.id);
    return true;
  }

  /** Notes a report that a worker has kept. */
  noteKept(id: string): void {
    for (const store of ['lines', 'readings', 'sources'] as const) this.#held[store].delete(id);
    this.#channel.note(id);
  }

  /** Holds a file that was read while the tab lives; `unkept` is why the browser did not keep it. */
  hold({ line, report, source }: ReadFile, unkept: Unkept | null): void {
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
    for (const id of ids) this.#channel.note(id);
  }

  /** Lets everything go, and with it what other tabs are still reading. */
  async clear(): Promise<void> {
    for (const store of COLLECTION_STORES) this.#held[store].clear();
    if (this.#database === null) return;
    await clearDatabase(this.#database);
    this.#unkept = null;
    this.#channel.tellCleared();
  }

  async #all<Name extends StoreName>(store: Name): Promise<ReadonlyMap<string, Value<Name>>> {
    if (this.#database === null) return this.#held[store];
    const [keys, values] = await Promise.all([this.#database.getAllKeys(store), this.#database.getAll(store)]);
    return new Map([...keys.map((key, index) => [key, values[index]!] as const), ...this.#held[store]]);
  }

  async #get<Name extends StoreName>(store: Name, key: string): Promise<Value<Name> | undefined> {
    return this.#held[store].get(key) ?? (await this.#database?.get(store, key));
  }
}
