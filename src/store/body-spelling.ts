import type { Spell, Spelling } from '../bodies/pinyin.ts';
import { shortNames } from '../bodies/short-names.ts';

/** What a body can be found by beside its name. */
export interface BodySpelling extends Spelling {
  /** Usual short forms of the name, a space between; null where there are none. */
  readonly shortNames: string | null;
}

const joined = (parts: readonly string[]) => [...new Set(parts)].filter((part) => part !== '').join(' ');

/** Spells bodies one after another, each region once, as many bodies stand in the same one. */
export class BodySpeller {
  readonly #regions = new Map<string, Spelling>();
  readonly #spell: Spell;

  constructor(spell: Spell) {
    this.#spell = spell;
  }

  #region(region: string): Spelling {
    const known = this.#regions.get(region) ?? this.#spell(region);
    this.#regions.set(region, known);
    return known;
  }

  /** The spellings of a body's region, its name, its short forms and its other names. */
  spell(region: string, name: string, aliases: readonly string[]): BodySpelling {
    const short = shortNames(name);
    const spellings = [this.#region(region), ...[name, ...short, ...aliases].map(this.#spell)];
    return {
      shortNames: short.length === 0 ? null : short.join(' '),
      pinyin: joined(spellings.map(({ pinyin }) => pinyin)),
      initials: joined(spellings.map(({ initials }) => initials)),
    };
  }
}
