import { customPinyin, pinyin } from 'pinyin-pro';
import { PLACE_READINGS } from './place-readings.ts';

customPinyin(PLACE_READINGS);

/** How a name is written with Latin letters: its syllables without tones run together (ü is `v`), and their first letters. */
export interface Spelling {
  readonly pinyin: string;
  readonly initials: string;
}

/** Spells a name in pinyin as it is typed; letters and digits stay themselves, and other signs are left out. */
export function spell(name: string): Spelling {
  const signs = pinyin(name.normalize('NFKC').toLowerCase(), { toneType: 'none', type: 'array', v: true });
  const syllables = signs.filter((sign) => /^[a-z0-9]+$/.test(sign));
  return { pinyin: syllables.join(''), initials: syllables.map((syllable) => syllable[0]).join('') };
}
