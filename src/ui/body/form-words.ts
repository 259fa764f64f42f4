import { reportFormEn } from '../messages/report-form-en.ts';
import { reportFormZh } from '../messages/report-form-zh.ts';
import type { Wording } from '../wording.ts';

/** What the form of one report says, in the language of the view; a catalogue of its own, fetched with the page. */
export const formWords = ({ language }: Pick<Wording, 'language'>): typeof reportFormZh =>
  language === 'zh' ? reportFormZh : reportFormEn;
