import type { paletteZh } from './palette-zh.ts';

/** What the search over everything says in English. */
export const paletteEn: typeof paletteZh = {
  open: 'Find',
  title: 'Find a page, subject, body or dataset',
  hint: 'Name, pinyin or key, such as refusal_rate',
  results: 'What was found',
  pages: 'Pages',
  datasets: 'Datasets',
  subjects: 'Subjects',
  bodies: 'Bodies',
  found: (shown) => `${shown} to choose from`,
  listed: (shown, total) => `(${shown} of ${total} listed)`,
  none: 'Nothing matches',
  keys: '↑ ↓ to choose, Enter to go, Esc to close',
};
