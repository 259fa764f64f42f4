import { CollectionStore } from '../host/collection-store.ts';
import type { FileProblem } from '../host/file-problem.ts';
import type { SaidBeside } from '../host/file-to-read.ts';
import type { KeptList } from '../host/kept-list.ts';
import type { KeptCorrection, KeptIdentity, KeptLine, KeptReport, OpenedReport } from '../host/kept-report.ts';
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
type Taken = Exclude<PoolAnswer, { what: 'begun' | 'more' | 'problem' }>;

/** Something to be told of a file that was taken in. */
type Told = Pick<FileProblem, 'file' | 'trouble'>;

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
    const { lines, corrections, identities, lists } = await content.store.overview();
    for (const line of lines.values()) content.#index.take(line);
    for (const [id, said] of identities) content.#index.identify(id, said);
    for (const [id, made] of corrections) content.#index.setCorrections(id, made);
    for (const list of lists.values()) content.#learn(list);
    return content;
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

  /** Takes in what was read; resolves when it is kept, with what is to be told of it. */
  async take(taken: Taken): Promise<Told[]> {
    if (taken.what === 'known') {
      const of = this.#index.get(taken.id)?.file ?? taken.path;
      return [{ file: taken.path, trouble: { what: 'repeat', of } }];
    }
    if (taken.what === 'list') return this.#takeList(taken.list);
    const read =
      taken.what === 'kept' ? taken.kept : taken.held.map(({ read: { line }, beside }) => ({ line, beside }));
    // All at once: the end of a list, which lets its earlier reports go, may come while the rest waits.
    const lines = read.map(({ line }) => this.#index.take(line));
    if (taken.what === 'held') {
      for (const [index, { read: whole }] of taken.held.entries()) {
        const held = { ...whole, line: lines[index]! };
        if (taken.unkept === null) await this.store.keep(held);
        else this.store.hold(held, taken.unkept);
      }
    }
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
  async #takeList(taken: KeptList): Promise<Told[]> {
    const twin = this.lists().find(({ id, file }) => id === taken.id && file !== taken.file);
    const list = twin ? { ...taken, file: twin.file, place: twin.place } : taken;
    this.#learn(list);
    await this.store.setList(list);
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
    const [report, source] = await Promise.all([this.store.report(id), this.store.source(id)]);
    const kept = this.#index.get(id);
    if (kept === null) return null;
    return { kept, report, source, identity: this.#index.identityOf(id), corrections: this.#index.correctionsOf(id) };
  }

  /** Sets a figure beside the one that is read, made at this moment. */
  async correct(id: string, cell: string, after: number | null, madeAt: string): Promise<void> {
    const report = await this.store.report(id);
    const read = report?.cells.find((one) => one.id === cell)?.value ?? null;
    await this.#setCorrections(id, [...this.#others(id, cell), { cell, before: read, read, after, madeAt }]);
  }

  takeBack(id: string, cell: string): Promise<void> {
    return this.#setCorrections(id, this.#others(id, cell));
  }

  async identify(id: string, said: KeptIdentity): Promise<void> {
    if (this.#index.get(id) === null) return;
    const identity = { source: this.#index.identityOf(id).source ?? null, ...said };
    this.#index.identify(id, identity);
    await this.store.setIdentity(id, identity);
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

  #others(id: string, cell: string): KeptCorrection[] {
    return this.#index.correctionsOf(id).filter((one) => one.cell !== cell);
  }

  async #setCorrections(id: string, corrections: readonly KeptCorrection[]): Promise<void> {
    if (this.#index.get(id) === null) return;
    this.#index.setCorrections(id, corrections);
    await this.store.setCorrections(id, corrections);
  }

  /** Joins what was said here of these bytes with what stands beside the file, and looks at each correction anew. */
  async #settle(id: string, beside: SaidBeside | null): Promise<void> {
    if (beside !== null) await this.identify(id, joinIdentities(this.#index.identityOf(id), beside.identity));
    const [known, brought] = [this.#index.correctionsOf(id), beside?.corrections ?? []];
    if (known.length + brought.length === 0) return;
    await this.#setCorrections(id, joinCorrections(known, brought, await this.store.report(id)));
  }
}
