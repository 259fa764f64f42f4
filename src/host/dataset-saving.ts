import { type AsyncDuckDB, DuckDBAccessMode, DuckDBDataProtocol } from '@duckdb/duckdb-wasm';
import { datasetFactsQuery } from '../store/dataset-facts.ts';
import { attachStatement, buildStatements, detachStatement } from '../store/session.ts';
import { blobPieces } from './blob-source.ts';
import { repeatBuild } from './build-repeating.ts';
import type { BuildStep } from './build-steps.ts';
import { EngineFailure } from './engine-failure.ts';
import { openEngineWorker } from './engine-worker.ts';
import { inSavingFolder, SAVING_FOLDER } from './saving-folder.ts';

const FILE = 'dataset.duckdb';
const TYPE = 'application/vnd.duckdb';
const START_IDLE_MS = 30_000;
const ADDRESS = `opfs://${SAVING_FOLDER}/${FILE}`;
/** The dataset's file, and the log that the engine keeps beside it until it is written whole. */
const WRITTEN = [ADDRESS, `${ADDRESS}.wal`];

async function build(engine: AsyncDuckDB, steps: readonly BuildStep[]): Promise<void> {
  // Without direct access the engine opens a file that it attaches for reading alone.
  await engine.open({ path: ':memory:', accessMode: DuckDBAccessMode.READ_WRITE, useDirectIO: true });
  for (const address of WRITTEN) await engine.registerOPFSFileName(address);
  try {
    const connection = await engine.connect();
    await repeatBuild(buildStatements(ADDRESS, ':memory:'), steps, connection);
    await connection.query(detachStatement.text);
    await connection.close();
  } finally {
    // Named, or the engine would hold them, and nobody could remove them.
    await engine.dropFiles(WRITTEN);
  }
}

async function copyOf(folder: FileSystemDirectoryHandle): Promise<Blob> {
  const file = await (await folder.getFileHandle(FILE)).getFile();
  const pieces: Blob[] = [];
  for await (const piece of blobPieces(file)) pieces.push(new Blob([piece as BlobPart]));
  return new Blob(pieces, { type: TYPE });
}

/** Rejects where the file does not say of itself what a dataset says: it would be told only when it is needed. */
async function assertWhole(engine: AsyncDuckDB, file: Blob): Promise<void> {
  await engine.registerFileHandle(FILE, file, DuckDBDataProtocol.BROWSER_FILEREADER, true);
  const connection = await engine.connect();
  await connection.query(attachStatement(FILE).text);
  const { numRows } = await connection.query(datasetFactsQuery().statement.text);
  if (numRows !== 1) throw new Error('the file written says nothing about itself');
}

async function write(engine: AsyncDuckDB, steps: readonly BuildStep[], folder: FileSystemDirectoryHandle) {
  await build(engine, steps);
  const file = await copyOf(folder);
  await assertWhole(engine, file);
  return file;
}

/**
 * Writes a dataset into a file of DuckDB's, like those of `nianbao build`, in an engine of its own that ends with it.
 * The browser holds the file that comes back; nothing is left where it was written. Rejects with an `EngineFailure`.
 */
export function saveDataset(steps: readonly BuildStep[]): Promise<Blob> {
  return inSavingFolder(async (folder) => {
    const worker = await openEngineWorker(START_IDLE_MS, () => undefined);
    try {
      return await Promise.race([write(worker.engine, steps, folder), worker.died]);
    } catch (cause) {
      throw new EngineFailure('saving', `the dataset's file could not be written: ${String(cause)}`, { cause });
    } finally {
      worker.stop();
    }
  });
}
