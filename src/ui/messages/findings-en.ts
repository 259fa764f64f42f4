import { plural } from './plural.ts';
import type { Messages } from './zh.ts';

/** The sentences that state what a chart finds, in English. */
export const findings: Messages['findings'] = {
  space: ' ',
  coverage: (given, reports) => `given by ${given} of ${plural(reports, 'report', 'reports')}`,
  noReports: (year) => `No report for ${year} lies within the filters.`,
  noValue: (year, subject, coverage) => `Nothing to compare for ${year}: ${subject} (${coverage}).`,
  total: (year, subject, value, coverage) => `${year}, ${subject}: ${value} in all (${coverage}).`,
  middle: (median, lower, upper) =>
    `The median body has ${median}; the middle half lies between ${lower} and ${upper}.`,
  highest: (name, value) => `Highest: ${name}, ${value}.`,
  lowest: (name, value) => `Lowest: ${name}, ${value}.`,
  nobodyListed: 'No body can be ranked.',
  shared: (count) => `${count} bodies share the first place.`,
  sharedSome: (count, shown) => `${count} bodies share the first place; ${shown} of them are listed.`,
  fewLeftOut: (count, few) => `${plural(count, 'body is', 'bodies are')} left out, with fewer than ${few} cases each.`,
  withoutValue: (count, why) => `${plural(count, 'body has', 'bodies have')} no value: ${why}.`,
  counted: (name, count) => `${name} ${count}`,
  reach: (bodies, low, high, zeros) =>
    `${plural(bodies, 'body has', 'bodies have')} a value, from ${low} to ${high}; ${zeros} of them have zero.`,
  within: (coverage) => ` (${coverage})`,
  noTotal: (year, subject) => `No report for ${year} gives this figure: ${subject}.`,
  from: (reports) => ` from ${plural(reports, 'report', 'reports')}`,
  oneYear: (year, subject, value) => `Only ${year} has figures. ${subject}: ${value} in all.`,
  change: (subject, first, from, last, to) => `${subject}: ${from} in ${first}; ${to} in ${last}.`,
  uneven: (first, last) =>
    `The ends rest on numbers of reports more than a fifth apart (${first} and ${last}), not on the same bodies.`,
  formChange: {
    recounted: 'The form of 2021 does not count it quite as the one before.',
    'not-asked': 'The form before 2021 does not ask for it.',
  },
  zeroGroups: (names, count) => `${plural(count, 'group has', 'groups have')} zero: ${names}.`,
  groups: (year, top, topValue, bottom, bottomValue) =>
    `${year}: highest ${top}, ${topValue}; lowest ${bottom}, ${bottomValue}.`,
  oneGroup: (year, group, value) => `${year}: ${group} alone has figures, ${value}.`,
  groupsShown: (shown, groups) => `Drawn are ${shown} of ${groups} groups, those that give it most often.`,
  bothGiven: (year, both, reports, x, y) =>
    `${both} of ${plural(reports, 'report', 'reports')} for ${year} give both; medians: ${x}, ${y}.`,
  oneGiven: (onlyX, onlyY, neither, x, y) =>
    `Not drawn: ${onlyX} that give ${x} alone, ${onlyY} that give ${y} alone, ${neither} that give neither.`,
  inYear: (year) => `${year}: `,
  corrected: (kind, concluded, corrected) => `${kind}, ${concluded} concluded, ${corrected} corrected`,
  withoutFigure: (names) => `Without figures: ${names}.`,
  largestPart: (whole, part, value) => `${whole}: ${part} is the largest part, ${value}.`,
  largestGroup: (whole, part, value) => `${whole} has the most ${part}: ${value}.`,
};
