import type { Correction as AnyCorrection } from '../read/correction.ts';
import type { ReadTrouble } from '../read/failure.ts';
import type { DocumentFormat } from '../read/formats/document.ts';
import type { Report } from '../read/report.ts';
import type { FileTrouble } from './file-problem.ts';
import type { ListedRow } from './kept-list.ts';

/** Why a file gave no report: what its reader says of it, or what ended the reading before its reader could say anything. */
export type KeptTrouble = ReadTrouble | Extract<FileTrouble, { what: 'unreadable' }> | { readonly what: 'no-list' };

/** A file as its reading left it, before anything a person says of it. */
export interface KeptLine {
  /** Hash of its bytes, 16 hex digits. */
  readonly id: string;
  /** Its place in the order in which files were given. */
  readonly place: number;
  /** Its path as given: `folder/name`, or `archive.zip/inner/name`. */
  readonly file: string;
  readonly size: number;
  /** Null where it could not be told. */
  readonly format: DocumentFormat | null;
  /** Null where it was read. */
  readonly trouble: KeptTrouble | null;
  /** What the document says of itself. */
  readonly body: string | null;
  readonly year: number | null;
  /** Date of publication, YYYY-MM-DD. */
  readonly published: string | null;
  readonly cells: number;
  readonly gaps: number;
  /** Version of the readers that read it. */
  readonly reader: string;
  /** Which row of a list it is; its file is the list then, and only the list can be removed. */
  readonly listed?: ListedRow;
}

/** What a person says of a report, by hand or in a sidecar; it goes before what the document says of itself. */
export interface KeptIdentity {
  readonly body: string | null;
  readonly year: number | null;
  /** From the province down, e.g. `河南省平顶山市叶县`. */
  readonly region: string | null;
  /** Address that it was published at, where known. */
  readonly source?: string | null;
}

/** Nothing said by hand. */
export const NO_IDENTITY: KeptIdentity = { body: null, year: null, region: null };

/** A correction that says over which figure it was made; null where that was a gap. */
export type Correction = AnyCorrection & { readonly before: number | null };

/** A correction of a kept report, with the figure as it is read now. */
export interface KeptCorrection extends AnyCorrection {
  readonly before: number | null;
  /** Null where it is a gap. */
  readonly read: number | null;
}

/** Whether a file was read whole, with gaps, not at all, or has figures that a person must type. */
export const KEPT_STATUSES = ['read', 'gaps', 'failed', 'transcribe'] as const;

/** Whether a file was read whole, with gaps, not at all, or has figures that a person must type. */
export type KeptStatus = (typeof KEPT_STATUSES)[number];

/** A line of the list of the reader's own reports: a file with everything that is known of it, but not its figures. */
export interface KeptReport extends KeptLine {
  readonly status: KeptStatus;
  /** How many corrections it has. */
  readonly corrections: number;
  /** How many of them were made over another reading than today's, and differ from that too. */
  readonly outdated: number;
}

/** One of the reader's own reports, whole. */
export interface OpenedReport {
  readonly kept: KeptReport;
  /** Null where the file gave no report. */
  readonly report: Report | null;
  readonly identity: KeptIdentity;
  readonly corrections: readonly KeptCorrection[];
  /** The bytes as given; null where they could not be kept. */
  readonly source: Blob | null;
}

function statusOf({ trouble }: KeptLine, cells: number, gaps: number): KeptStatus {
  if (trouble !== null) return trouble.what === 'needs-transcription' ? 'transcribe' : 'failed';
  return gaps === 0 && cells > 0 ? 'read' : 'gaps';
}

/** Whether something else is read now than when a correction was made, and not what the person said: it must be looked at again. */
export const isOutdated = ({ before, read, after }: KeptCorrection): boolean => before !== read && read !== after;

/** A line of the list: what was read of a file, what a person says of it, and the figures they corrected. */
export function keptReport(line: KeptLine, identity: KeptIdentity, corrections: readonly KeptCorrection[]): KeptReport {
  const filled = corrections.filter(({ read, after }) => read === null && after !== null).length;
  const emptied = corrections.filter(({ read, after }) => read !== null && after === null).length;
  const cells = line.cells + filled - emptied;
  const gaps = Math.max(0, line.gaps - filled + emptied);
  return {
    ...line,
    body: identity.body ?? line.body,
    year: identity.year ?? line.year,
    cells,
    gaps,
    status: statusOf(line, cells, gaps),
    corrections: corrections.length,
    outdated: corrections.filter(isOutdated).length,
  };
}
