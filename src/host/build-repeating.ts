import type { AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import type { Sql } from '../store/sql.ts';
import type { BuildStep } from './build-steps.ts';

/** Repeats a build that was written down, in the two databases that `opening` attaches. */
export async function repeatBuild(
  opening: readonly Sql[],
  steps: readonly BuildStep[],
  connection: AsyncDuckDBConnection,
): Promise<void> {
  for (const statement of opening) await connection.query(statement.text);
  for (const step of steps) {
    if ('statement' in step) await connection.query(step.statement);
    else {
      // The engine's worker takes the bytes over, so each repetition needs its own.
      const rows = new Uint8Array(await step.rows.arrayBuffer());
      await connection.insertArrowFromIPCStream(rows, { schema: step.place, name: step.table, create: false });
    }
  }
}
