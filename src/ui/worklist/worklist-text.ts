import { worklistEn } from '../messages/worklist-en.ts';
import { type WorklistMessages, worklistZh } from '../messages/worklist-zh.ts';
import type { Wording } from '../wording.ts';

/** What the page of a worklist says, in the language of the view; a catalogue of its own, fetched with the page. */
export const worklistText = ({ language }: Pick<Wording, 'language'>): WorklistMessages =>
  language === 'zh' ? worklistZh : worklistEn;

/** A day as the reader’s clock has it. */
export const dayText = (day: Date, words: WorklistMessages): string =>
  words.date(day.getFullYear(), day.getMonth() + 1, day.getDate());
