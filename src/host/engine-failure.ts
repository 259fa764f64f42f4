/**
 * What went wrong between the page and its engine: `no-webassembly` (the browser has none), `barred` (this page may
 * not run it), `engine-absent` (the engine's own files are not served), `start-timeout` and `start` (it did not come
 * up), `network` (bytes could not be fetched), `file-gone` (the reader's file has changed or is there no more),
 * `not-a-database`, `too-new` and `attach` (the file cannot be opened), `damaged` (parts of the file are not as they
 * were written), `query` (the statement was refused), `lists` (the worker that reads lists of figures failed), `reading`
 * (the workers that read documents do not run), `saving` (a dataset's file could not be written).
 */
export type EngineFailureCode =
  | 'no-webassembly'
  | 'barred'
  | 'engine-absent'
  | 'start-timeout'
  | 'start'
  | 'network'
  | 'file-gone'
  | 'not-a-database'
  | 'too-new'
  | 'damaged'
  | 'attach'
  | 'query'
  | 'lists'
  | 'reading'
  | 'saving';

/** The engine could not do its work; the message holds its own words, the code what to tell a reader. */
export class EngineFailure extends Error {
  override readonly name = 'EngineFailure';
  constructor(
    readonly code: EngineFailureCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

function textOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  // The parser's errors come as JSON, all others as text.
  if (!text.startsWith('{')) return text;
  try {
    const { exception_type: type, exception_message: message } = JSON.parse(text) as Record<string, unknown>;
    return typeof message === 'string' ? `${String(type)} Error: ${message}` : text;
  } catch {
    return text;
  }
}

/** How the engine must be mended before it can answer again: nothing, a new attachment, or a new worker. */
export type Damage = 'none' | 'attachment' | 'worker';

// A trap leaves the module's memory as it was in the middle of its work: nothing in it can be trusted any more.
const TRAP =
  /out of bounds|unreachable|signature mismatch|null function|indirect call|RuntimeError|divide by zero trap|worker (died|failed)/i;
// A range that failed once stays in the engine's buffers as if it were the file's content.
const POISON =
  /corrupt database file|computed checksum|read past the end|failed to (load|send|execute)|NetworkError|network error|XMLHttpRequest|Full HTTP read|HTTP (HEAD|GET)|database has been invalidated|invalidated because|catalog "dataset" does not exist/i;
// Once it is read anew and still so, it is the file.
const DAMAGED = /corrupt|checksum|read past the end/i;

/** What an engine's error says about the engine itself, not about the question. */
export function damageOf(error: unknown): Damage {
  const text = textOf(error);
  if (TRAP.test(text)) return 'worker';
  return POISON.test(text) ? 'attachment' : 'none';
}

/** The failure of opening a dataset, told apart by the engine's words. */
export function attachFailure(error: unknown, name: string): EngineFailure {
  if (error instanceof EngineFailure) return error;
  const text = textOf(error);
  const failure = (code: EngineFailureCode) => new EngineFailure(code, `${name}: ${text}`, { cause: error });
  if (/not a valid DuckDB database file/i.test(text)) return failure('not-a-database');
  if (/version number \d+|newer version|storage version/i.test(text)) return failure('too-new');
  if (DAMAGED.test(text)) return failure('damaged');
  return failure(damageOf(error) === 'attachment' ? 'network' : 'attach');
}

/** The failure of a statement, in the engine's words. */
export function queryFailure(error: unknown): EngineFailure {
  if (error instanceof EngineFailure) return error;
  const text = textOf(error);
  const code = DAMAGED.test(text) ? 'damaged' : damageOf(error) === 'attachment' ? 'network' : 'query';
  return new EngineFailure(code, text, { cause: error });
}
