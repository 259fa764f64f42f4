import { stat } from 'node:fs/promises';
import path from 'node:path';
import { CommandFailure } from './failure.ts';
import { UsageError } from './terminal.ts';

/** Absolute path of the dataset that `--out` names; throws where it is none or its folder is not there. */
export async function checkTarget(out: string, cwd: string): Promise<string> {
  if (!/\.duckdb$/i.test(out)) throw new UsageError(`--out must name a file that ends in .duckdb, found ${out}`);
  const target = path.resolve(cwd, out);
  const folder = path.dirname(target);
  // Said before a long reading, not after it.
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) {
    throw new CommandFailure(
      `cannot write ${out}: there is no folder ${path.dirname(out)}`,
      'make the folder, or name another file with --out',
    );
  }
  return target;
}
