/** Work that goes on beside something else, to be waited for at its end. */
export class Work {
  readonly #open = new Set<Promise<void>>();
  #failure: { readonly error: unknown } | null = null;

  add(work: Promise<void>): void {
    const watched = work
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => this.#open.delete(watched));
    this.#open.add(watched);
  }

  /** Resolves when all of it has come to its end; rejects with the first failure among it. */
  async done(): Promise<void> {
    while (this.#open.size > 0) await Promise.all(this.#open);
    if (this.#failure) throw this.#failure.error;
  }
}
