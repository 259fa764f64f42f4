import { applyCorrections, isChange } from '../store/corrected-report.ts';
import type { Filing, FilingSource } from '../store/filing.ts';
import { STORED_GAP_REASONS, type StoredGapReason } from '../store/gap-reason.ts';
import type { LeftIntake, ProblemIntake, ReportIntake } from './document-intake.ts';

/** A problem of a file, where it first stood, and how often the file has it. */
export interface RepeatedProblem extends Omit<ProblemIntake, 'kind'> {
  times: number;
}

/** A document that cannot be stored until somebody says whose report it is, or of which year. */
export interface Unidentified {
  readonly name: string;
  readonly missing: readonly ('body' | 'year')[];
}

/** What is missing of a report's identity, without the report itself. */
export function unidentified({ name, body, year }: ReportIntake): Unidentified {
  return {
    name,
    missing: [...(body === null ? (['body'] as const) : []), ...(year === null ? (['year'] as const) : [])],
  };
}

/** What a build took in and what it left, counted and named. */
export class Tally {
  readonly reports: Record<FilingSource['kind'], number> = { document: 0, figures: 0, synthetic: 0 };
  readonly gaps: Record<StoredGapReason, number>;
  /** Figures that a person corrected, and those of them that were made over another reading. */
  readonly corrections = { figures: 0, outdated: 0 };
  readonly skipped: LeftIntake[] = [];
  readonly failed: Omit<LeftIntake, 'kind'>[] = [];
  readonly unidentified: Unidentified[] = [];
  /** Ignored sidecars, and entries of lists that could not be used; each message of a file once. */
  readonly problems = new Map<string, RepeatedProblem>();

  constructor() {
    this.gaps = Object.fromEntries(STORED_GAP_REASONS.map((reason) => [reason, 0])) as Record<StoredGapReason, number>;
  }

  /** Counts a filing that goes into the dataset. */
  take({ source, report, corrections: made = [] }: Filing): void {
    this.reports[source.kind] += 1;
    const { figures, gaps, corrections } = applyCorrections(report, made);
    const filled = new Set(corrections.length === 0 ? [] : figures.map(({ id }) => id));
    for (const { id, reason } of gaps) if (!filled.has(id)) this.gaps[reason] += 1;
    this.corrections.figures += corrections.filter(isChange).length;
    this.corrections.outdated += corrections.filter(({ isOutdated }) => isOutdated).length;
  }

  /** Counts a problem; the same message again in the same file only adds to its number. */
  note({ name, line, message }: Omit<ProblemIntake, 'kind'>): void {
    const key = `${name}\u001f${message}`;
    const known = this.problems.get(key);
    if (known) known.times += 1;
    else this.problems.set(key, { name, line, message, times: 1 });
  }

  /** Counts a file that gave nothing. */
  leave(intake: LeftIntake): void {
    (intake.kind === 'skipped' ? this.skipped : this.failed).push(intake);
  }
}
