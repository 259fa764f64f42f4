import { DuckDBDateValue, type DuckDBAppender, type DuckDBConnection } from '@duckdb/node-api';
import type { ColumnType, StoredRow, StoredValue, Table } from '../store/tables.ts';

const DAY_MS = 86_400_000;

type Append = (appender: DuckDBAppender, value: Exclude<StoredValue, null>) => void;

const APPEND: Record<ColumnType, Append> = {
  INTEGER: (appender, value) => appender.appendInteger(value as number),
  BIGINT: (appender, value) => appender.appendBigInt(BigInt(value)),
  DOUBLE: (appender, value) => appender.appendDouble(value as number),
  VARCHAR: (appender, value) => appender.appendVarchar(value as string),
  BOOLEAN: (appender, value) => appender.appendBoolean(value as boolean),
  DATE: (appender, value) => appender.appendDate(new DuckDBDateValue(Date.parse(value as string) / DAY_MS)),
};

/** Fills one table row by row, far faster than INSERT statements. */
export class TableWriter {
  readonly #appender: DuckDBAppender;
  readonly #appends: readonly Append[];

  private constructor(appender: DuckDBAppender, table: Table) {
    this.#appender = appender;
    this.#appends = table.columns.map((column) => APPEND[column.type]);
  }

  /** Opens a writer for an empty table of an attached file. */
  static async open(connection: DuckDBConnection, place: string, table: Table): Promise<TableWriter> {
    return new TableWriter(await connection.createAppender(table.name, 'main', place), table);
  }

  /** Adds a row whose values stand in the order of the table's columns. */
  write(row: StoredRow): void {
    if (row.length !== this.#appends.length)
      throw new Error(`a row of ${row.length} values for ${this.#appends.length} columns`);
    for (let index = 0; index < row.length; index++) {
      const value = row[index] ?? null;
      if (value === null) this.#appender.appendNull();
      else this.#appends[index]!(this.#appender, value);
    }
    this.#appender.endRow();
  }

  /** Writes out what is still held back. */
  close(): void {
    this.#appender.closeSync();
  }
}
