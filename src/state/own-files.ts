import type { DatasetOrigin } from '../host/dataset-origin.ts';
import type { FileProblem } from '../host/file-problem.ts';
import type { ReadingProgress } from '../host/list-reading.ts';
import { readOwnLists } from '../host/own-lists.ts';
import { NothingRead } from './dataset-failure.ts';
import { ownName } from '../host/own-name.ts';

/** A dataset of the reader's own, kept while the tab lives, and what of its files was not read. */
export interface OwnDataset {
  readonly name: string;
  readonly origin: DatasetOrigin;
  readonly problems: readonly FileProblem[];
}

const NAMED_SO = /\.duckdb$/i;
const MARK = 'DUCK';
const MARK_AT = 8;

/** Whether a file is a database by its name or its first bytes; one that cannot be read tells so when it is opened. */
async function isDatabase(file: File): Promise<boolean> {
  if (NAMED_SO.test(file.name)) return true;
  const bytes = file.slice(MARK_AT, MARK_AT + MARK.length);
  return (await bytes.text().catch(() => '')) === MARK;
}

/**
 * Makes one dataset of files: the first database among them alone, otherwise all lists together. Rejects with
 * `NothingRead` where no file gives a report.
 */
export async function takeOwnFiles(
  files: readonly File[],
  onProgress: (progress: ReadingProgress) => void,
  signal: AbortSignal,
): Promise<OwnDataset> {
  for (const file of files) {
    if (!(await isDatabase(file))) continue;
    const problems = files
      .filter((other) => other !== file)
      .map(({ name }) => ({
        file: name,
        line: null,
        column: null,
        times: 1,
        trouble: { what: 'dataset-alone' as const },
      }));
    return { name: ownName(file.name), origin: { file }, problems };
  }
  const { built, problems } = await readOwnLists(files, onProgress, signal);
  if (!built) throw new NothingRead(problems);
  return { name: ownName(built.title), origin: { steps: built.steps, name: built.title }, problems };
}
