import { CollectionStore } from '../host/collection-store.ts';
import type { FileProblem } from '../host/file-problem.ts';
import type { SaidBeside } from '../host/file-to-read.ts';
import type {
  KeptCorrection,
  KeptIdentity,
  KeptLine,
  KeptList,
  KeptReport,
  OpenedReport,
} from '../host/kept-report.ts';
import type { ListBuild, ReadingProgress } from '../host/list-reading.ts';
import { readOwnLists } from '../host/own-lists.ts';
import { COLLECTION_NAME, titleOf } from '../host/own-name.ts';
import type { PoolAnswer } from '../host/reading-pool.ts';
import { NothingRead } from './dataset-failure.ts';
import type { OwnDataset } from './own-files.ts';
import { ReportIndex } from './report-index.ts';
import { joinCorrections, joinIdentities } from './said-beside.ts';

/** Something that was read, and has to be kept. */
type Taken = Exclude<PoolAnswer, { what: 'begun' | 'more' | 'problem' }>;

const byPlace = (one: KeptList, other: KeptList): number => one.place - other.place;

/** What the collection holds: its index in memory, everything else in the store. */
export class CollectionContent {
  readonly store: CollectionStore;
  readonly #index = new ReportIndex();
  readonly #lists = new Map<string, KeptList>();

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
    for (const [file, list] of lists) content.#lists.set(file, list);
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

  /** Takes in what was read; resolves when it is kept, with what is to be told of it. */
  async take(taken: Taken): Promise<Pick<FileProblem, 'file' | 'trouble'> | null> {
    if (taken.what === 'known') {
      const of = this.#index.get(taken.id)?.file ?? taken.path;
      return { file: taken.path, trouble: { what: 'repeat', of } };
    }
    if (taken.what === 'list') {
      this.#lists.set(taken.list.file, taken.list);
      await this.store.setList(taken.list);
      return null;
    }
    const read = taken.what === 'kept' ? taken.line : taken.read.line;
    const line = this.#index.take(read);
    if (taken.what === 'held') {
      if (taken.unkept === null) await this.store.keep({ ...taken.read, line });
      else this.store.hold({ ...taken.read, line }, taken.unkept);
    }
    await this.#settle(line.id, taken.beside);
    return line.file === read.file ? null : { file: read.file, trouble: { what: 'repeat', of: line.file } };
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
    const files = lists.map(({ file, source }) => new File([source], file));
    const title = titleOf([...lists, ...this.reports()].map(({ file }) => file));
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

  async remove(id: string): Promise<void> {
    this.#index.remove(id);
    await this.store.remove(id);
  }

  async removeList(file: string): Promise<void> {
    this.#lists.delete(file);
    await this.store.removeList(file);
  }

  async clear(): Promise<void> {
    this.#index.clear();
    this.#lists.clear();
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
