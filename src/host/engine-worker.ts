import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import moduleUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { EngineFailure } from './engine-failure.ts';
import { startWorker, WORKER_URLS } from './trusted-worker.ts';

/** How far the engine's start has come; `bytes` counts what was fetched, unpacked, and never a total we do not know. */
export type EngineProgress = { readonly stage: 'fetch'; readonly bytes: number } | { readonly stage: 'attach' };

/** An engine in its own worker, with no database open yet; `died` rejects when the worker does. */
export interface EngineWorker {
  readonly engine: AsyncDuckDB;
  readonly died: Promise<never>;
  stop(): void;
}

const SMALLEST_MODULE = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

// Where a policy forbids it the engine's own start never settles; asking with eight bytes answers at once.
function assertWebAssembly(): void {
  if (!('WebAssembly' in globalThis)) throw new EngineFailure('no-webassembly', 'this browser has no WebAssembly');
  try {
    new WebAssembly.Module(new Uint8Array(SMALLEST_MODULE));
  } catch (cause) {
    throw new EngineFailure('barred', `this page may not run WebAssembly: ${String(cause)}`, { cause });
  }
}

// For a file that is not served the engine's own start would wait for ever.
async function assertServed(url: string): Promise<void> {
  let status: number;
  try {
    ({ status } = await fetch(url, { method: 'HEAD' }));
  } catch (cause) {
    throw new EngineFailure('engine-absent', `${url} cannot be reached`, { cause });
  }
  if (status >= 400) throw new EngineFailure('engine-absent', `${url} answered ${status}`);
}

/** Settles with `work`, or rejects when nothing was heard of it for `idleMs`; `heard` restarts the wait. */
function withPatience<Value>(idleMs: number, work: (heard: () => void) => Promise<Value>): Promise<Value> {
  return new Promise((settle, fail) => {
    let timer: ReturnType<typeof setTimeout>;
    const heard = () => {
      clearTimeout(timer);
      timer = setTimeout(
        () => fail(new EngineFailure('start-timeout', `the engine did not answer for ${idleMs} ms`)),
        idleMs,
      );
    };
    heard();
    work(heard)
      .then(settle, fail)
      .finally(() => clearTimeout(timer));
  });
}

/** Fetches the engine and starts it in a worker of its own; rejects with an `EngineFailure`. */
export async function openEngineWorker(
  idleMs: number,
  onProgress: (progress: EngineProgress) => void,
): Promise<EngineWorker> {
  assertWebAssembly();
  onProgress({ stage: 'fetch', bytes: 0 });
  const module = new URL(moduleUrl, import.meta.url).href;
  const worker = startWorker('engine');
  const died = new Promise<never>((_, fail) => {
    worker.addEventListener('error', (event) =>
      fail(new EngineFailure('start', `the engine's worker failed: ${event.message}`)),
    );
  });
  // Nobody may be listening at that moment, and that is no error of its own.
  died.catch(() => undefined);
  const engine = new AsyncDuckDB(new VoidLogger(), worker);
  const stop = () => worker.terminate();
  try {
    const instantiate = (heard: () => void) =>
      engine.instantiate(module, null, ({ bytesLoaded }) => {
        heard();
        onProgress({ stage: 'fetch', bytes: bytesLoaded });
      });
    const stillborn = died.catch(async (error: unknown) => {
      // A script that is not there fails without a word.
      await assertServed(WORKER_URLS.engine);
      throw error;
    });
    await Promise.race([withPatience(idleMs, instantiate), assertServed(module).then(() => stillborn), stillborn]);
  } catch (cause) {
    stop();
    if (cause instanceof EngineFailure) throw cause;
    throw new EngineFailure('start', `the engine did not start: ${String(cause)}`, { cause });
  }
  return { engine, died, stop };
}
