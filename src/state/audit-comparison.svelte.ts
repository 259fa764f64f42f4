import { compareAudits } from '../audit/compared-audits.ts';
import { RULES } from '../audit/families.ts';
import type { ChangedFinding } from '../audit/finding-changes.ts';
import { datasetUrl, fetchDatasetIndex, type ServedDataset } from '../host/dataset-index.ts';
import { nextPaint } from '../host/frames.ts';
import { ownTitle } from '../host/own-name.ts';
import { type DatasetToOpen, type OpenedDataset, openLive } from './opened-dataset.ts';

/** What has become of the findings of an earlier dataset. */
export interface ComparedDatasets {
  /** Name of the earlier dataset, as it names itself. */
  readonly earlier: string;
  readonly changed: readonly ChangedFinding[];
}

/** The datasets of this origin but one. */
export async function otherDatasets(name: string): Promise<readonly ServedDataset[]> {
  return (await fetchDatasetIndex()).filter((dataset) => dataset.name !== name);
}

const RULE_IDS = RULES.map(({ id }) => id);

/** The opened dataset's findings held against those of an earlier one, which has an engine of its own for that time. */
export class AuditComparison {
  #result: ComparedDatasets | null = $state.raw(null);
  #share: number | null = $state(null);
  #failure: { readonly error: unknown } | null = $state.raw(null);
  #controller: AbortController | null = null;

  /** Null until all of it is done. */
  get result(): ComparedDatasets | null {
    return this.#result;
  }

  /** How much is done, from 0 to 1; null while none is under way. */
  get share(): number | null {
    return this.#share;
  }

  /** Why the last run failed; null where it did not. */
  get failure(): { readonly error: unknown } | null {
    return this.#failure;
  }

  /** Compares a served dataset, the earlier one, with the later one. */
  runServed(earlier: ServedDataset, later: OpenedDataset): Promise<void> {
    const { name, file } = earlier;
    return this.#run(later, () =>
      Promise.resolve({ name, title: file, origin: { url: datasetUrl(earlier) }, problems: [] }),
    );
  }

  /** Compares files of the reader's own, a dataset or lists of figures, with the later dataset. */
  runFiles(files: readonly File[], later: OpenedDataset): Promise<void> {
    return this.#run(later, async (signal) => {
      const { takeOwnFiles } = await import('./own-files.ts');
      const taken = await takeOwnFiles(files, () => undefined, signal);
      return { ...taken, title: ownTitle(taken.name) };
    });
  }

  /** Gives up the run under way. */
  cancel(): void {
    this.#controller?.abort();
    this.#controller = null;
    this.#share = null;
  }

  async #run(later: OpenedDataset, choose: (signal: AbortSignal) => Promise<DatasetToOpen>): Promise<void> {
    this.cancel();
    const controller = (this.#controller = new AbortController());
    const { signal } = controller;
    [this.#failure, this.#result, this.#share] = [null, null, 0];
    let opened: OpenedDataset | null = null;
    try {
      opened = await openLive(await choose(signal), () => undefined);
      const changed: ChangedFinding[] = [];
      for await (const piece of compareAudits(opened.database, later.database, RULE_IDS, signal)) {
        for (const one of piece.changed) changed.push(one);
        this.#share = piece.share;
        await nextPaint();
        signal.throwIfAborted();
      }
      this.#result = { earlier: opened.facts.name, changed };
    } catch (error) {
      if (!signal.aborted) this.#failure = { error };
    } finally {
      await opened?.database.close();
      if (this.#controller === controller) this.#controller = this.#share = null;
    }
  }
}
