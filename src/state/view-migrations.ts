/** Turns the query of an address from the words of one version into those of the next; pure, and never undone. */
export type Migration = (query: URLSearchParams) => URLSearchParams;

/**
 * What has changed in the words of addresses, the oldest change first; an address of version n needs all from the n-th on. A
 * link once shared works for ever: whoever renames a part or a value adds what it was called before.
 */
export const MIGRATIONS: readonly Migration[] = [];

/** Name of the part that says which version an address was written in; the first version writes none. */
export const VERSION_PART = 'v';

/** The version that addresses are written in. */
export const versionAfter = (migrations: readonly Migration[]): number => migrations.length + 1;

/**
 * The query in the words of today. `unknown` is the version it names where that is none, or a later one than is known here:
 * then it is read as it stands.
 */
export function migrate(
  query: URLSearchParams,
  migrations: readonly Migration[] = MIGRATIONS,
): { readonly query: URLSearchParams; readonly unknown: string | null } {
  const bare = new URLSearchParams(query);
  bare.delete(VERSION_PART);
  const text = query.get(VERSION_PART) ?? '1';
  const version = /^[1-9]\d{0,5}$/.test(text) ? Number(text) : Infinity;
  if (version > versionAfter(migrations)) return { query: bare, unknown: text };
  const current = migrations.slice(version - 1).reduce((words, migration) => migration(words), bare);
  return { query: current, unknown: null };
}
