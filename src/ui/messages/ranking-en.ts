import type { ranking as zh } from './ranking-zh.ts';

/** What stands around rankings and changes in English. */
export const ranking: typeof zh = {
  rankingOf: {
    highest: (subject, year) => `Which bodies stand highest in ${year}: ${subject}?`,
    lowest: (subject, year) => `Which bodies stand lowest in ${year}: ${subject}?`,
  },
  order: 'order',
  orders: { highest: 'highest first', lowest: 'lowest first' },
  rankingLength: 'rows',
  lengthOf: (length, isMost) => (isMost ? `all, up to ${length}` : String(length)),
  equalsCut:
    'Of bodies with equal values at most five are listed, those over more cases first; a broken line stands where others are left out.',
  amountOf: (part, group, year) =>
    `What do they amount to, by ${group.toLowerCase()}${year === null ? '' : `, ${year}`}: ${part}?`,
  units: {
    proportion: 'proportion, 0 to 1',
    case: 'cases',
    item: 'items',
    difference: 'difference of proportions',
    growth: 'growth, 1 is doubled',
  },
  bestRank: 'Best rank by interval',
  worstRank: 'Worst rank by interval',
  alike: 'Bodies joined by a bracket cannot be told apart: their 95 % intervals overlap that of its first.',
  survives: (subject, year) => `Does the ranking by ${subject} of ${year} survive other definitions?`,
  survival: (definitions, listed, kept) =>
    `Ranked by ${definitions} definitions, ${kept} of the first ${listed} bodies stay among the first ${listed} wherever they are ranked.`,
  partlyRanked: (bodies) => `${bodies} of them have too few cases for a rank by some definitions.`,
  rangesShown: (bodies) => `${bodies} bodies shown`,
  firstSurvives: (name, best, worst) =>
    best === worst
      ? `${name} has rank ${best} wherever it is ranked.`
      : `${name} stands between ranks ${best} and ${worst}.`,
  survivalNote: (definitions) =>
    `The dot is the rank by the definition in force, the line runs from the best rank to the worst; compared: ${definitions}.`,
  ranksBetween: (best, worst) => `ranks ${best} to ${worst} over all definitions`,
  bestOf: 'Best rank',
  worstOf: 'Worst rank',
  definitionsOf: 'Definitions with a rank',
  change: 'Change',
  points: (change) => `${change} points`,
  againstBefore: (change) => `${change} against the year before`,
  rankOf: {
    highest: (rank, of) => `rank ${rank} of ${of}, highest first`,
    lowest: (rank, of) => `rank ${rank} of ${of}, lowest first`,
  },
  unranked: 'few cases, not ranked',
  outsideSelection: 'outside the filters, not ranked',
};
