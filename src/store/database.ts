import type { Sql } from './sql.ts';

/** A row as an engine returns it, before decoding. */
export type RawRow = Readonly<Record<string, unknown>>;

/** A statement together with the decoder that turns each of its rows into the domain's type. */
export interface Question<Row> {
  readonly statement: Sql;
  readonly decode: (row: RawRow) => Row;
}

/** An opened dataset. DuckDB-WASM and native DuckDB stand behind it, and the same statements run on both. */
export interface Database {
  /** Every row of the answer; rejects with the engine's error, or with the signal's reason when it is aborted. */
  ask<Row>(question: Question<Row>, signal?: AbortSignal): Promise<readonly Row[]>;
  /** Runs a user's own statement; column names in order and rows of plain values (number, string, boolean, null). */
  run(
    text: string,
    signal?: AbortSignal,
  ): Promise<{ columns: readonly string[]; rows: readonly (readonly PlainValue[])[] }>;
  close(): Promise<void>;
}

/** A value that a table or an export can show as it is. */
export type PlainValue = number | string | boolean | null;
