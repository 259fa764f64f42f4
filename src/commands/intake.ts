import {
  drainBytes,
  readBytes,
  readTextPieces,
  readTextStart,
  STANDARD_INPUT,
  systemReason,
  type FoundFile,
} from '../host/files.ts';
import { openPdf } from '../host/pdf-node.ts';
import { ReadFailure, type FailureCode } from '../read/failure.ts';
import { figuresFormat, mayHoldList } from '../read/figures-format.ts';
import type { Correction } from '../read/correction.ts';
import { readFigures, type FigureListFormat } from '../read/figures.ts';
import type { Openers } from '../read/formats/open-document.ts';
import { readDocument } from '../read/reader.ts';
import type { Report } from '../read/report.ts';
import { NO_SIDECAR, parseSidecar, SidecarError, type Sidecar } from '../read/sidecar.ts';

/** What comes out of the files of the inputs; no file passes without at least one of these. */
export type Intake = ReportIntake | ProblemIntake | LeftIntake;

/** A report that was read: a document, or a body-year of a list of figures. */
export interface ReportIntake {
  readonly kind: 'report';
  /** File name as the person gave it. */
  readonly name: string;
  readonly from: 'document' | 'figures';
  readonly report: Report;
  /** The sidecar's, then the document's own; null where neither says. */
  readonly body: string | null;
  readonly year: number | null;
  readonly region: string | null;
  readonly url: string | null;
  /** What a sidecar corrects of the report. */
  readonly corrections: readonly Correction[];
}

/** Something that could not be used while the rest of its file was: a sidecar, a line of a list. */
export interface ProblemIntake {
  readonly kind: 'problem';
  readonly name: string;
  /** Line of a list; null where the whole file is meant. */
  readonly line: number | null;
  readonly message: string;
}

/** Where a problem stands: the file, and the line where it has one. */
export const placeOf = ({ name, line }: Pick<ProblemIntake, 'name' | 'line'>): string =>
  line === null ? name : `${name}:${line}`;

/** A file that gave nothing: `skipped` is no report, a picture or of a format that is not read, `failed` should have been read. */
export interface LeftIntake {
  readonly kind: 'skipped' | 'failed';
  readonly name: string;
  readonly code: FailureCode | 'aside' | 'unreadable' | 'unexpected' | 'refused';
  readonly reason: string;
}

const SKIPPED: ReadonlySet<FailureCode> = new Set([
  'not-a-report',
  'format-unsupported',
  'needs-transcription',
  'empty',
]);
const OPENERS: Openers = { pdf: openPdf };
const DATASET = /\.duckdb(\.wal)?$/i;

const leave = (name: string, code: FailureCode, reason: string): LeftIntake => ({
  kind: 'skipped',
  name,
  code,
  reason,
});

function leftBehind(name: string, error: unknown): LeftIntake {
  if (error instanceof ReadFailure) {
    return { kind: SKIPPED.has(error.code) ? 'skipped' : 'failed', name, code: error.code, reason: error.message };
  }
  const code = error instanceof Error && 'syscall' in error ? 'unreadable' : 'unexpected';
  return { kind: 'failed', name, code, reason: systemReason(error) };
}

async function readSidecar(path: string | null): Promise<{ sidecar: Sidecar; problem: string | null }> {
  if (path === null) return { sidecar: NO_SIDECAR, problem: null };
  try {
    return { sidecar: parseSidecar(new TextDecoder().decode(await readBytes(path))), problem: null };
  } catch (error) {
    return { sidecar: NO_SIDECAR, problem: error instanceof SidecarError ? error.message : systemReason(error) };
  }
}

async function* takeDocument(
  { name, path, sidecar: beside }: FoundFile,
  stdin: AsyncIterable<Uint8Array>,
): AsyncGenerator<Intake> {
  const bytes = await (name === STANDARD_INPUT ? drainBytes(stdin) : readBytes(path));
  const report = await readDocument(bytes, name, OPENERS);
  const { sidecar, problem } = await readSidecar(beside);
  if (problem !== null)
    yield { kind: 'problem', name: `${name}.json`, line: null, message: `sidecar ignored: ${problem}` };
  const { source, body, year, region, corrections } = sidecar;
  yield {
    kind: 'report',
    name,
    from: 'document',
    report,
    body: body ?? report.body,
    year: year ?? report.year,
    region,
    url: source,
    corrections,
  };
}

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
    if (format === null) yield* takeDocument(file, stdin);
    else if (format !== 'registry') yield* readList(file, format);
    else yield leave(name, 'not-a-report', 'a registry of bodies, which `nianbao build` takes');
  }
}

/** Reads the files one after the other, holding one in memory at a time; nothing wrong with one stops the rest. `onFile` is told after each. */
export async function* readIntake(
  files: readonly FoundFile[],
  stdin: AsyncIterable<Uint8Array>,
  onFile: () => void,
): AsyncGenerator<Intake> {
  for (const file of files) {
    try {
      yield* readFile(file, stdin);
    } catch (error) {
      yield leftBehind(file.name, error);
    }
    onFile();
  }
}
