import { GAP_REASONS, type GapReason } from '../read/report.ts';
import type { Filing, FilingSource } from '../store/filing.ts';

/** A document without body or year: it cannot be stored until somebody says whose it is. */
export interface Unidentified {
  readonly name: string;
  readonly missing: readonly ('body' | 'year')[];
}

/** What a build took in and what it left, counted and named. */
export class Tally {
  reports = 0;
  readonly byKind: Record<FilingSource['kind'], number> = { document: 0, figures: 0, synthetic: 0 };
  readonly gaps: Record<GapReason, number>;
  readonly unidentified: Unidentified[] = [];
  /** Lines `name: reason (code)`. */
  readonly skipped: string[] = [];
  readonly failed: string[] = [];
  /** Bad sidecars, and entries of lists that could not be used, each with its place. */
  readonly problems: string[] = [];
  readonly #perBodyYear = new Map<string, number>();
  readonly #bodies = new Set<string>();
  readonly #years = new Set<number>();

  constructor() {
    this.gaps = Object.fromEntries(GAP_REASONS.map((reason) => [reason, 0])) as Record<GapReason, number>;
  }

  /** Counts a filing that goes into the dataset. */
  take({ source, body, year, region, report }: Filing): void {
    this.reports += 1;
    this.byKind[source.kind] += 1;
    for (const { reason } of report.gaps) this.gaps[reason] += 1;
    const bodyKey = `${region ?? ''}\u001f${body}`;
    const bodyYear = `${bodyKey}\u001f${year}`;
    this.#bodies.add(bodyKey);
    this.#years.add(year);
    this.#perBodyYear.set(bodyYear, (this.#perBodyYear.get(bodyYear) ?? 0) + 1);
  }
}
