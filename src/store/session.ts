import { sql, type Sql } from './sql.ts';

/** First statements of every session: nothing is ever fetched or loaded by itself. */
export const SESSION_START: readonly Sql[] = [
  sql`SET autoinstall_known_extensions = false`,
  sql`SET autoload_known_extensions = false`,
];

/** Attaches a dataset's file for reading only. */
export const attachStatement = (file: string): Sql => sql`ATTACH ${file} AS dataset (READ_ONLY)`;

/** Makes the dataset's tables the ones that a connection's questions name. */
export const USE_DATASET: Sql = sql`USE dataset`;

/** Begins a transaction in which nothing but temporary tables can be changed. */
export const READING_START: Sql = sql`BEGIN TRANSACTION READ ONLY`;

/** Ends a transaction and keeps the temporary tables made in it. */
export const COMMIT: Sql = sql`COMMIT`;

/** Ends a transaction and lets go what was made in it. */
export const ROLLBACK: Sql = sql`ROLLBACK`;

/** Tells transactions of a connection apart; fails in one that an error has ended. */
export const TRANSACTION_NUMBER: Sql = sql`SELECT txid_current()::DOUBLE AS number`;

/** Whether a user's statements could end the transaction they run in: they have a word for it (which CASE needs too). */
export const leavesTransaction = (text: string): boolean => /\b(commit|end|rollback|abort)\b/i.test(text);

/** Last statements before a reader's own SQL may run: no other file, no network, and no way back. */
export const SESSION_LOCK: readonly Sql[] = [
  sql`SET enable_external_access = false`,
  sql`SET lock_configuration = true`,
];

/** Statements that open the two files of a build: the dataset, in a format that the page's engine reads, and what waits to be numbered. */
export const buildStatements = (dataset: string, staging: string): readonly Sql[] => [
  ...SESSION_START,
  sql`ATTACH ${dataset} AS dataset (STORAGE_VERSION 'v1.2.0')`,
  sql`ATTACH ${staging} AS staging`,
];

/** Statements that open the two databases of a build in memory. */
export const memoryBuildStatements: readonly Sql[] = [
  ...SESSION_START,
  sql`ATTACH ':memory:' AS dataset (COMPRESS)`,
  sql`ATTACH ':memory:' AS staging`,
];

/** Statements that end a build: everything in the dataset itself, none in a log beside it, and what was staged gone. */
export const finishStatements: readonly Sql[] = [sql`CHECKPOINT dataset`, sql`DETACH staging`];

/** Lets the dataset's file go. */
export const detachStatement: Sql = sql`DETACH dataset`;
