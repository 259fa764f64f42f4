import type { zhBody } from './zh-body.ts';

/** What the page of one body says in English. */
export const enBody: typeof zhBody = {
  all: 'All bodies',
  another: 'Find another body',
  otherNames: (names) => `Other names: ${names}`,
  nameYears: (name, from, to) =>
    from === null ? (to === null ? name : `${name} (until ${to})`) : `${name} (${from}–${to ?? ''})`,
  compare: 'Compare with others',
  csv: 'Download every figure (CSV)',
  csvTitle: (name) => `${name} figures`,
  reports: 'Reports',
  edition: 'Form',
  editions: { '2019': 'form of 2019', '2021': 'form of 2021' },
  unknownEdition: 'not recorded',
  publishedOn: 'Published',
  scopes: { own: 'its own figures only', area: 'the whole area' },
  known: 'Figures',
  knownOf: (known, all) => `${known} of ${all} known`,
  noGaps: 'no gap',
  absent: (years) => `The dataset has no report of this body for ${years}; that does not mean that none was published.`,
  trends: 'How have its main figures gone?',
  trendsNote:
    'Each chart has its own scale. A hatched mark has no figure and says why; at the dotted line a new form begins, which counts differently.',
  neverGiven: (names) => `Never given: ${names}.`,
  inYear: (value, year) => `${value} (${year})`,
  latest: (year, parts) => `${year}: ${parts}.`,
  change: (name, first, from, last, to) => `${name} went from ${from} in ${first} to ${to} in ${last}.`,
  figures: 'Figures of the form',
  figuresNote: 'Of the requests only the column “total” is shown; the kinds of applicants are among all 200 items.',
  quoted: (raw) => `“${raw}”`,
  cellId: 'Id',
  column: 'Column',
  unit: 'Unit',
  gapReason: 'Reason of the gap',
  foundText: 'Text found',
};
