import { type AsyncDuckDB, type AsyncDuckDBConnection, DuckDBDataProtocol } from '@duckdb/duckdb-wasm';
import { attachStatement, memoryBuildStatements } from '../store/session.ts';
import { repeatBuild } from './build-repeating.ts';
import type { BuildStep } from './build-steps.ts';
import { EngineFailure } from './engine-failure.ts';

/**
 * Where a dataset comes from: an address on this origin, a file that the reader has picked, or the steps that build it
 * in the engine's memory.
 */
export type DatasetOrigin =
  { readonly url: string } | { readonly file: File } | { readonly steps: readonly BuildStep[]; readonly name: string };

const FILE_NAME = 'attached.duckdb';

/** What a failure calls the origin. */
export function nameOfOrigin(origin: DatasetOrigin): string {
  if ('url' in origin) return origin.url;
  return 'file' in origin ? origin.file.name : origin.name;
}

/** Throws an `EngineFailure` where the origin cannot be reached at all, which the engine would tell in worse words. */
export async function assertReachable(origin: DatasetOrigin, signal?: AbortSignal): Promise<void> {
  if ('url' in origin) return assertServed(origin.url, signal);
  if (!('file' in origin)) return;
  try {
    await origin.file.slice(0, 1).arrayBuffer();
  } catch (cause) {
    throw new EngineFailure('file-gone', `${origin.file.name} cannot be read any more: ${String(cause)}`, { cause });
  }
}

async function assertServed(url: string, signal?: AbortSignal): Promise<void> {
  let status: number;
  try {
    ({ status } = await fetch(url, { method: 'HEAD', signal: signal ?? null }));
  } catch (cause) {
    signal?.throwIfAborted();
    throw new EngineFailure('network', `${url} cannot be reached`, { cause });
  }
  if (status >= 400) throw new EngineFailure('network', `${url} answered ${status}`);
}

/** Makes the origin's tables those of the database `dataset`. */
export async function attachOrigin(
  engine: AsyncDuckDB,
  connection: AsyncDuckDBConnection,
  origin: DatasetOrigin,
): Promise<void> {
  if ('steps' in origin) return repeatBuild(memoryBuildStatements, origin.steps, connection);
  if ('url' in origin) {
    const url = new URL(origin.url, globalThis.location.href).href;
    await engine.registerFileURL(FILE_NAME, url, DuckDBDataProtocol.HTTP, false);
  } else {
    await engine.registerFileHandle(FILE_NAME, origin.file, DuckDBDataProtocol.BROWSER_FILEREADER, true);
  }
  await connection.query(attachStatement(FILE_NAME).text);
}
