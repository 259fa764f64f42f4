import type { FormCell } from '../../form/cells.ts';
import { readingEn } from '../messages/reading-en.ts';
import { type ReadingMessages, readingZh } from '../messages/reading-zh.ts';
import type { Wording } from '../wording.ts';

/** What the reading page says, in the language of the view; a catalogue of its own, fetched with the page. */
export const readingWords = ({ language }: Pick<Wording, 'language'>): ReadingMessages =>
  language === 'zh' ? readingZh : readingEn;

/** Name of a cell of the form: its row and column in Chinese, its own name in English. */
export const cellName = (cell: FormCell, { language }: Pick<Wording, 'language'>): string =>
  language === 'zh' ? `${cell.zh} · ${cell.columnZh}` : cell.en;

const UNITS = { 件: 'cases', 项: 'items', 万元: '10,000 yuan', 元: 'yuan' } as const;

/** Unit of a cell of the form. */
export const unitName = (unit: FormCell['unit'], { language }: Pick<Wording, 'language'>): string =>
  language === 'zh' ? unit : UNITS[unit];
