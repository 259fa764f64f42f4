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
  peers: (year) => `How does it stand among its peers in ${year}?`,
  group: (kind, level, place, count) =>
    `Of the same year, kind (${kind}) and level (${level}) there are ${count} others ${place}`,
  places: {
    city: 'in the same city',
    province: 'in the same province (fewer than 5 in the city)',
    dataset: 'in the whole dataset (fewer than 5 in the province)',
  },
  nearest: (count) => `; the ${count} nearest by the ratio of requests handled (received where not given) are taken.`,
  whole: '; all of them are taken.',
  noPeers: (year) => `The dataset has no other body of the same kind and level in ${year}.`,
  indicator: 'Indicator',
  own: 'This body',
  median: 'Median of peers',
  quartiles: 'P25–P75',
  rank: 'Percentile',
  stripColumn: 'Peers',
  percentile: (percent) => `${percent} %`,
  peersNote: (few, fewest) =>
    `Percentile: the share of peers with a lower value, equal ones counted half; the body itself left out. Rates over fewer than ${few} cases do not count, those of the body are grey; with fewer than ${fewest} peers that have a value there is no median and no percentile. The strip begins at zero: circles are peers, the diamond is this body, the line the median, the band P25–P75.`,
  peerNames: (count) => `These ${plural(count, 'body', 'bodies')}`,
  handled: (count) => plural(count, 'request', 'requests'),
  strip: (own, n, median, lower, upper) =>
    `this body ${own}; median of ${plural(n, 'peer', 'peers')} ${median}, P25–P75 ${lower} to ${upper}`,
};
