/** What kind of work on a dataset failed. */
export type StoreFailureCode = 'filing' | 'statement' | 'decode' | 'registry' | 'write' | 'snapshot';

/** Work on a dataset that could not be done; the message says what, where and the value. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
  constructor(
    readonly code: StoreFailureCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
