import type { Intake, ProblemIntake, LeftIntake } from './document-intake.ts';
import { reportLine } from './report-line.ts';

/** A report as `nianbao read` prints it. */
export interface LineIntake {
  readonly kind: 'line';
  readonly name: string;
  readonly line: string;
}

/** How what comes of the files is told: a thread hands over a line far more cheaply than a report. */
export interface ToldAs {
  readonly reports: Intake;
  readonly lines: LineIntake | ProblemIntake | LeftIntake;
}

/** What comes of a file, told either way. */
export const TELL: { readonly [As in keyof ToldAs]: (intake: Intake) => ToldAs[As] } = {
  reports: (intake) => intake,
  lines: (intake) =>
    intake.kind === 'report'
      ? { kind: 'line', name: intake.name, line: JSON.stringify(reportLine(intake.name, intake, intake.report)) }
      : intake,
};
