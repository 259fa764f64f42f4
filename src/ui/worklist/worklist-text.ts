import type { Finding } from '../../audit/finding.ts';
import { actualOf } from '../../audit/finding-rows.ts';
import { numbersOf } from '../../audit/finding-text.ts';
import { formatShare } from '../composition-rows.ts';
import { worklistEn } from '../messages/worklist-en.ts';
import { type WorklistMessages, worklistZh } from '../messages/worklist-zh.ts';
import type { Wording } from '../wording.ts';

/** What the page of a worklist says, in the language of the view; a catalogue of its own, fetched with the page. */
export const worklistText = ({ language }: Pick<Wording, 'language'>): WorklistMessages =>
  language === 'zh' ? worklistZh : worklistEn;

function written({ rule }: Finding, value: number | string | null, exact: Wording['exact']): string | null {
  if (typeof value !== 'number') return value;
  const kind = numbersOf(rule);
  return kind === 'share' ? formatShare(value) : kind === 'year' ? String(value) : exact(value);
}

/** What is due at a finding and what stands there, as text; null where the rule compares nothing. */
export const comparedText = (
  finding: Finding,
  exact: Wording['exact'],
): { readonly expected: string | null; readonly actual: string | null } => ({
  expected: written(finding, finding.expected ?? finding.due, exact),
  actual: written(finding, actualOf(finding), exact),
});

/** A day as the reader’s clock has it. */
export const dayText = (day: Date, words: WorklistMessages): string =>
  words.date(day.getFullYear(), day.getMonth() + 1, day.getDate());
