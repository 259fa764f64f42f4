import type { ChangesMessages } from './changes-zh.ts';
import { plural } from './plural.ts';

/** What the comparison of findings says in English. */
export const changesEn: ChangesMessages = {
  title: 'Compare with an earlier dataset',
  note: 'Both datasets are audited by all rules, and held against each other by body, year, rule and place. Only what holds now is mended; what cannot be checked or has no report stands by itself.',
  earlier: 'Earlier dataset',
  choose: 'Choose',
  compare: 'Compare',
  ownFile: 'Compare with a file of your own…',
  running: (percent) => `Comparing, ${percent}% done`,
  cancel: 'Stop',
  comparedWith: (name) => `Compared with “${name}”:`,
  nothing: 'Nothing fails in either dataset.',
  changes: {
    mended: 'Mended',
    new: 'New',
    still: 'Still there',
    unchecked: 'No longer checked',
    absent: 'Report not there',
  },
  rule: 'Rule',
  bodies: (rule, change, count) => `${rule}, ${change.toLowerCase()}: ${plural(count, 'place', 'places')}`,
  more: (count) => `List ${count} more`,
  open: (rule, change, count) => `${rule} ${change.toLowerCase()}: ${count}`,
  valuesChanged: 'values changed',
  versions: 'What has become of the findings',
  versionsNote: 'Each version is audited by all rules, beside the body’s reports of other years.',
  versionsCompare: 'Compare the findings',
  versionsNothing: 'Nothing fails in either version.',
  counted: (change, count) => `${change}: ${plural(count, 'place', 'places')}`,
  inYear: (year, rule) => `${year} ${rule}`,
};
