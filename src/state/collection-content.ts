import type { Keeping } from '../host/collection-database.ts';
import { CollectionStore } from '../host/collection-store.ts';
import type { FileProblem } from '../host/file-problem.ts';
import type { SaidBeside } from '../host/file-to-read.ts';
import type { KeptList } from '../host/kept-list.ts';
import {
  type KeptCorrection,
  type KeptIdentity,
  type KeptLine,
  type KeptReport,
  NO_IDENTITY,
  type OpenedReport,
} from '../host/kept-report.ts';
import type { ListBuild, ReadingProgress } from '../host/list-reading.ts';
import { readOwnLists } from '../host/own-lists.ts';
import type { ColumnMapping } from '../read/column-mapping.ts';
import { COLLECTION_NAME, titleOf } from '../host/own-name.ts';
import type { PoolAnswer } from '../host/reading-pool.ts';
import { NothingRead } from './dataset-failure.ts';
import type { OwnDataset } from './own-files.ts';
import { ReportIndex } from './report-index.ts';
import { joinCorrections, joinIdentities } from './said-beside.ts';

/** Something that was read, and has to be kept. */
type Taken = Exclude<PoolAnswer, { what: 'begun' | 'more' | 'problem' | 'lapsed' }>;

/** Something to be told of a file that was taken in. */
type Told = Pick<FileProblem, 'file' | 'trouble'>;

const othersThan = (cell: string, known: readonly KeptCorrection[]): readonly KeptCorrection[] =>
  known.filter((one) => one.cell !== cell);

const byPlace = (one: KeptList, other: KeptList): number => one.place - other.place;

/** What the collection holds: its index in memory, everything else in the store. */
export class CollectionContent {
  readonly store: CollectionStore;
  readonly #index = new ReportIndex();
  readonly #lists = new Map<string, KeptList>();
  readonly #mappings = new Map<string, ColumnMapping>();

  private constructor(store: CollectionStore) {
    this.store = store;
  }

  /** Opens what the browser has kept of earlier visits. */
  static async open(): Promise<CollectionContent> {
    const content = new CollectionContent(await CollectionStore.open());
    await content.load();
    return content;
  }

  /** Takes over all that is kept, in place of what was known. */
  async load(): Promise<void> {
    const { lines, corrections, identities, lists } = await this.store.overview();
    this.#index.clear();
    for (const line of lines.values()) this.#index.put(line, identities.get(line.id), corrections.get(line.id));
    this.#lists.clear();
    for (const list of lists.values()) this.#learn(list);
  }

  /** Takes over these reports and lists as they are kept now, those that are gone too. */
  async refresh(ids: readonly string[], lists: readonly string[]): Promise<void> {
    await Promise.all([
      ...ids.map(async (id) => {
        const known = await this.store.known(id);
        if (known === null) this.#index.remove(id);
        else this.#index.put(known.line, known.identity, known.corrections);
      }),
      ...lists.map(async (file) => {
        const list = await this.store.list(file);
        if (list === null) this.#lists.delete(file);
        else this.#learn(list);
      }),
    ]);
  }

  /** In the order in which they were given. */
  reports(): KeptReport[] {
    return this.#index.inOrder();
  }

  /** In the order in which they were given. */
  lists(): KeptList[] {
    return [...this.#lists.values()].sort(byPlace);
  }

  /** The place behind all that were given. */
  nextPlace(): number {
    return Math.max(this.#index.nextPlace(), ...this.lists().map(({ place }) => Math.floor(place) + 1));
  }

  /** Lines that were read by other readers than these. */
  readBefore(version: string): KeptLine[] {
    return this.#index.readBefore(version);
  }

  versionsOf(id: string): KeptReport[] {
    return this.#index.versionsOf(id);
  }

  /** Lists that were read by other readers than these, or not to their end. */
  listsReadBefore(version: string): KeptList[] {
    return this.lists().filter(({ reader }) => reader !== version);
  }

  /** A list by its path; null where there is none. */
  list(file: string): KeptList | null {
    return this.#lists.get(file) ?? null;
  }

  /** What was said of the columns of lists, by their headers. */
  mappings(): ReadonlyMap<string, ColumnMapping> {
    return this.#mappings;
  }

  /** Takes in what was read, on the terms of its run; resolves when it is kept, with what is to be told of it. */
  async take(taken: Taken, keeping: Keeping | null): Promise<Told[]> {
    if (taken.what === 'known') {
      // Another tab may just have read it.
      await this.refresh([taken.id], []);
      const of = this.#index.get(taken.id)?.file ?? taken.path;
      return keeping?.again ? [] : [{ file: taken.path, trouble: { what: 'repeat', of } }];
    }
    if (taken.what === 'list') return this.#takeList(taken.list, keeping);
    const read =
      taken.what === 'kept' ? taken.kept : taken.held.map(({ read: { line }, beside }) => ({ line, beside }));
    // All at once: the end of a list, which lets its earlier reports go, may come while the rest waits.
    const lines = read.map(({ line }) => this.#index.take(line));
    if (taken.what === 'held') {
      for (const [index, { read: whole }] of taken.held.entries()) {
        const held = { ...whole, line: lines[index]! };
        if (taken.unkept !== null) this.store.hold(held, taken.unkept);
        else if (!(await this.store.keep(held, keeping))) this.#index.remove(held.line.id);
      }
    } else for (const { id } of lines) this.store.noteKept(id);
    const told: Told[] = [];
    for (const [index, { line: given, beside }] of read.entries()) {
      const line = lines[index]!;
      await this.#settle(line.id, beside);
      if (line.file !== given.file && !line.listed)
        told.push({ file: given.file, trouble: { what: 'repeat', of: line.file } });
    }
    return told;
  }

  /** A list is begun, or read to its end: then its reports of earlier readings go. The same bytes under another path stay one list. */
  async #takeList(taken: KeptList, keeping: Keeping | null): Promise<Told[]> {
    const twin = this.lists().find(({ id, file }) => id === taken.id && file !== taken.file);
    const list = twin ? { ...taken, file: twin.file, place: twin.place } : taken;
    this.#learn(list);
    if (!(await this.store.setList(list, keeping))) {
      this.#lists.delete(list.file);
      await this.#removeAll(this.#index.rowsOf(list.file, null));
      return [];
    }
    // It may have been taken for a document before.
    if (this.#index.get(list.id)) await this.#removeAll([list.id]);
    if (list.entries !== null) await this.#removeAll(this.#index.rowsOf(list.file, list.stamp));
    return twin && list.entries !== null ? [{ file: taken.file, trouble: { what: 'repeat', of: twin.file } }] : [];
  }

  #learn(list: KeptList): void {
    this.#lists.set(list.file, list);
    if (list.mapping !== null) this.#mappings.set(list.headers, list.mapping);
  }

  async #removeAll(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.#index.remove(id);
    await this.store.remove(ids);
  }

  /** One dataset of everything: the reports that name their body and year, and the lists. */
  async dataset(onProgress: (progress: ReadingProgress) => void, signal: AbortSignal): Promise<OwnDataset> {
    const { steps, title, problems } = await this.build(onProgress, signal);
    return { name: COLLECTION_NAME, origin: { steps, name: title }, problems };
  }

  /** The steps by which an engine makes that dataset; rejects with `NothingRead` where there is no report. */
  async build(
    onProgress: (progress: ReadingProgress) => void,
    signal: AbortSignal,
  ): Promise<Pick<ListBuild, 'steps' | 'title'> & Pick<OwnDataset, 'problems'>> {
    const lists = this.lists();
    // Reports of lists are there already; registries alone say something of all.
    const registries = lists.filter(({ format }) => format === 'registry');
    const files = registries.map(({ file, source }) => new File([source], file));
    const documents = this.reports().filter(({ listed }) => !listed);
    const title = titleOf([...lists, ...documents].map(({ file }) => file));
    const { lines, readings, corrections, identities } = this.store.held();
    const collected = { title, keeps: this.store.keeps, held: { lines, readings, corrections, identities } };
    const { built, problems } = await readOwnLists(files, onProgress, signal, collected);
    if (!built) throw new NothingRead(problems);
    return { steps: built.steps, title, problems };
  }

  async open(id: string): Promise<OpenedReport | null> {
    const [opened] = await this.openSeveral([id]);
    return opened ?? null;
  }

  /** Reports whole, those of these ids that are there. */
  async openSeveral(ids: readonly string[]): Promise<OpenedReport[]> {
    const wholes = await this.store.wholes(ids);
    return wholes.flatMap((whole, index): OpenedReport[] => {
      const id = ids[index]!;
      const kept = this.#index.get(id);
      if (kept === null) return [];
      return [{ kept, ...whole, identity: this.#index.identityOf(id), corrections: this.#index.correctionsOf(id) }];
    });
  }

  /** Sets a figure beside the one that is read, made at this moment. */
  async correct(id: string, cell: string, after: number | null, madeAt: string): Promise<void> {
    const report = await this.store.report(id);
    const read = report?.cells.find((one) => one.id === cell)?.value ?? null;
    const made = { cell, before: read, read, after, madeAt };
    await this.#changeCorrections(id, (known) => [...othersThan(cell, known), made]);
  }

  takeBack(id: string, cell: string): Promise<void> {
    return this.#changeCorrections(id, (known) => othersThan(cell, known));
  }

  identify(id: string, said: KeptIdentity): Promise<void> {
    return this.#changeIdentity(id, (known) => ({ source: known.source ?? null, ...said }));
  }

  remove(id: string): Promise<void> {
    return this.#removeAll([id]);
  }

  /** Lets a list go, with its reports and what was said of them. */
  async removeList(file: string): Promise<void> {
    this.#lists.delete(file);
    await this.store.removeList(file);
    await this.#removeAll(this.#index.rowsOf(file, null));
  }

  async clear(): Promise<void> {
    this.#index.clear();
    this.#lists.clear();
    this.#mappings.clear();
    await this.store.clear();
  }

  async #changeIdentity(id: string, change: (known: KeptIdentity) => KeptIdentity): Promise<void> {
    if (this.#index.get(id) === null) return;
    const said = await this.store.change('identities', id, (known = NO_IDENTITY) => change(known));
    if (said === undefined) this.#index.remove(id);
    else this.#index.identify(id, said);
  }

  async #changeCorrections(
    id: string,
    change: (known: readonly KeptCorrection[]) => readonly KeptCorrection[],
  ): Promise<void> {
    if (this.#index.get(id) === null) return;
    const made = await this.store.change('corrections', id, (known = []) => change(known));
    if (made === undefined) this.#index.remove(id);
    else this.#index.setCorrections(id, made);
  }

  /** Joins what was said here of these bytes with what stands beside the file, and looks at each correction anew. */
  async #settle(id: string, beside: SaidBeside | null): Promise<void> {
    if (beside !== null) await this.#changeIdentity(id, (known) => joinIdentities(known, beside.identity));
    const brought = beside?.corrections ?? [];
    if (this.#index.correctionsOf(id).length + brought.length === 0) return;
    const report = await this.store.report(id);
    await this.#changeCorrections(id, (known) => joinCorrections(known, brought, report));
  }
}
