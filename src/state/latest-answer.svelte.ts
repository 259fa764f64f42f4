/** An answer together with the question it answers, so that new labels never stand over old rows. */
export interface Answered<Ask, Answer> {
  readonly ask: Ask;
  readonly answer: Answer;
}

/**
 * The latest answer to a question that keeps changing: a new request cancels the one before, and the old answer
 * stays until the new one is there.
 */
export class LatestAnswer<Ask, Answer> {
  #current: Answered<Ask, Answer> | null = $state.raw(null);
  #failure: { readonly ask: Ask; readonly error: unknown } | null = $state.raw(null);
  #pending = $state(false);
  #controller: AbortController | null = null;

  /** The last answer, which may be older than the last question. */
  get current(): Answered<Ask, Answer> | null {
    return this.#current;
  }

  /** Why the last question has no answer; null where it has one or is still waited for. */
  get failure(): { readonly ask: Ask; readonly error: unknown } | null {
    return this.#failure;
  }

  get pending(): boolean {
    return this.#pending;
  }

  /** Asks anew; resolves when this question is answered, has failed or was overtaken. */
  async request(ask: Ask, work: (signal: AbortSignal) => Promise<Answer>): Promise<void> {
    this.#controller?.abort();
    const controller = new AbortController();
    this.#controller = controller;
    this.#pending = true;
    try {
      const answer = await work(controller.signal);
      if (this.#controller !== controller) return;
      this.#current = { ask, answer };
      this.#failure = null;
    } catch (error) {
      if (this.#controller !== controller || controller.signal.aborted) return;
      this.#failure = { ask, error };
    } finally {
      if (this.#controller === controller) this.#pending = false;
    }
  }

  /** Gives up the question under way; the old answer stays. */
  cancel(): void {
    this.#controller?.abort();
    this.#controller = null;
    this.#pending = false;
  }

  /** Forgets everything, for example when another dataset is opened. */
  clear(): void {
    this.cancel();
    this.#current = null;
    this.#failure = null;
  }
}
