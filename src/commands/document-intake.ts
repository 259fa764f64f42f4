import { readBytes, readTextPieces, readTextStart, systemReason, type FoundFile } from '../host/files.ts';
import { openPdf } from '../host/pdf-node.ts';
import { joinMappings, type ColumnMapping } from '../read/column-mapping.ts';
import type { Correction } from '../read/correction.ts';
import { addressDisagreement } from '../read/file-name.ts';
import { ReadFailure, type FailureCode } from '../read/failure.ts';
import { readFigureSheets } from '../read/figures-sheets.ts';
import { openWorkbook, type Openers } from '../read/formats/open-document.ts';
import { sniff } from '../read/formats/sniff.ts';
import { openSheets } from '../read/formats/spreadsheet.ts';
import { readDocument, readOpened } from '../read/reader.ts';
import type { Report } from '../read/report.ts';
import { textPieces } from '../read/text-pieces.ts';
import { takeList } from './list-intake.ts';
import { NO_SIDECAR, parseSidecar, SidecarError, type Sidecar } from '../read/sidecar.ts';
import { typedReport } from '../read/typed-report.ts';

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
const LIGHT_BYTES = 1e6;
const OPENERS: Openers = { pdf: openPdf };

/** What is said of a file that could not be read. */
export function leftBehind(name: string, error: unknown): LeftIntake {
  if (error instanceof ReadFailure) {
    return { kind: SKIPPED.has(error.code) ? 'skipped' : 'failed', name, code: error.code, reason: error.message };
  }
  const code = error instanceof Error && 'syscall' in error ? 'unreadable' : 'unexpected';
  return { kind: 'failed', name, code, reason: systemReason(error) };
}

/** Small enough to be read in the thread that prints: characters alone, whose reading takes seconds at the very worst. */
export const isLight = (bytes: Uint8Array, name: string): boolean =>
  bytes.length <= LIGHT_BYTES && !/\.csv$/i.test(name) && sniff(bytes).kind === 'characters';

/** Where the bytes of a document lie, as another thread can be told: on the disk, or at hand. */
export type DocumentPlace =
  FoundFile | { readonly name: string; readonly bytes: Uint8Array; readonly sidecar: Uint8Array | null };

/** A file to be read, wherever its bytes lie: on the disk, in an archive, on standard input. */
export interface Content {
  readonly name: string;
  readonly place: DocumentPlace;
  bytes(): Promise<Uint8Array>;
  /** Its text piece by piece, for lists of any length. */
  pieces(): AsyncIterable<string>;
  /** The first piece of its text. */
  start(): Promise<string>;
  /** The bytes of the sidecar beside it; null where there is none. */
  sidecar(): Promise<Uint8Array | null>;
}

const HEAD_BYTES = 65_536;

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

/** A file whose bytes are at hand: one of an archive, or standard input. */
export const inMemory = (name: string, bytes: Uint8Array, sidecar: Uint8Array | null): Content => ({
  name,
  place: { name, bytes, sidecar },
  bytes: () => Promise.resolve(bytes),
  pieces: () => textPieces(inOnePiece(bytes)),
  start: async () => {
    for await (const piece of textPieces(inOnePiece(bytes.subarray(0, HEAD_BYTES)))) return piece;
    return '';
  },
  sidecar: () => Promise.resolve(sidecar),
});

/** A file of the disk, whose bytes are at hand where it is small. */
export function onDisk(file: FoundFile, bytes: Uint8Array | null): Content {
  const { name, path, sidecar } = file;
  const content = bytes
    ? inMemory(name, bytes, null)
    : { name, bytes: () => readBytes(path), pieces: () => readTextPieces(path), start: () => readTextStart(path) };
  return { ...content, place: file, sidecar: async () => (sidecar === null ? null : readBytes(sidecar)) };
}

/** What stands beside a file, and the words of what cannot be used of it. */
export async function readSidecar(content: Content): Promise<{ sidecar: Sidecar; ignored: readonly ProblemIntake[] }> {
  try {
    const bytes = await content.sidecar();
    return { sidecar: bytes === null ? NO_SIDECAR : parseSidecar(new TextDecoder().decode(bytes)), ignored: [] };
  } catch (error) {
    const problem = error instanceof SidecarError ? error.message : systemReason(error);
    const message = `sidecar ignored: ${problem}`;
    return { sidecar: NO_SIDECAR, ignored: [{ kind: 'problem', name: `${content.name}.json`, line: null, message }] };
  }
}

/** Reads a document, or takes what its sidecar says of one that cannot be read, such as a scan whose figures were typed. */
async function readOrTyped(bytes: Uint8Array, name: string, { year, corrections }: Sidecar): Promise<Report> {
  try {
    return await readDocument(bytes, name, OPENERS);
  } catch (error) {
    if (!(error instanceof ReadFailure) || year === null || corrections.length === 0) throw error;
    return typedReport(year);
  }
}

async function readOne(content: Content, mapping: ColumnMapping): Promise<readonly Intake[]> {
  const { name } = content;
  const bytes = await content.bytes();
  const sheets = await openWorkbook(bytes, name);
  const { sidecar, ignored } = await readSidecar(content);
  const list = sheets && readFigureSheets(sheets, joinMappings(sidecar.mapping, mapping));
  if (list) {
    const intakes: Intake[] = [...ignored];
    for await (const intake of takeList(name, list, sidecar.rows)) intakes.push(intake);
    return intakes;
  }
  const report = sheets ? readOpened(openSheets(sheets, name)) : await readOrTyped(bytes, name, sidecar);
  const { source, body, year, region, corrections } = sidecar;
  const reportYear = year ?? report.year;
  const evidence = addressDisagreement(source, reportYear);
  return [
    ...ignored,
    {
      kind: 'report',
      name,
      from: 'document',
      report: { ...report, evidence: [...report.evidence, ...evidence] },
      body: body ?? report.body,
      year: reportYear,
      region,
      url: source,
      corrections,
    },
  ];
}

/**
 * Reads one document with its sidecar, or the lists of a spreadsheet; what went wrong is an intake too, so that nothing but
 * the end of the thread it runs in is ever thrown.
 */
export async function takeDocument(content: Content, mapping: ColumnMapping): Promise<readonly Intake[]> {
  try {
    return await readOne(content, mapping);
  } catch (error) {
    return [leftBehind(content.name, error)];
  }
}
