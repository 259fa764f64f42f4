import type { AsyncDuckDB, AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import type { Database, PlainValue, Question, RawRow } from '../store/database.ts';
import {
  COMMIT,
  leavesTransaction,
  READING_START,
  ROLLBACK,
  SESSION_LOCK,
  SESSION_START,
  TRANSACTION_NUMBER,
  USE_DATASET,
} from '../store/session.ts';
import type { Sql } from '../store/sql.ts';
import { assertReachable, attachOrigin, type DatasetOrigin, nameOfOrigin } from './dataset-origin.ts';
import { attachFailure, type Damage, damageOf, EngineFailure, queryFailure } from './engine-failure.ts';
import { type ArrowType, plainValue } from './engine-values.ts';
import { type EngineProgress, type EngineWorker, openEngineWorker } from './engine-worker.ts';

/** How to open a dataset; `idleMs` is how long the engine may stay silent while it starts. */
export interface OpenOptions {
  readonly onProgress?: (progress: EngineProgress) => void;
  readonly idleMs?: number;
  readonly signal?: AbortSignal;
}

const START_IDLE_MS = 30_000;

/** Reads only the ranges that a question needs, and whole files only where a server knows no ranges. */
const FILESYSTEM = { forceFullHTTPReads: false, allowFullHTTPReads: true, reliableHeadRequests: true };

type Asker = 'page' | 'user';

interface Batch {
  readonly numRows: number;
  readonly schema: { readonly fields: readonly { readonly name: string; readonly type: ArrowType }[] };
  getChildAt(index: number): { get(row: number): unknown } | null;
  get(row: number): { toJSON(): RawRow } | null;
}

/** One dataset in one worker; questions wait for each other, and what breaks the engine is mended once per question. */
class AttachedDataset implements Database {
  #worker: EngineWorker | null = null;
  /** The page's own questions, and apart from them a user's statements, whose temporary tables must not shadow ours. */
  #connections: Record<Asker, AsyncDuckDBConnection> | null = null;
  #damage: Damage = 'worker';
  #turn: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(
    readonly origin: DatasetOrigin,
    readonly options: OpenOptions,
  ) {}

  async ask<Row>(question: Question<Row>, signal?: AbortSignal): Promise<readonly Row[]> {
    const batches = await this.#answer('page', question.statement.text, signal);
    return batches.flatMap((batch) =>
      Array.from({ length: batch.numRows }, (_, row) => question.decode(batch.get(row)!.toJSON())),
    );
  }

  async run(text: string, signal?: AbortSignal): Promise<{ columns: readonly string[]; rows: PlainValue[][] }> {
    const batches = await this.#answer('user', text, signal);
    const fields = batches[0]?.schema.fields ?? [];
    const rows = batches.flatMap((batch) => {
      const columns = fields.map((field, index) => ({ type: field.type, values: batch.getChildAt(index) }));
      return Array.from({ length: batch.numRows }, (_, row) =>
        columns.map(({ type, values }) => plainValue(values?.get(row) ?? null, type)),
      );
    });
    return { columns: fields.map((field) => field.name), rows };
  }

  close(): Promise<void> {
    this.#closed = true;
    this.#worker?.stop();
    this.#worker = null;
    this.#connections = null;
    return Promise.resolve();
  }

  /** Brings the engine to the state in which the dataset is attached and locked. */
  async mend(): Promise<void> {
    if (this.#damage === 'none') return;
    const progress = this.options.onProgress ?? (() => undefined);
    await assertReachable(this.origin, this.options.signal);
    if (this.#damage === 'attachment' && this.#worker) {
      this.#connections = await this.#orDead(this.#attach(this.#worker.engine)).catch(() => null);
    }
    // What a fresh attachment does not mend, a fresh worker does.
    if (this.#damage === 'worker' || !this.#connections) {
      this.#damage = 'worker';
      this.#worker?.stop();
      this.#worker = await openEngineWorker(this.options.idleMs ?? START_IDLE_MS, progress);
      progress({ stage: 'attach' });
      this.#connections = await this.#orDead(this.#attach(this.#worker.engine));
    }
    if (this.#closed) return this.close();
    this.#damage = 'none';
  }

  async #attach(engine: AsyncDuckDB): Promise<Record<Asker, AsyncDuckDBConnection>> {
    await engine.reset();
    await engine.dropFiles();
    await engine.open({ path: ':memory:', filesystem: FILESYSTEM });
    const [page, user] = [await engine.connect(), await engine.connect()];
    for (const statement of SESSION_START) await page.query(statement.text);
    await attachOrigin(engine, page, this.origin);
    for (const connection of [page, user]) await connection.query(USE_DATASET.text);
    for (const statement of SESSION_LOCK) await page.query(statement.text);
    return { page, user };
  }

  #orDead<Value>(work: Promise<Value>): Promise<Value> {
    return this.#worker ? Promise.race([work, this.#worker.died]) : work;
  }

  // A connection holds one pending statement: the next begins when the one before has settled either way.
  #answer(asker: Asker, text: string, signal?: AbortSignal): Promise<Batch[]> {
    const answer = this.#turn.then(() => this.#answerMended(asker, text, signal));
    this.#turn = answer.catch(() => undefined);
    return answer;
  }

  async #answerMended(asker: Asker, text: string, signal?: AbortSignal): Promise<Batch[]> {
    for (let attempt = 1; ; attempt += 1) {
      signal?.throwIfAborted();
      if (this.#closed) throw new EngineFailure('query', 'the dataset is closed');
      try {
        await this.mend();
        return await this.#orDead(this.#ask(asker, text, signal));
      } catch (error) {
        signal?.throwIfAborted();
        const damage = damageOf(error);
        if (damage !== 'none') this.#damage = damage;
        if (damage === 'none' || attempt === 2) throw queryFailure(error);
      }
    }
  }

  #ask(asker: Asker, text: string, signal?: AbortSignal): Promise<Batch[]> {
    const connection = this.#connections![asker];
    const answer = () => this.#send(connection, text, signal);
    return asker === 'user' && 'steps' in this.origin ? this.#askReading(connection, text, answer) : answer();
  }

  /**
   * Lets a user's statement only read: a file is attached so, but tables in memory are kept from it by nothing but a
   * transaction. Where the statement may have left that, the tables are built again before the next question.
   */
  async #askReading(connection: AsyncDuckDBConnection, text: string, answer: () => Promise<Batch[]>): Promise<Batch[]> {
    const number = async () => String((await connection.query(TRANSACTION_NUMBER.text)).getChildAt(0)?.get(0));
    const end = async (statement: Sql, before: string) => {
      const after = leavesTransaction(text) ? await number().catch(() => null) : before;
      if (after !== before) this.#damage = 'attachment';
      await connection.query(statement.text).catch(() => undefined);
    };
    await connection.query(READING_START.text);
    const before = await number();
    try {
      const batches = await answer();
      await end(COMMIT, before);
      return batches;
    } catch (error) {
      await end(ROLLBACK, before);
      throw error;
    }
  }

  async #send(connection: AsyncDuckDBConnection, text: string, signal?: AbortSignal): Promise<Batch[]> {
    const cancel = () => void connection.cancelSent().catch(() => undefined);
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      const batches: Batch[] = [];
      const reader = await connection.send(text, true);
      for await (const batch of reader) {
        // Cancelling ends the search for an answer, not one that is already on its way.
        signal?.throwIfAborted();
        batches.push(batch);
      }
      signal?.throwIfAborted();
      return batches.length > 0 ? batches : [emptyBatch(reader.schema)];
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }
}

const emptyBatch = (schema: unknown): Batch => ({
  numRows: 0,
  schema: schema as Batch['schema'],
  getChildAt: () => null,
  get: () => null,
});

/**
 * Opens a dataset file in DuckDB-WASM: read-only, in a worker of its own, no extension ever loaded, settings locked
 * and nothing but the attached file within reach. Rejects with an `EngineFailure`, or the signal's reason.
 */
export async function openDataset(origin: DatasetOrigin, options: OpenOptions = {}): Promise<Database> {
  const dataset = new AttachedDataset(origin, options);
  try {
    await dataset.mend();
  } catch (error) {
    await dataset.close();
    options.signal?.throwIfAborted();
    throw attachFailure(error, nameOfOrigin(origin));
  }
  return dataset;
}
