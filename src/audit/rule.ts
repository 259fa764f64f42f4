import type { Sql } from '../store/sql.ts';

/** The severities, the gravest first. */
export const SEVERITIES = ['must', 'expect', 'hint'] as const;

/**
 * What a broken rule means: `must` is arithmetic of the form, without exception; `expect` should hold, with listed
 * exceptions; `hint` is worth a look.
 */
export type Severity = (typeof SEVERITIES)[number];

/** A rule of the audit in words; its statements are made by the family it belongs to. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  /** What it demands, in a sentence. */
  readonly zh: string;
  readonly en: string;
  /** The law, the note printed in the form, or the arithmetic it rests on. */
  readonly basisZh: string;
  readonly basisEn: string;
  /** When it may be broken rightly; empty where never. */
  readonly exceptionsZh: string;
  readonly exceptionsEn: string;
}

/** The audited reports: those numbered from `from` to `to`, both included. A dataset is audited piece by piece. */
export interface ReportRange {
  readonly from: number;
  readonly to: number;
}

/** A cell that a rule reads, in the audited report or in the same body's report of the year before. */
export interface CellRead {
  readonly id: string;
  /** How many years before the audited report; 0 is the report itself. */
  readonly yearsBack: 0 | 1;
}

/** What an audit goes through. */
export interface AuditSize {
  /** Highest number of a report. */
  readonly lastReport: number;
  /** Current reports, which are audited. */
  readonly reports: number;
  /** Bodies with a current report. */
  readonly bodies: number;
}

/** Rules that one pass over the dataset checks together. Current reports are audited; others only stand beside them. */
export interface Family {
  readonly rules: readonly Rule[];
  /** Whether its rules can apply to anything in a dataset of this size; left out where they always can. */
  readonly mayApply?: (size: AuditSize) => boolean;
  /** Cells of each place that `open` gives by its number, in that order; empty where rows name their cells. */
  readonly places: readonly (readonly CellRead[])[];
  /** What its rules make of the audited reports, as a table that only `verdicts` and `open` know how to read. */
  readonly checked: (range: ReportRange) => Sql;
  /**
   * Out of that table rows of `report_id`, `rule` and `holds`, one for each report and rule that applies to it: FALSE where
   * any place fails, otherwise NULL where any cannot be checked.
   */
  readonly verdicts: (checked: Sql) => Sql;
  /** Out of it rows of `OPEN_PLACE`, one for each place where a rule does not hold. */
  readonly open: (checked: Sql) => Sql;
}

/** Columns of a place where a rule fails (`holds` is FALSE) or cannot be checked (NULL), with their types. */
export const OPEN_PLACE = {
  report_id: 'INTEGER',
  rule: 'VARCHAR',
  // Column, row, block or cell of the form, or what else the rule counts; empty for the whole report.
  at: 'VARCHAR',
  // Number of the place among those of the family, which tells its cells.
  place: 'INTEGER',
  holds: 'BOOLEAN',
  // The number that the rule demands and the one that stands there; NULL where it compares no numbers.
  expected: 'DOUBLE',
  actual: 'DOUBLE',
  // What is due and what stands there, in words.
  due: 'VARCHAR',
  said: 'VARCHAR',
  // Cells that the row names itself, comma between.
  cells: 'VARCHAR',
  span_start: 'INTEGER',
  span_end: 'INTEGER',
} as const;
