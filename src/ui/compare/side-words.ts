import { sidesEn } from '../messages/sides-en.ts';
import { sidesZh } from '../messages/sides-zh.ts';
import type { Wording } from '../wording.ts';

/** What the page of two reports side by side says, in the language of the view; a catalogue of its own, fetched with the page. */
export const sideWords = ({ language }: Pick<Wording, 'language'>): typeof sidesZh =>
  language === 'zh' ? sidesZh : sidesEn;
