import { plural } from './plural.ts';
import type { WorklistMessages } from './worklist-zh.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** What the page of a worklist says in English. */
export const worklistEn: WorklistMessages = {
  open: {
    selection: 'Worklist of this selection',
    body: 'Worklist of this body',
    report: 'Worklist of this report',
  },
  about:
    'A worklist to print or save: each place with the official labels of its cells, what stands there, what is due, what that rests on, and room for the reply.',
  back: 'Back to the audit',
  counts: (reports, bodies) =>
    `There is something to check in ${plural(reports, 'report', 'reports')} of ${plural(bodies, 'body', 'bodies')}.`,
  shown: (findings, letters) =>
    `This page lists ${plural(findings, 'place', 'places')} of ${plural(letters, 'body', 'bodies')}.`,
  left: (bodies) =>
    `It has no room for ${plural(bodies, 'more body', 'more bodies')}: choose less to print, or save the spreadsheet.`,
  nothing: 'Nothing fails in these reports by these rules.',
  nothingOpen: 'Nothing fails in these reports by these rules, and nothing is left open.',
  unknown: 'This dataset has no such body or report.',
  only: (rule) => `Only the rule ${rule} is listed.`,
  allRules: 'List all rules',
  withOpen: 'List what cannot be checked too',
  withDismissed: 'List what was dismissed too',
  dismissedLeft: (findings) =>
    `${plural(findings, 'place that a reviewer has dismissed is', 'places that reviewers have dismissed are')} left out of the letters.`,
  review: 'Review',
  xlsx: 'Save as spreadsheet (XLSX)',
  csv: 'Save as CSV',
  print: 'Print',
  making: (percent) => `Making the file, ${percent}% done`,
  opening: (percent) => `Looking for what there is to check, ${percent}% done`,
  stop: 'Stop',
  stopped: 'The search was not finished.',
  again: 'Search again',
  made: (findings) => `Saved ${plural(findings, 'place', 'places')}.`,
  madeWithout: (dismissed) => `${plural(dismissed, 'dismissed place', 'dismissed places')} left out.`,
  madePartly: (findings, left, reports) =>
    `Saved ${plural(findings, 'place', 'places')}. The spreadsheet has no room for ${left} more${reports === null ? '' : `, nor for the ${plural(reports, 'report', 'reports')} after them`}: choose less, or save the CSV.`,
  fileName: 'worklist',
  manyBodies: (count) => plural(count, 'body', 'bodies'),
  title: 'Annual report on open government information: worklist',
  addressee: (body) => `To ${body}:`,
  intro: (years, findings) =>
    `Held against the Regulations on Open Government Information and the form of the annual report, your report of ${years} has ${plural(findings, 'place', 'places')} to be checked, listed below. Please compare each with your records and write the result beside it; where the report is wrong, give the right figure.`,
  caveat:
    'This list was made by a program from reports that it read, and it may have read them wrongly: the report itself decides. A cell without a figure gives its reason and never counts as zero.',
  reportOf: (numeral, year) => `${numeral}. Report of ${year}`,
  numerals: '123456789',
  source: 'Source',
  item: (number, text) => `${number}. ${text}`,
  found: (outcome, text) => `${outcome}: ${text}`,
  cell: 'Row',
  column: 'Column',
  stands: 'Figure',
  role: 'In the arithmetic',
  ofYear: (year, text) => `${year}: ${text}`,
  asRead: (value) => `(corrected by a person; read as ${value})`,
  moreCells: (count) => `${plural(count, 'more cell', 'more cells')}: see the spreadsheet.`,
  sums: { expected: 'Expected', actual: 'Actual', difference: 'Difference' },
  times: (factor) => ` (times ${factor})`,
  sentence: 'As published',
  basis: 'Basis',
  exceptions: 'Exceptions',
  explanation: 'Possible cause (a guess; published figures are never changed)',
  reply: 'Reply',
  replies: ['The report is wrong; the right figure is', 'The report is right, because'],
  labelled: (label, text) => `${label}: ${text}`,
  closing: 'Please reply in writing by ____________________.',
  signature: '(auditing office)',
  date: (year, month, day) => `${day} ${MONTHS[month - 1] ?? month} ${year}`,
  dataset: (name, fingerprint) => `Dataset: ${name} (fingerprint ${fingerprint})`,
  madeOn: (date) => `Made on ${date}`,
  synthetic: 'Demonstration data: bodies and figures are all made up and must not be quoted',
};
