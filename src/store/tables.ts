import { sql, type Sql } from './sql.ts';

/** Type of a column; text sorts by code point, and dates carry no zone. */
export type ColumnType = 'INTEGER' | 'BIGINT' | 'DOUBLE' | 'VARCHAR' | 'BOOLEAN' | 'DATE';

/** A column of the dataset with what it means. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  readonly doc: string;
}

/** A table of the dataset; the definition of the table, its writer and its documentation come from here. */
export interface Table {
  readonly name: string;
  readonly doc: string;
  readonly columns: readonly Column[];
}

/** A value as a table holds it; dates are text, YYYY-MM-DD. */
export type StoredValue = number | string | boolean | null;

/** A row of a table, its values in the order of the table's columns. */
export type StoredRow = readonly StoredValue[];

/** A column that always has a value. */
export const required = (name: string, type: ColumnType, doc: string): Column => ({ name, type, nullable: false, doc });

/** A column that may be NULL. */
export const optional = (name: string, type: ColumnType, doc: string): Column => ({ name, type, nullable: true, doc });

const TYPES: Record<ColumnType, Sql> = {
  INTEGER: sql`INTEGER`,
  BIGINT: sql`BIGINT`,
  DOUBLE: sql`DOUBLE`,
  VARCHAR: sql`VARCHAR`,
  BOOLEAN: sql`BOOLEAN`,
  DATE: sql`DATE`,
};

/** The statement that makes an empty table in a schema or attached file. */
export function createTableStatement(place: string, table: Table): Sql {
  const columns = table.columns.map(
    (column) => sql`${sql.id(column.name)} ${TYPES[column.type]}${column.nullable ? sql`` : sql` NOT NULL`}`,
  );
  return sql`CREATE TABLE ${sql.id(place, table.name)} (${sql.join(columns)})`;
}
