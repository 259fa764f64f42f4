import { auditEn } from '../messages/audit-en.ts';
import { type AuditMessages, auditZh } from '../messages/audit-zh.ts';
import type { Wording } from '../wording.ts';
import { applicable, type OutcomeCounts } from './outcome-counts.ts';
import { OUTCOMES } from '../../audit/outcomes.ts';

/** What the audit page says, in the language of the view; a catalogue of its own, fetched with the page. */
export const auditWords = ({ language }: Pick<Wording, 'language'>): AuditMessages =>
  language === 'zh' ? auditZh : auditEn;

/** Counts of outcomes in words, those that do not occur left out. */
export function countsText(counts: OutcomeCounts, wording: Wording): string {
  const words = auditWords(wording);
  const kinds = OUTCOMES.filter((outcome) => counts[outcome] > 0);
  if (kinds.length === 0) return words.noReport;
  if (applicable(counts) === 0) return words.outcomes['not-applicable'];
  return kinds
    .map((outcome) => words.counted(words.outcomes[outcome], wording.exact(counts[outcome])))
    .join(wording.messages.comma);
}
