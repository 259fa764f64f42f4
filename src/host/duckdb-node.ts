import type { DuckDBConnection, DuckDBInstance, DuckDBResultReader, DuckDBValue } from '@duckdb/node-api';
import type { Database, PlainValue, Question } from '../store/database.ts';
import { attachStatement, SESSION_LOCK, SESSION_START, USE_DATASET } from '../store/session.ts';

// An interrupt that comes before the engine's thread has begun is lost, so it is repeated until the answer is settled.
const INTERRUPT_EVERY_MS = 5;

function plainValue(value: DuckDBValue): PlainValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  const number = typeof value === 'object' && 'toDouble' in value ? value.toDouble() : value;
  if (typeof number === 'number') return Number.isFinite(number) ? number : String(number);
  if (typeof number === 'bigint' && Number.isSafeInteger(Number(number))) return Number(number);
  return String(number);
}

/** A connection that does one statement at a time, because an interrupt stops whatever it is doing. */
class Lane {
  readonly connection: DuckDBConnection;
  #last: Promise<unknown> = Promise.resolve();

  constructor(connection: DuckDBConnection) {
    this.connection = connection;
  }

  read(text: string, signal?: AbortSignal): Promise<DuckDBResultReader> {
    const turn = this.#last.then(() => this.#read(text, signal));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async close(): Promise<void> {
    await this.#last;
    this.connection.closeSync();
  }

  async #read(text: string, signal?: AbortSignal): Promise<DuckDBResultReader> {
    signal?.throwIfAborted();
    let timer: NodeJS.Timeout | undefined;
    const interrupt = () => {
      this.connection.interrupt();
      timer ??= setInterval(interrupt, INTERRUPT_EVERY_MS);
    };
    signal?.addEventListener('abort', interrupt, { once: true });
    try {
      return await this.connection.runAndReadAll(text);
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    } finally {
      clearInterval(timer);
      signal?.removeEventListener('abort', interrupt);
    }
  }
}

class NodeDatabase implements Database {
  readonly #instance: DuckDBInstance;
  readonly #questions: Lane;
  /** A user's statements go apart, so that their temporary tables never shadow the dataset's for our own questions. */
  readonly #statements: Lane;

  constructor(instance: DuckDBInstance, questions: DuckDBConnection, statements: DuckDBConnection) {
    this.#instance = instance;
    this.#questions = new Lane(questions);
    this.#statements = new Lane(statements);
  }

  async ask<Row>(question: Question<Row>, signal?: AbortSignal): Promise<readonly Row[]> {
    const answer = await this.#questions.read(question.statement.text, signal);
    return answer.getRowObjects().map((row) => question.decode(row));
  }

  async run(text: string, signal?: AbortSignal): ReturnType<Database['run']> {
    const answer = await this.#statements.read(text, signal);
    return { columns: answer.columnNames(), rows: answer.getRows().map((row) => row.map(plainValue)) };
  }

  async close(): Promise<void> {
    await Promise.all([this.#questions.close(), this.#statements.close()]);
    this.#instance.closeSync();
  }
}

/** Opens the dataset that is attached to an instance, shut in like the page; closing it closes the instance. */
export async function openAttached(instance: DuckDBInstance): Promise<Database> {
  const questions = await instance.connect();
  await questions.run(USE_DATASET.text);
  const statements = await instance.connect();
  for (const statement of [USE_DATASET, ...SESSION_LOCK]) await statements.run(statement.text);
  return new NodeDatabase(instance, questions, statements);
}

/** Opens a built dataset with native DuckDB, for reading only and shut in like the page: no extensions, no other file, no network. */
export async function openNodeDatabase(file: string): Promise<Database> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:');
  try {
    const opening = await instance.connect();
    for (const statement of [...SESSION_START, attachStatement(file)]) await opening.run(statement.text);
    opening.closeSync();
    return await openAttached(instance);
  } catch (error) {
    instance.closeSync();
    throw error;
  }
}
