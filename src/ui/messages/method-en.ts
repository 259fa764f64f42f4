import type { Messages } from './zh.ts';

/** What the page on method says in English. */
export const method: Messages['method'] = {
  lead: (few) =>
    `All figures come from the statutory tables of each body’s annual report. A blank is never counted as zero, and no line is drawn across a year without a report. A group’s rate is the sum of its numerators over the sum of its denominators, with median, quartiles and coverage beside it; where there is nothing to divide by it is not applicable. Rates carry 95 % Wilson intervals; rates over fewer than ${few} cases are not ranked unless the reader asks for it.`,
  indicators: 'Indicators',
  indicatorsNote:
    'Each indicator is one sum of figures of the form over another; a report that leaves any of them open does not count.',
  form: 'The form',
  edition: (notice, from, to) => (to === null ? `${notice}: from report year ${from}` : `${notice}: ${from} to ${to}`),
  sums: (now, before) => `The form promises ${now} sums (${before} on the 2019 form).`,
  cells: (count) => `${count} items`,
  column: 'Column',
  unit: 'Unit',
  key: 'Key',
  since: 'Since',
  note: 'Note',
  gaps: 'Reasons of gaps',
  gapsNote: 'Where a report gives no figure there is a gap, with its reason:',
  terms: 'Terms',
};
