import { drainBytes, readBytes, STANDARD_INPUT, systemReason, type FoundFile } from '../host/files.ts';
import { ReadFailure, type FailureCode } from '../read/failure.ts';
import { readReport } from '../read/reader.ts';
import type { Report } from '../read/report.ts';
import { NO_SIDECAR, parseSidecar, SidecarError, type Sidecar } from '../read/sidecar.ts';
import type { Filing } from '../store/filing.ts';

/** What became of one file of the inputs; every file becomes exactly one of these. */
export type Intake = ReportIntake | FiguresIntake | RegistryIntake | LeftIntake;

/** A document that was read; its identity is the sidecar's, then the document's own. */
export interface ReportIntake {
  readonly kind: 'report';
  readonly name: string;
  readonly report: Report;
  readonly body: string | null;
  readonly year: number | null;
  readonly region: string | null;
  readonly url: string | null;
  /** Why the sidecar beside it was ignored; null where it was used or there is none. */
  readonly sidecarProblem: string | null;
}

/** A list of figures: its body-years, and what in it could not be used. */
export interface FiguresIntake {
  readonly kind: 'figures';
  readonly name: string;
  readonly filings: readonly Filing[];
  /** Each with the line it stands on. */
  readonly problems: readonly string[];
}

/** A registry of bodies, as text. */
export interface RegistryIntake {
  readonly kind: 'registry';
  readonly name: string;
  readonly text: string;
}

/** A file that gave nothing: `skipped` is no report or in a format not read yet, `failed` should have been read. */
export interface LeftIntake {
  readonly kind: 'skipped' | 'failed';
  readonly name: string;
  readonly code: FailureCode | 'aside' | 'unreadable' | 'unexpected';
  readonly reason: string;
}

const SKIPPED: ReadonlySet<FailureCode> = new Set(['not-a-report', 'format-unsupported', 'empty']);
const DATASET = /\.duckdb(\.wal)?$/i;

async function readSidecar(path: string | null): Promise<{ sidecar: Sidecar; problem: string | null }> {
  if (path === null) return { sidecar: NO_SIDECAR, problem: null };
  try {
    return { sidecar: parseSidecar(new TextDecoder().decode(await readBytes(path))), problem: null };
  } catch (error) {
    return { sidecar: NO_SIDECAR, problem: error instanceof SidecarError ? error.message : systemReason(error) };
  }
}

function leftBehind(name: string, error: unknown): LeftIntake {
  if (error instanceof ReadFailure) {
    return { kind: SKIPPED.has(error.code) ? 'skipped' : 'failed', name, code: error.code, reason: error.message };
  }
  const code = error instanceof Error && 'syscall' in error ? 'unreadable' : 'unexpected';
  return { kind: 'failed', name, code, reason: systemReason(error) };
}

async function readFile(file: FoundFile, stdin: AsyncIterable<Uint8Array>): Promise<Intake> {
  const { name } = file;
  if (file.aside !== null) return { kind: 'skipped', name, code: 'aside', reason: file.aside };
  if (DATASET.test(name)) return { kind: 'skipped', name, code: 'not-a-report', reason: 'a dataset, not a document' };
  try {
    const bytes = await (name === STANDARD_INPUT ? drainBytes(stdin) : readBytes(file.path));
    const report = readReport(bytes, name);
    const { sidecar, problem } = await readSidecar(file.sidecar);
    return {
      kind: 'report',
      name,
      report,
      body: sidecar.body ?? report.body,
      year: sidecar.year ?? report.year,
      region: sidecar.region,
      url: sidecar.source,
      sidecarProblem: problem === null ? null : `${name}.json: ${problem}`,
    };
  } catch (error) {
    return leftBehind(name, error);
  }
}

/** Reads the files one after the other, holding one in memory at a time; nothing that is wrong with one stops the rest. */
export async function* readIntake(files: readonly FoundFile[], stdin: AsyncIterable<Uint8Array>): AsyncGenerator<Intake> {
  for (const file of files) yield await readFile(file, stdin);
}
