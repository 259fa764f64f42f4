import { reviewEn } from '../messages/review-en.ts';
import { type ReviewMessages, reviewZh } from '../messages/review-zh.ts';
import type { Wording } from '../wording.ts';

/** What the review of findings says, in the language of the view; a catalogue of its own, fetched with the page. */
export const reviewWords = ({ language }: Pick<Wording, 'language'>): ReviewMessages =>
  language === 'zh' ? reviewZh : reviewEn;
