import type { Database, PlainValue, Question, RawRow } from './database.ts';
import { StoreFailure } from './failure.ts';

/** A statement with the rows it was answered by, before decoding. */
export interface RecordedAnswer {
  readonly statement: string;
  readonly columns: readonly string[];
  /** Values in the order of the columns. */
  readonly rows: readonly (readonly PlainValue[])[];
}

/** Answers recorded from a dataset, which a page can show before its engine has started. */
export interface Snapshot {
  readonly answers: readonly RecordedAnswer[];
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

function isAnswer(value: unknown): value is RecordedAnswer {
  if (typeof value !== 'object' || value === null) return false;
  const { statement, columns, rows } = value as Record<string, unknown>;
  return typeof statement === 'string' && isList(columns) && isList(rows) && rows.every(isList);
}

/** Reads a snapshot from parsed JSON; throws a `StoreFailure` where it is none. */
export function readSnapshot(value: unknown): Snapshot {
  const answers: unknown = typeof value === 'object' && value !== null && 'answers' in value ? value.answers : null;
  if (!isList(answers) || !answers.every(isAnswer))
    throw new StoreFailure('snapshot', 'this is no snapshot of answers');
  return { answers };
}

function plain(value: unknown): PlainValue {
  if (value === null || ['number', 'string', 'boolean'].includes(typeof value)) return value as PlainValue;
  throw new StoreFailure('snapshot', `a snapshot holds numbers, text and truth values, found ${typeof value}`);
}

/** A database that passes questions on and keeps their answers; `snapshot` is what was kept so far. */
export function recordAnswers(source: Database): { readonly database: Database; snapshot(): Snapshot } {
  const answers: RecordedAnswer[] = [];
  const database: Database = {
    async ask(question, signal) {
      const rows = await source.ask<RawRow>({ statement: question.statement, decode: (row) => row }, signal);
      const columns = Object.keys(rows[0] ?? {});
      answers.push({
        statement: question.statement.text,
        columns,
        rows: rows.map((row) => columns.map((column) => plain(row[column]))),
      });
      return rows.map((row) => question.decode(row));
    },
    run: (text, signal) => source.run(text, signal),
    close: () => source.close(),
  };
  return { database, snapshot: () => ({ answers: [...answers] }) };
}

/** The rows a snapshot has for a question; null where it was not asked. */
export function answerFrom<Row>(snapshot: Snapshot, question: Question<Row>): readonly Row[] | null {
  const answer = snapshot.answers.find(({ statement }) => statement === question.statement.text);
  if (!answer) return null;
  return answer.rows.map((values) =>
    question.decode(Object.fromEntries(answer.columns.map((column, index) => [column, values[index]]))),
  );
}

/**
 * A dataset that answers from its snapshot at once and passes every other question on to the engine, which may still
 * be starting; where the engine fails, such questions fail with its error.
 */
export class SnapshotDatabase implements Database {
  readonly #snapshot: Snapshot;
  readonly #live: Promise<Database>;

  constructor(snapshot: Snapshot, live: Promise<Database>) {
    this.#snapshot = snapshot;
    this.#live = live;
  }

  async ask<Row>(question: Question<Row>, signal?: AbortSignal): Promise<readonly Row[]> {
    const known = answerFrom(this.#snapshot, question);
    if (known) return known;
    const live = await this.#live;
    signal?.throwIfAborted();
    return live.ask(question, signal);
  }

  async run(text: string, signal?: AbortSignal): ReturnType<Database['run']> {
    const live = await this.#live;
    signal?.throwIfAborted();
    return live.run(text, signal);
  }

  async close(): Promise<void> {
    const live = await this.#live.catch(() => null);
    await live?.close();
  }
}
