import { isPastYear } from './claim-context.ts';
import type { Clause } from './claim-phrases.ts';

/** A statement that something did not happen in the year: the number 0 for a topic, on the words that say so. */
export interface Absence {
  readonly topic: 'new' | 'review_total' | 'suits_total';
  readonly start: number;
  readonly end: number;
}

const NO_REQUESTS =
  /(?:未|没有|无|尚未|零)(?:曾)?(?:收到|接到|接收|受理|收悉|发生|产生|出现|有|涉及|过)*(?:过|任何|新的)?[^未无]{0,30}?(?:依申请公开|(?:信息|依法|公开|书面|有效|提出|的|新|收到|接到|受理|人|织|民|众)的?申请(?!人|表|书|指南|费|渠道|材料))(?:政府信息|信息|公开|的|件|事项|办理|情况|案件|申请|数量|业务|情形)*$/;
const NOT_ABOUT_REQUESTS = /复议|诉讼|起诉|超期|逾期|不当|投诉|补正|结转|收费|费用|未按|无法|无正当|泄密|失泄/;
const AGAINST = /(?:未|没有|无|零)(?:曾)?(?:发生|收到|接到|出现|产生|涉及|存在|引发|引起|有|被|因|提起|过|任何)?/g;
const DISPUTE = /复议|诉讼/;
const TAIL =
  /^(?:后?的?(?:案件|情况|事项|情形|申请|案|件|发生|现象|问题|事件)|的|等|和|及|与|或|、|行政|被|提起|申请|因|引起|引发)*$/;
const NONE_BEHIND =
  /(?:复议|诉讼)(?:案件|申请|情况|数量|件数|数|的|等|案)*(?:均|都|也)?(?:为零|为无|无|没有|未发生|未收到|未产生|没有发生|零发生)(?:情况)?$/;

function noDisputes(clause: Clause): { start: number; end: number } | null {
  const { text } = clause;
  const behind = NONE_BEHIND.exec(text);
  if (behind) {
    const from = text.search(/(?:行政)?(?:复议|诉讼)/);
    return { start: clause.start + from, end: clause.start + behind.index + behind[0].length };
  }
  for (const match of text.matchAll(AGAINST)) {
    const rest = text.slice(match.index + match[0].length);
    const said = text.slice(match.index);
    if (/^(?:未经|未审|未结|未按|无法|无正当)/.test(said) || !DISPUTE.test(rest)) continue;
    const last = Math.max(rest.lastIndexOf('复议'), rest.lastIndexOf('诉讼')) + 2;
    if (TAIL.test(rest.slice(last)) && !/败诉|纠正|纠错|撤销|维持|审结|应诉/.test(rest)) {
      return { start: clause.start + match.index, end: clause.start + match.index + match[0].length + last };
    }
  }
  return null;
}

/** The statements of a sentence that no request was received, no reconsideration or suit arose. */
export function absencesIn(sentence: string, clauses: readonly Clause[]): Absence[] {
  if (!/[未没无零]/.test(sentence)) return [];
  return clauses.flatMap((clause, index): Absence[] => {
    const { text, start } = clause;
    if (isPastYear(text)) return [];
    if (DISPUTE.test(text)) {
      const next = clauses[index + 1]?.text.trim() ?? '';
      const isHeading =
        /(?:复议|诉讼)(?:案件|情况|事项)*$/.test(text) && /^(?:本年度?)?(?:无|没有|均无|未发生)$/.test(next);
      const none =
        noDisputes(clause) ?? (isHeading ? { start: clauses[index + 1]!.start, end: clauses[index + 1]!.end } : null);
      if (!none) return [];
      const said = isHeading ? text : text.slice(none.start - start, none.end - start);
      return [
        ...(/复议(?!后)/.test(said) ? [{ topic: 'review_total' as const, ...none }] : []),
        ...(/诉讼/.test(said) ? [{ topic: 'suits_total' as const, ...none }] : []),
      ];
    }
    const match = NO_REQUESTS.exec(text.trimEnd());
    if (!match || NOT_ABOUT_REQUESTS.test(text)) return [];
    return [{ topic: 'new', start: start + match.index, end: start + match.index + match[0].length }];
  });
}
