/** Why a document could not be read; the message says what, where and the value. */
export type FailureCode = 'not-a-report' | 'format-unsupported' | 'charset' | 'empty';

/** Work that could not be done on one document, with what a person can do next. */
export class ReadFailure extends Error {
  override readonly name = 'ReadFailure';
  constructor(
    readonly code: FailureCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
