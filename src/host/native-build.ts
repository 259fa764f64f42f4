import type { DuckDBAppender, DuckDBConnection, DuckDBDateValue, DuckDBInstance } from '@duckdb/node-api';
import type { BuildEngine, BuildPlace, TableWriter } from '../store/dataset-build.ts';
import { openAttached } from './duckdb-node.ts';
import type { Database } from '../store/database.ts';
import { buildStatements, detachStatement, memoryBuildStatements } from '../store/session.ts';
import type { Sql } from '../store/sql.ts';
import type { ColumnType, StoredRow, StoredValue, Table } from '../store/tables.ts';

const DAY_MS = 86_400_000;

type DateOf = (text: string) => DuckDBDateValue;
type Append = (appender: DuckDBAppender, value: Exclude<StoredValue, null>, dateOf: DateOf) => void;

const APPEND: Record<ColumnType, Append> = {
  INTEGER: (appender, value) => appender.appendInteger(value as number),
  BIGINT: (appender, value) => appender.appendBigInt(BigInt(value)),
  DOUBLE: (appender, value) => appender.appendDouble(value as number),
  VARCHAR: (appender, value) => appender.appendVarchar(value as string),
  BOOLEAN: (appender, value) => appender.appendBoolean(value as boolean),
  DATE: (appender, value, dateOf) => appender.appendDate(dateOf(value as string)),
};

/** Fills one table row by row, far faster than INSERT statements. */
class AppenderWriter implements TableWriter {
  readonly #appender: DuckDBAppender;
  readonly #appends: readonly Append[];
  readonly #dateOf: DateOf;

  constructor(appender: DuckDBAppender, table: Table, dateOf: DateOf) {
    this.#appender = appender;
    this.#dateOf = dateOf;
    this.#appends = table.columns.map((column) => APPEND[column.type]);
  }

  write(row: StoredRow): void {
    if (row.length !== this.#appends.length)
      throw new Error(`a row of ${row.length} values for ${this.#appends.length} columns`);
    for (let index = 0; index < row.length; index++) {
      const value = row[index] ?? null;
      if (value === null) this.#appender.appendNull();
      else this.#appends[index]!(this.#appender, value, this.#dateOf);
    }
    this.#appender.endRow();
  }

  close(): void {
    this.#appender.closeSync();
  }
}

/** Native DuckDB with the two files of a build attached. */
export class NativeBuild implements BuildEngine {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #dateOf: DateOf;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection, dateOf: DateOf) {
    this.#instance = instance;
    this.#connection = connection;
    this.#dateOf = dateOf;
  }

  /** Makes both files. */
  static open(dataset: string, staging: string): Promise<NativeBuild> {
    return NativeBuild.#start(buildStatements(dataset, staging));
  }

  /** Keeps both in memory. */
  static openInMemory(): Promise<NativeBuild> {
    return NativeBuild.#start(memoryBuildStatements);
  }

  static async #start(statements: readonly Sql[]): Promise<NativeBuild> {
    // Its library takes longer to load than many a report to read; only what needs it waits for it.
    const { DuckDBDateValue, DuckDBInstance } = await import('@duckdb/node-api');
    const instance = await DuckDBInstance.create(':memory:');
    try {
      const connection = await instance.connect();
      for (const statement of statements) await connection.run(statement.text);
      return new NativeBuild(instance, connection, (text) => new DuckDBDateValue(Date.parse(text) / DAY_MS));
    } catch (error) {
      instance.closeSync();
      throw error;
    }
  }

  async run(statement: Sql): Promise<void> {
    await this.#connection.run(statement.text);
  }

  async openWriter(place: BuildPlace, table: Table): Promise<TableWriter> {
    return new AppenderWriter(await this.#connection.createAppender(table.name, 'main', place), table, this.#dateOf);
  }

  /** Lets the finished dataset's file go, complete in itself. */
  complete(): Promise<void> {
    return this.run(detachStatement);
  }

  /** Opens the finished dataset where it is; closing it closes the build. */
  openFinished(): Promise<Database> {
    return openAttached(this.#instance);
  }

  /** Lets both files go; a build that was not completed leaves them incomplete. */
  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }
}
