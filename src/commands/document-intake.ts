import { drainBytes, readBytes, STANDARD_INPUT, systemReason, type FoundFile } from '../host/files.ts';
import { openPdf } from '../host/pdf-node.ts';
import type { Correction } from '../read/correction.ts';
import { ReadFailure, type FailureCode } from '../read/failure.ts';
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

/** What is said of a file that could not be read. */
export function leftBehind(name: string, error: unknown): LeftIntake {
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

/**
 * Reads one document with its sidecar; what went wrong is an intake too, so that nothing but the end of the thread it
 * runs in is ever thrown.
 */
export async function takeDocument(
  { name, path, sidecar: beside }: FoundFile,
  stdin: AsyncIterable<Uint8Array> | null = null,
): Promise<readonly Intake[]> {
  try {
    const bytes = await (stdin !== null && name === STANDARD_INPUT ? drainBytes(stdin) : readBytes(path));
    const report = await readDocument(bytes, name, OPENERS);
    const { sidecar, problem } = await readSidecar(beside);
    const { source, body, year, region, corrections } = sidecar;
    const ignored: ProblemIntake[] =
      problem === null
        ? []
        : [{ kind: 'problem', name: `${name}.json`, line: null, message: `sidecar ignored: ${problem}` }];
    return [
      ...ignored,
      {
        kind: 'report',
        name,
        from: 'document',
        report,
        body: body ?? report.body,
        year: year ?? report.year,
        region,
        url: source,
        corrections,
      },
    ];
  } catch (error) {
    return [leftBehind(name, error)];
  }
}
