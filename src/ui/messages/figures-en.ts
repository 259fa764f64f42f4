import type { figuresZh } from './figures-zh.ts';

/** What is said in English of the figures that set bodies against chance and against each other. */
export const figuresEn: typeof figuresZh = {
  sections: { ranking: 'Ranking', years: 'Over the years', spread: 'Distribution', parts: 'What it is made of' },
  heatOf: (subject) => `What is the ${subject} of the ranked bodies, year by year?`,
  known: (bodies, known, all, missing) =>
    `${bodies} bodies; ${known} of ${all} body-years have a value${missing ? `; missing: ${missing}` : ''}.`,
  heatBreak: 'The form changed at the dotted line.',
  sortedBy: 'Sorted by',
  reasonsOf: (group, year) =>
    year === null
      ? `For which reasons was access refused, by ${group.toLowerCase()}?`
      : `For which reasons was access refused in ${year}, by ${group.toLowerCase()}?`,
  mostGiven: (reason, share) => `The reason given most is ${reason}: ${share}.`,
  noRefusals: 'No refusals are given.',
  reasonsNote:
    'The shade is the share of the reason in all refusals of its row, whose number stands after its name. Rows are chosen together with those of the composition.',
  reason: 'Reason',
  refused: 'Refused',
  shareOfRefusals: 'Of all refusals',
  given: 'Reports that give it',
  reports: 'Reports',
  funnelOf: (subject, year) => `Do bodies differ in ${subject} of ${year} by more than chance?`,
  cases: 'Cases (denominator)',
  common: 'all together',
  inner: '95 % limits',
  outer: '99.8 % limits',
  places: {
    within: 'within the limits',
    'below-inner': 'below the 95 % limit',
    'above-inner': 'above the 95 % limit',
    'below-outer': 'below the 99.8 % limit',
    'above-outer': 'above the 99.8 % limit',
  },
  place: 'Against the limits',
  beyond: (bodies, above, below, outside) =>
    `${outside} of ${bodies} bodies lie beyond the 99.8 % limits (${above} above, ${below} below);`,
  byChance: (expected) => `by chance alone at most about ${expected} would, if all had the same true rate.`,
  moreThanChance: 'Chance does not explain the differences.',
  asByChance: 'The differences stay within what chance gives.',
  noCases: (bodies) => `${bodies} bodies without a value are not drawn.`,
  funnelNote:
    'Between the solid lines lie 99.8 % of all bodies with so many cases where each has the rate of all together as its true rate (exact quantiles of the binomial distribution, their ends included); the dashed lines mark 95 %.',
};
