import { plural } from './plural.ts';
import type { reportFormZh } from './report-form-zh.ts';

/** What the form of one report on the page of its body says in English. */
export const reportFormEn: typeof reportFormZh = {
  title: (year, form) => `Report of ${year} (${form})`,
  years: 'Years with a report',
  earlier: (year) => `the year before: ${year}`,
  later: (year) => `the year after: ${year}`,
  auditing: 'Audit: holding the report against every rule …',
  findings: (count) =>
    `Audit: ${plural(count, 'place', 'places')} that do not hold, in dashed frames below; follow one to its arithmetic.`,
  noFinding: 'Audit: nothing that does not hold; the page of the audit tells what cannot be checked.',
  noText: 'The dataset holds no text of this section.',
  noTextAtAll: 'The dataset holds no text of this report, only the figures of its form.',
  markedCell: (value, finding) => `${value}, audit: ${finding}`,
  otherForm: (form) => `Items also given on the ${form}`,
  noSuchYear: (year) => `The dataset has no report of this body for ${year}; its latest one is shown.`,
};
