import { plural } from './plural.ts';
import type { Messages } from './zh.ts';

/** What figures corrected by hand say of themselves in English. */
export const correctedEn: Messages['corrected'] = {
  column: 'Corrected by hand',
  changed: (cell, read, counted) => `${cell}: read as ${read}, corrected by hand to ${counted}`,
  filled: (cell, counted) => `${cell}: read as a gap, filled by hand with ${counted}`,
  struck: (cell, read) => `${cell}: read as ${read}, struck out by hand`,
  outdated: ' (the source has been read anew since, and differently: look again)',
  place: (name, year) => `${name} ${year}, `,
  inside: (count) => `${plural(count, 'figure', 'figures')} in it corrected by hand`,
  note: (count, who) =>
    `${plural(count, 'figure', 'figures')} here ${count === '1' ? 'is' : 'are'} corrected by hand (${who}) and count as corrected; what was read stands in the tips, the table and the CSV.`,
  who: (name, years) => `${name} ${years}`,
  moreBodies: (count) => ` and ${plural(count, 'more body', 'more bodies')}`,
  more: (count) => `${count} more`,
  beyond: (count) => `There are too many to mark each: ${count} of earlier years are not marked.`,
  facts: (count) => `${plural(count, 'figure', 'figures')} corrected by hand`,
  inReport: (count) => `${count} corrected by hand`,
  read: (read) => `read as ${read}`,
  readGap: 'read as a gap',
};
