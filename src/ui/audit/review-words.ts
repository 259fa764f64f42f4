import type { RuleOutcome } from '../../audit/outcomes.ts';
import type { ReviewFileTrouble } from '../../audit/review-file.ts';
import type { ReviewState } from '../../audit/review-ledger.ts';
import { reviewEn } from '../messages/review-en.ts';
import { type ReviewMessages, reviewZh } from '../messages/review-zh.ts';
import type { Wording } from '../wording.ts';
import { auditWords } from './audit-words.ts';

/** What the review of findings says, in the language of the view; a catalogue of its own, fetched with the page. */
export const reviewWords = ({ language }: Pick<Wording, 'language'>): ReviewMessages =>
  language === 'zh' ? reviewZh : reviewEn;

/** How a report stands with a rule, and with its reviewers; a null outcome is a year without a report. */
export function outcomeName(outcome: RuleOutcome | null, review: ReviewState | null, wording: Wording): string {
  const audit = auditWords(wording);
  const name = outcome === null ? audit.noReport : audit.outcomes[outcome];
  const words = reviewWords(wording);
  return review === null ? name : words.withReview(name, words.states[review]);
}

/** Why a file was not imported, in a sentence. */
export function fileTrouble(trouble: ReviewFileTrouble, wording: Wording): string {
  const words = reviewWords(wording);
  switch (trouble.what) {
    case 'newer':
      return words.newer(String(trouble.version));
    case 'bad-review':
      return words.badReview(wording.exact(trouble.place), trouble.field);
    default:
      return words.troubles[trouble.what];
  }
}
