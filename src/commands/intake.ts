import { readTextPieces, readTextStart, STANDARD_INPUT, type FoundFile } from '../host/files.ts';
import type { Threads } from '../host/threads.ts';
import type { FailureCode } from '../read/failure.ts';
import { figuresFormat, mayHoldList } from '../read/figures-format.ts';
import { readFigures, type FigureListFormat } from '../read/figures.ts';
import { leftBehind, takeDocument, type Intake, type LeftIntake } from './document-intake.ts';

/** The threads that read documents beside this one. */
export type DocumentThreads = Threads<FoundFile, readonly Intake[]>;

const DATASET = /\.duckdb(\.wal)?$/i;

const leave = (name: string, code: FailureCode, reason: string): LeftIntake => ({
  kind: 'skipped',
  name,
  code,
  reason,
});

async function* readList({ name, path }: FoundFile, format: FigureListFormat): AsyncGenerator<Intake> {
  let isEmpty = true;
  for await (const item of readFigures(readTextPieces(path), format)) {
    isEmpty = false;
    if (item.kind === 'problem') {
      const column = item.column === undefined ? '' : ` (column ${item.column})`;
      yield { kind: 'problem', name, line: item.line, message: `${item.message}${column}` };
    } else {
      const { report, body, year, region, url } = item;
      yield { kind: 'report', name, from: 'figures', report, body, year, region, url, corrections: [] };
    }
  }
  if (isEmpty) yield leave(name, 'empty', 'a list of figures without an entry');
}

async function* readFile(file: FoundFile, stdin: AsyncIterable<Uint8Array>): AsyncGenerator<Intake> {
  const { name, aside } = file;
  if (aside !== null) {
    yield { kind: 'skipped', name, code: 'aside', reason: aside };
  } else if (DATASET.test(name)) {
    yield leave(name, 'not-a-report', 'a dataset, not a document');
  } else {
    const format = mayHoldList(name) ? figuresFormat(name, await readTextStart(file.path)) : null;
    if (format === null) yield* await takeDocument(file, stdin);
    else if (format !== 'registry') yield* readList(file, format);
    else yield leave(name, 'not-a-report', 'a registry of bodies, which `nianbao build` takes');
  }
}

/** Whether a file is a document whatever it holds, so that any thread may read it. */
const isDocument = ({ name, aside }: FoundFile): boolean =>
  aside === null && name !== STANDARD_INPUT && !DATASET.test(name) && !mayHoldList(name);

/** Begins to read a document in a thread now; what comes of it is asked for when its turn comes. */
function readInThread(file: FoundFile, threads: DocumentThreads): AsyncIterable<Intake> {
  const read = threads.run(file);
  // A failure waits for its turn too.
  read.catch(() => undefined);
  return (async function* () {
    yield* await read;
  })();
}

const AHEAD_OF_EACH_THREAD = 4;

/**
 * Reads the files and gives what comes of them in their order, however many threads read; a few files a thread are in
 * hand at a time, and nothing wrong with one stops the rest. `onFile` is told after each.
 */
export async function* readIntake(
  files: readonly FoundFile[],
  stdin: AsyncIterable<Uint8Array>,
  onFile: () => void,
  threads: DocumentThreads | null = null,
): AsyncGenerator<Intake> {
  const most = threads === null ? 1 : threads.count * AHEAD_OF_EACH_THREAD;
  const begun: { readonly name: string; readonly intakes: AsyncIterable<Intake> }[] = [];
  for (let next = 0; next < files.length || begun.length > 0;) {
    for (; next < files.length && begun.length < most; next += 1) {
      const file = files[next]!;
      const intakes = threads !== null && isDocument(file) ? readInThread(file, threads) : readFile(file, stdin);
      begun.push({ name: file.name, intakes });
    }
    const { name, intakes } = begun.shift()!;
    try {
      yield* intakes;
    } catch (error) {
      yield leftBehind(name, error);
    }
    onFile();
  }
}
