import type { sidesZh } from './sides-zh.ts';

/** What the page of two reports side by side says in English. */
export const sidesEn: typeof sidesZh = {
  intro:
    'Choose two reports and read them line by line: every figure and indicator with its difference and change. Two years of one body, or two bodies.',
  examples: 'For example',
  ofBody: 'The body in view and its year before',
  example: (name, earlier, later) => `${name}: ${earlier} and ${later}`,
  title: (left, right) => `${left} beside ${right}`,
  report: (name, year) => `${name} ${year}`,
  left: 'Left',
  right: 'Right',
  choose: 'Choose a body',
  chooseOther: 'Another body',
  chosen: 'Not chosen yet',
  noReport: (name, year) => `The dataset has no report of “${name}” for ${year}.`,
  swap: 'Swap sides',
  withEarlier: 'Beside its year before',
  chooseSecond: 'Choose a second report, and both stand line by line.',
  sameReport: 'Both sides are the same report.',
  otherForm: (left, right) =>
    `The left is on the ${left}, the right on the ${right}: only items that both forms ask alike are subtracted; the others say “other form”.`,
  otherKind: (left, right) =>
    `The bodies are of different kinds (${left}, ${right}), so their sizes say little beside each other.`,
  otherLevel: (left, right) =>
    `The bodies are of different levels (${left}, ${right}), so their sizes say little beside each other.`,
  otherScope: 'One of them covers a whole area; the other is of its own body alone, or does not say.',
  containing: 'One of them is a government, whose figures may contain its departments.',
  figures: 'Figures of the form',
  indicators: 'Indicators',
  indicatorsNote: 'Counts stand in brackets after a rate; rates differ in points and do not grow.',
  differing: 'Differences only',
  onlyTotals: 'Of the requests only the column “total” is shown; the kinds of applicants are among all 200 items.',
  noneDiffers: 'Nothing differs.',
  counted: (parts, all) => `Of ${all} items: ${parts}.`,
  states: {
    differs: 'different',
    same: 'the same',
    'one-gap': 'a gap on one side',
    'both-gaps': 'a gap on both sides',
    'not-comparable': 'other form',
  },
  notComparable: 'other form, not comparable',
  difference: 'Difference (right less left)',
  growth: 'Change',
  csv: 'Download the comparison (CSV)',
  csvTitle: (left, right) => `${left} beside ${right}`,
  print: 'Print',
  part: 'Part',
  state: 'Result',
  ofSide: (side, column) => `${side}: ${column}`,
  counts: 'Counts',
};
