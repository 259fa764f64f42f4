/** What another tab has changed of the reader's own reports: everything is gone, or these reports and lists are not as they were. */
export type CollectionChange =
  | { readonly what: 'cleared' }
  | { readonly what: 'changed'; readonly ids: readonly string[]; readonly lists: readonly string[] };

const NAME = 'nianbao-collection';

/** Tells the other tabs of this browser what is changed here, and hears what they change. */
export class CollectionChannel {
  readonly #channel = new BroadcastChannel(NAME);
  readonly #ids = new Set<string>();
  readonly #lists = new Set<string>();

  /** Who is told of what other tabs have changed. */
  hear(heard: (change: CollectionChange) => void): void {
    this.#channel.onmessage = ({ data }: MessageEvent<CollectionChange>) => heard(data);
  }

  /** Notes a report that is kept, changed or gone, to be told with the next. */
  note(id: string): void {
    this.#ids.add(id);
  }

  /** Notes a list that is kept or gone, by its path. */
  noteList(file: string): void {
    this.#lists.add(file);
  }

  /** Tells what was noted. */
  tell(): void {
    if (this.#ids.size + this.#lists.size === 0) return;
    this.#post({ what: 'changed', ids: [...this.#ids], lists: [...this.#lists] });
  }

  /** Tells that everything is gone. */
  tellCleared(): void {
    this.#post({ what: 'cleared' });
  }

  #post(change: CollectionChange): void {
    this.#channel.postMessage(change);
    this.#ids.clear();
    this.#lists.clear();
  }
}
