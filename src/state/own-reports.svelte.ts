import type { Collection } from './collection.svelte.ts';
import { PageNotLoaded } from './pages.ts';

/** The door to the reader's own reports: nothing of them is fetched before it is first opened. */
export class OwnReports {
  #opening: Promise<Collection> | null = null;
  #collection: Collection | null = $state.raw(null);

  /** The collection once it has been opened. */
  get collection(): Collection | null {
    return this.#collection;
  }

  /** The one collection of this tab; rejects with `PageNotLoaded`. */
  open(): Promise<Collection> {
    this.#opening ??= import('./collection.svelte.ts').then(
      async ({ Collection }) => (this.#collection = await Collection.open()),
      (cause: unknown) => {
        this.#opening = null;
        throw new PageNotLoaded(`the code of the reader's own reports could not be loaded: ${String(cause)}`, {
          cause,
        });
      },
    );
    return this.#opening;
  }
}
