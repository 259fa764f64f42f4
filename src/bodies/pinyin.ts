import { PLACE_READINGS } from './place-readings.ts';

/** How a name is written with Latin letters: its syllables without tones run together (ü is `v`), and their first letters. */
export interface Spelling {
  readonly pinyin: string;
  readonly initials: string;
}

/** Spells a name in pinyin as it is typed; letters and digits stay themselves, and other signs are left out. */
export type Spell = (name: string) => Spelling;

/** Loads the readings of characters, which only those who store bodies need. */
export async function loadPinyin(): Promise<Spell> {
  const { customPinyin, pinyin } = await import('pinyin-pro');
  customPinyin(PLACE_READINGS);
  return (name) => {
    const signs = pinyin(name.normalize('NFKC').toLowerCase(), { toneType: 'none', type: 'array', v: true });
    const syllables = signs.filter((sign) => /^[a-z0-9]+$/.test(sign));
    return { pinyin: syllables.join(''), initials: syllables.map((syllable) => syllable[0]).join('') };
  };
}
