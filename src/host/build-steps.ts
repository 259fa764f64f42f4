import {
  bool,
  columnFromArray,
  dateDay,
  type DataType,
  float64,
  int32,
  int64,
  tableFromColumns,
  tableToIPC,
  utf8,
} from '@uwdata/flechette';
import type { BuildEngine, BuildPlace, TableWriter } from '../store/dataset-build.ts';
import type { Sql } from '../store/sql.ts';
import type { Column, ColumnType, StoredRow, StoredValue, Table } from '../store/tables.ts';

/**
 * One step of a build that an engine can repeat: a statement, or rows for a table as an Arrow stream, which the browser
 * may keep outside of the memory until they are wanted.
 */
export type BuildStep =
  { readonly statement: string } | { readonly place: BuildPlace; readonly table: string; readonly rows: Blob };

const TYPES: Record<ColumnType, () => DataType> = {
  INTEGER: int32,
  BIGINT: int64,
  DOUBLE: float64,
  VARCHAR: utf8,
  BOOLEAN: bool,
  DATE: dateDay,
};

/** So many values go into one stream, so that neither the page nor the engine ever holds a large table twice. */
const VALUES_AT_ONCE = 1_000_000;

function arrowColumn({ type }: Column, values: readonly StoredValue[]) {
  const given = type === 'DATE' ? values.map((value) => (value === null ? null : Date.parse(value as string))) : values;
  return columnFromArray([...given], TYPES[type]());
}

class ArrowWriter implements TableWriter {
  readonly #columns: readonly Column[];
  readonly #onStream: (stream: Uint8Array<ArrayBuffer>) => void;
  #values: StoredValue[][] = [];
  #rows = 0;

  constructor(table: Table, onStream: (stream: Uint8Array<ArrayBuffer>) => void) {
    this.#columns = table.columns;
    this.#onStream = onStream;
    this.#clear();
  }

  write(row: StoredRow): void {
    if (row.length !== this.#columns.length)
      throw new Error(`a row of ${row.length} values for ${this.#columns.length} columns`);
    for (let index = 0; index < row.length; index++) this.#values[index]!.push(row[index] ?? null);
    this.#rows += 1;
    if (this.#rows * row.length >= VALUES_AT_ONCE) this.close();
  }

  close(): void {
    if (this.#rows === 0) return;
    const columns = this.#columns.map((column, index) => [column.name, arrowColumn(column, this.#values[index]!)]);
    const table = tableFromColumns(columns as Parameters<typeof tableFromColumns>[0]);
    this.#clear();
    this.#onStream(tableToIPC(table, { format: 'stream' }) as Uint8Array<ArrayBuffer>);
  }

  #clear(): void {
    this.#values = this.#columns.map(() => []);
    this.#rows = 0;
  }
}

/** An engine that only writes down what is asked of it, for another one to repeat. */
export class RecordedBuild implements BuildEngine {
  readonly steps: BuildStep[] = [];

  run(statement: Sql): Promise<void> {
    this.steps.push({ statement: statement.text });
    return Promise.resolve();
  }

  openWriter(place: BuildPlace, table: Table): Promise<TableWriter> {
    const keep = (stream: Uint8Array<ArrayBuffer>) =>
      this.steps.push({ place, table: table.name, rows: new Blob([stream]) });
    return Promise.resolve(new ArrowWriter(table, keep));
  }
}
