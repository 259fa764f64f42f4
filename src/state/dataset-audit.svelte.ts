import { auditSizeQuery } from '../audit/audit.ts';
import { askOutcomes } from '../audit/outcomes.ts';
import { nextPaint } from '../host/frames.ts';
import type { OpenedDataset } from './opened-dataset.ts';
import { Verdicts } from './verdicts.ts';

/** The audit of an opened dataset: all rules over all reports, once, whatever is looked at of it. */
export class DatasetAudit {
  readonly #dataset: Pick<OpenedDataset, 'database'>;
  #verdicts: Verdicts | null = $state.raw(null);
  #share: number | null = $state(null);
  #failure: { readonly error: unknown } | null = $state.raw(null);
  #controller: AbortController | null = null;

  constructor(dataset: Pick<OpenedDataset, 'database'>) {
    this.#dataset = dataset;
  }

  /** Null until all of it is done: half an audit would count too little. */
  get verdicts(): Verdicts | null {
    return this.#verdicts;
  }

  /** How much is done, from 0 to 1; null while none is under way. */
  get share(): number | null {
    return this.#share;
  }

  /** Why the last run failed; null where it did not. */
  get failure(): { readonly error: unknown } | null {
    return this.#failure;
  }

  /** Runs it unless it is done or under way; resolves when it is done, has failed or was given up. */
  async run(): Promise<void> {
    if (this.#verdicts || this.#controller) return;
    const controller = (this.#controller = new AbortController());
    const { signal } = controller;
    this.#failure = null;
    this.#share = 0;
    try {
      const [size] = await this.#dataset.database.ask(auditSizeQuery(), signal);
      const verdicts = new Verdicts(size!.lastReport);
      for await (const { outcomes, share } of askOutcomes(this.#dataset.database, size!.lastReport, signal)) {
        for (const one of outcomes) verdicts.take(one);
        this.#share = share;
        await nextPaint();
        signal.throwIfAborted();
      }
      this.#verdicts = verdicts;
    } catch (error) {
      if (!signal.aborted) this.#failure = { error };
    } finally {
      if (this.#controller === controller) {
        this.#controller = null;
        this.#share = null;
      }
    }
  }

  /** Gives up the run under way. */
  cancel(): void {
    this.#controller?.abort();
    this.#controller = null;
    this.#share = null;
  }
}

const audits = new WeakMap<OpenedDataset, DatasetAudit>();

/** The audit of an opened dataset: the same one as long as the dataset is open. */
export function auditOf(dataset: OpenedDataset): DatasetAudit {
  const audit = audits.get(dataset) ?? new DatasetAudit(dataset);
  audits.set(dataset, audit);
  return audit;
}
