import type { CountPhrase } from './claim-phrases.ts';

/** The kind of dispute a clause speaks of; `both` where it names two at once. */
export type DisputeKind = 'review' | 'suits' | 'suit_direct' | 'suit_after_review' | 'both';

const AFTER_REVIEW = /复议后(?:再|又)?(?:提起|被)?(?:行政)?(?:起诉|诉讼|提起诉讼|应诉)|经复议后?(?:提起|起诉)/;
const DIRECT =
  /未经(?:行政)?复议(?:程序)?(?:而)?(?:直接)?(?:提起)?(?:行政)?(?:起诉|诉讼)|直接(?:提起)?(?:行政)?(?:起诉|诉讼)/;

/** The kind of dispute that words name; null where they name none. */
export function disputeKind(words: string): DisputeKind | null {
  if (AFTER_REVIEW.test(words)) return DIRECT.test(words) ? 'both' : 'suit_after_review';
  if (DIRECT.test(words)) return 'suit_direct';
  const isReview = /复议/.test(words);
  const isSuit = /诉讼|起诉|应诉|被诉/.test(words);
  if (isReview && isSuit) return 'both';
  return isReview ? 'review' : isSuit ? 'suits' : null;
}

const RESULTS: readonly (readonly [string, RegExp])[] = [
  ['pending', /(?:尚未|未|没有)(?:审结|结案|办结|审理完毕)|(?:正在|尚在|仍在)(?:审理|办理)|审理中|待审/],
  ['upheld', /维持/],
  ['corrected', /纠正|纠错/],
  ['other_result', /其[他它]结果/],
];
// Ends of a case that the form does not name, and parts of the cases that are no result.
const NO_TOTAL =
  /撤销|变更|驳回|终止|中止|撤回|撤诉|和解|调解|确认违法|责令|败诉|胜诉|审结|办结|结案|一审|二审|再审|上诉|上年|去年|结转|开庭|出庭|率|意见书|建议书|证据|答复书|履行/;
// The work of a reconsideration office or a court's defendant in matters of every kind.
const OFFICE_WORK = /(?:办理|审理|受理|收到|承办|接收|立案|审查|代理|参与|参加|出庭|应对|处理|应诉)/;
const OGI = /信息公开|依申请|公开申请/;

/**
 * What a number says about disputes: a total or a result of reconsiderations or suits, and both totals for 各1件. None for
 * a reconsideration office's cases of every kind, and for ends of cases that the form has no column for.
 */
export function disputeTopics(
  phrase: CountPhrase,
  {
    clause,
    kind,
    sentence,
    section,
  }: { clause: string; kind: DisputeKind | null; sentence: string; section: number | null },
): string[] {
  const words = phrase.before + phrase.after;
  const own = disputeKind(phrase.before) ?? disputeKind(phrase.lead) ?? kind;
  if (own === null || !'件宗起例次个'.includes(phrase.counter.charAt(0))) return [];
  if (section !== 4 && !OGI.test(sentence) && OFFICE_WORK.test(sentence)) return [];
  const results = RESULTS.filter(([, pattern]) => pattern.test(words));
  if (results.length > 1) return [];
  const result = results[0]?.[0];
  if (own === 'both') {
    const isEach = /(?:各|均为?|都为?|分别为?)$/.test(phrase.before) || phrase.value === 0;
    if (result !== undefined) return [];
    if (NO_TOTAL.test(words) || phrase.isPart) return [];
    if (isEach) return ['review_total', 'suits_total'];
    return /(?:共|共计|合计|总计|共有)$/.test(phrase.before) ? ['disputes_total'] : [];
  }
  if (result !== undefined) return [`${own}_${result}`];
  const isNamed = disputeKind(phrase.before) !== null || disputeKind(phrase.lead) !== null;
  return isNamed && !NO_TOTAL.test(words) && !phrase.isPart ? [`${own}_total`] : totalBehind(phrase, clause, own);
}

/** 2件行政复议: the kind stands behind the number. */
function totalBehind(phrase: CountPhrase, clause: string, kind: DisputeKind): string[] {
  const named = disputeKind(phrase.after);
  const isBehind = /^(?:行政|信息公开|政府信息公开)*(?:复议|诉讼)/.test(phrase.after);
  return named === kind && isBehind && !NO_TOTAL.test(clause) && !phrase.isPart ? [`${kind}_total`] : [];
}
