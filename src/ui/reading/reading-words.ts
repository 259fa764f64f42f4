import type { FormCell } from '../../form/cells.ts';
import { columnsEn } from '../messages/columns-en.ts';
import { type ColumnMessages, columnsZh } from '../messages/columns-zh.ts';
import { readingEn } from '../messages/reading-en.ts';
import { type ReadingMessages, readingZh } from '../messages/reading-zh.ts';
import type { KeptReport } from '../../host/kept-report.ts';
import type { Wording } from '../wording.ts';

/** What the reading page says, in the language of the view; a catalogue of its own, fetched with the page. */
export const readingWords = ({ language }: Pick<Wording, 'language'>): ReadingMessages =>
  language === 'zh' ? readingZh : readingEn;

/** What the reading page says of lists and their columns, in the language of the view. */
export const columnWords = ({ language }: Pick<Wording, 'language'>): ColumnMessages =>
  language === 'zh' ? columnsZh : columnsEn;

/** Name of a cell of the form: its row and column in Chinese, its own name in English. */
export const cellName = (cell: FormCell, { language }: Pick<Wording, 'language'>): string =>
  language === 'zh' ? `${cell.zh} · ${cell.columnZh}` : cell.en;

const UNITS = { 件: 'cases', 项: 'items', 万元: '10,000 yuan', 元: 'yuan' } as const;

/** Unit of a cell of the form. */
export const unitName = (unit: FormCell['unit'], { language }: Pick<Wording, 'language'>): string =>
  language === 'zh' ? unit : UNITS[unit];

/** Where a report stands: its file, and its row where the file is a list. */
export const rowText = ({ file, listed }: Pick<KeptReport, 'file' | 'listed'>, words: ReadingMessages): string =>
  listed ? words.rowOf(file, listed.sheet, String(listed.line)) : file;
