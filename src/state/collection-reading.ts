import { type FileProblem, ProblemList } from '../host/file-problem.ts';
import type { FileToRead } from '../host/file-to-read.ts';
import { type PoolAnswer, type PoolListener, readInPool } from '../host/reading-pool.ts';
import type { CollectionContent } from './collection-content.ts';
import type { RunGauge } from './reading-run.ts';
import { Work } from './work.ts';

/** How files are read: who counts them, what ends it, and whether they were read before. */
export interface ReadingTerms {
  readonly gauge: RunGauge;
  readonly signal: AbortSignal;
  readonly again: boolean;
}

/** What reading left: what of the files was not taken, and why reading failed as a whole, null where it did not. */
export interface ReadingRest {
  readonly problems: readonly FileProblem[];
  readonly failure: unknown;
}

/** Whether what was read are reports of a list, whose end is told by itself. */
const isOfList = (answer: PoolAnswer): boolean =>
  (answer.what === 'kept' && answer.kept.some(({ line }) => line.listed)) ||
  (answer.what === 'held' && answer.held.some(({ read }) => read.line.listed));

/** Reads files in workers and takes in what comes of them; resolves when all of it is kept, or reading was ended. */
export async function readInto(
  content: CollectionContent,
  asked: readonly FileToRead[],
  { gauge, signal, again }: ReadingTerms,
): Promise<ReadingRest> {
  const problems = new ProblemList();
  const taking = new Work();
  let failure: unknown = null;
  try {
    const keeping = await content.store.keeping(again);
    const heard: PoolListener = (answer) => {
      if (answer.what === 'begun') return gauge.begin(answer.path);
      if (answer.what === 'more') return gauge.expect(answer.files);
      if (answer.what === 'problem') {
        problems.note(answer.path, answer.trouble);
        if (answer.trouble.what !== 'sidecar') gauge.finish();
        return;
      }
      // A list is done at its end, not with each of its reports.
      const isPart = answer.what === 'list' ? answer.list.entries === null : isOfList(answer);
      if (!isPart) gauge.finish();
      if (answer.what === 'lapsed') return;
      taking.add(
        content.take(answer, keeping).then((told) => {
          for (const { file, trouble } of told) problems.note(file, trouble);
        }),
      );
    };
    await readInPool(asked, heard, { keeping, signal, mappings: content.mappings() });
  } catch (error) {
    if (!signal.aborted) failure = error;
  }
  await taking.done().catch((error: unknown) => {
    failure ??= error;
  });
  return { problems: problems.all(), failure };
}
