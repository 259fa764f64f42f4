import type { Edition } from '../form/edition.ts';
import type { PlannedGaps } from './gaps.ts';
import type { DemonstrationBody } from './province.ts';
import type { Sheet } from './sheet.ts';

/** An error planted in a report: what was done, and which rules must find it whatever else it breaks. */
export interface Plant {
  /** Key of the kind of error. */
  readonly kind: string;
  /** What was done, in words. */
  readonly what: string;
  /** Rules that the figures alone do not show to be broken: what the kind itself names. */
  readonly rules: readonly string[];
  /** Cell that those rules name; empty where they are about the whole report. */
  readonly at: string;
  /** Places of the figures that were changed; empty where only the date was. */
  readonly changed: readonly number[];
}

/** A report as it is published: the truth of the year, what became of it on the form, and when it came out. */
export interface DraftReport {
  readonly body: DemonstrationBody;
  readonly year: number;
  readonly edition: Edition;
  readonly truth: Sheet;
  /** The figures as published, planted errors in them; the truth itself where there are none. */
  readonly figures: Sheet;
  readonly gaps: PlannedGaps;
  /** Date of publication, YYYY-MM-DD. */
  readonly published: string;
  /** The date it would have come out without a planted delay. */
  readonly due: string;
  readonly plant: Plant | null;
}

/** Whether a report gives all its figures and all of them are true. */
export const isSound = (report: DraftReport | null | undefined): report is DraftReport =>
  report != null && report.gaps.size === 0 && report.plant === null;
