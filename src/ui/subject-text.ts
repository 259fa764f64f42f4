import { format } from 'd3-format';
import type { Subject } from '../compare/subject.ts';
import { type FormCell, formCell, MEASURES } from '../form/cells.ts';
import { INDICATORS } from '../form/indicators.ts';
import { definitionWords, formulaText } from './definition/definition-text.ts';
import type { Wording } from './wording.ts';

const percent = format('.1f');
const upToTwo = format(',.2~f');
// A value carries its unit itself.
const UNIT = /（单位：万元）|, 10,000 yuan$/;
const NUMBERING = /^(?:[一二三四五六]、|（[一二三四五六七]）|\d+\.)\s*/;

const indicatorOf = (subject: Subject) =>
  subject.kind === 'indicator' ? INDICATORS.find(({ key }) => key === subject.key) : undefined;

/** Whether a cell is the only one of its row, so that the row's name says it all. */
const isAlone = ({ table, row }: FormCell): boolean =>
  MEASURES.filter((other) => other.table === table && other.row === row).length === 1;

/** Name of what is compared, a measure in the form's own words without their numbering, with a definition that is not the usual one. */
export function subjectName(subject: Subject, wording: Wording): string {
  const parts = definitionWords(subject, wording);
  const name = bareName(subject, wording);
  return parts.length === 0 ? name : wording.messages.definitions.named(name, parts.join(wording.messages.comma));
}

function bareName(subject: Subject, { language }: Wording): string {
  if (subject.kind === 'indicator') return indicatorOf(subject)?.[language] ?? subject.key;
  const cell = formCell(subject.id);
  if (!cell) return subject.id;
  if (language === 'en') return cell.en.replace(/: total$/, '').replace(UNIT, '');
  const row = cell.zh.replace(NUMBERING, '');
  const isPlain = cell.table === 3 ? cell.column === 'total' : isAlone(cell);
  return isPlain ? row : `${row} · ${cell.columnZh.replace(UNIT, '')}`;
}

/** How a subject is counted, as a formula where it is a rate, and what else a reader must know of it. */
export function subjectNote(subject: Subject, wording: Wording): string {
  const { language, messages } = wording;
  const indicator = indicatorOf(subject);
  const { definition } = subject;
  const words = definitionWords(subject, wording);
  const { definitions } = messages;
  const parts = [
    formulaText(subject, (id) => bareName({ kind: 'measure', id }, wording), wording),
    words.includes(definitions.onMerits) ? definitions.merits : '',
    definition && words.includes(definitions.scopes[definition.applicants])
      ? definitions.only(definitions.scopes[definition.applicants])
      : '',
    (language === 'zh' ? indicator?.noteZh : indicator?.noteEn) ?? '',
  ].filter(Boolean);
  return parts.length === 0 ? '' : messages.definition(parts.join(definitions.separator));
}

/** Whether a measure is money, which the form counts in units of 10,000 yuan. */
const isInWan = (subject: Subject): boolean => subject.kind === 'measure' && formCell(subject.id)?.unit === '万元';

/** Whether a value is a quotient whose counts must stand beside it. */
export const isQuotient = (subject: Subject): boolean => subject.kind === 'indicator';

/** A value with its unit: a rate in per cent, fees in 万元 or yuan, counts as they are. */
export function subjectValue(value: number, subject: Subject, wording: Wording): string {
  const indicator = indicatorOf(subject);
  if (indicator) return indicator.scale === 1 ? `${percent(value * 100)} %` : wording.yuan(upToTwo(value));
  return isInWan(subject) ? wording.wan(value) : wording.exact(value);
}

/** A value at a glance with its unit, for the drawing itself: 万 and 亿 in Chinese, of 万元 too. */
export function subjectLabel(value: number, subject: Subject, wording: Wording): string {
  if (!isInWan(subject)) return isQuotient(subject) ? subjectValue(value, subject, wording) : wording.compact(value);
  return wording.money(value);
}

/** A value at a glance, for an axis: 万 and 亿 in Chinese, rates in per cent, money as an amount of yuan. */
export function subjectTick(value: number, subject: Subject, wording: Wording): string {
  if (isInWan(subject)) return wording.moneyTick(value);
  return indicatorOf(subject)?.scale === 1 ? `${upToTwo(value * 100)} %` : wording.compact(value);
}

/** How a chart writes the values of a subject: in full, on the drawing and on its axes. */
export const subjectFormats = (subject: Subject, wording: Wording) => ({
  format: (value: number) => subjectValue(value, subject, wording),
  formatLabel: (value: number) => subjectLabel(value, subject, wording),
  formatTick: (value: number) => subjectTick(value, subject, wording),
});

/** The counts behind a quotient, as `2/3`; empty for a measure and where they are not known. */
export function subjectCounts(
  { numerator, denominator }: { readonly numerator: number | null; readonly denominator: number | null },
  { exact }: Wording,
): string {
  return numerator === null || denominator === null ? '' : `${exact(numerator)}/${exact(denominator)}`;
}

/** The unit of a subject's bare numbers: a rate as a proportion of one, money in 万元 or yuan, else what is counted. */
export function subjectUnit(subject: Subject, { messages }: Wording): string {
  const indicator = indicatorOf(subject);
  if (indicator) return indicator.scale === 1 ? messages.units.proportion : messages.yuan;
  if (isInWan(subject)) return messages.wan;
  return subject.kind === 'measure' && formCell(subject.id)?.unit === '项' ? messages.units.item : messages.units.case;
}

/** Whether a change in a subject is a difference between rates and not a growth. */
export const isRate = (subject: Subject): boolean => indicatorOf(subject)?.scale === 1;

/** A change against the year before: a rate in points, anything else as growth in per cent, with its sign. */
export function subjectChange(change: number, subject: Subject, { messages }: Wording): string {
  const text = `${change > 0 ? '+' : ''}${percent(change * 100).replace('−', '-')}`;
  return isRate(subject) ? messages.points(text) : `${text} %`;
}

/** The unit of a bare change in a spreadsheet. */
export const changeUnit = (subject: Subject, { messages }: Wording): string =>
  isRate(subject) ? messages.units.difference : messages.units.growth;
