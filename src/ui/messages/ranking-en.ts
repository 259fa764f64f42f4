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
