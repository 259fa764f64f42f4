import { namesOtherBody } from './claim-context.ts';
import type { Clause } from './claim-phrases.ts';
import { numeralsIn } from './numerals.ts';

/** An amount or the statement that there was none, with its place in the sentence. */
export interface FeeFound {
  readonly topic: 'processing_fee_yuan' | 'admin_fees_wan';
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

const PROCESSING = /处理费|信息公开[^,，。;]{0,10}(?:收费|费用)|依申请公开[^,，。;]{0,16}(?:收费|费用)/;
const FEE_WORDS = /处理费|收费|费用|收取/;
// A price, a threshold or another year's sum is no amount of the year.
const NO_AMOUNT = /每[件页]|标准|不超过|单价|上年|去年|减免|退还|同比|较|预算|\/件/;
const NONE =
  /(?:未|没有|无|并无)(?:曾|实际|有|再|因)?(?:向[^,，。;]{0,10})?(?:收取|产生|发生|征收|涉及|存在|收到|收缴|收|发出|下达|送达|开具|有)?[^,，。;]{0,24}?(?:处理费|收费|费用)/;
const NONE_BEHIND =
  /(?:处理费|收费|费用)[^,，。;]{0,16}?(?:为零|为0|零元|未收取|没有产生|未产生|未发生|没有收取|没有发生|未涉及)/;
const HEADED_NONE = /(?:处理费|收费|费用)(?:的)?(?:收取|征收|收费)?(?:的)?(?:情况|事项|金额)?$/;
const UNPAID = /缴|按收费/;

const TOTAL = /实际收取|实收/;
const SUMMED = /共|合计|总/;

function paid(sentence: string, clauses: readonly Clause[], body: string | null): FeeFound | null {
  const amounts = numeralsIn(sentence).flatMap(({ value, start, end, approximate }) => {
    if (approximate || sentence[end] !== '元' || /^元\/|^元(?:以|每)/.test(sentence.slice(end, end + 3))) return [];
    const clause = clauses.find((candidate) => candidate.start <= start && end <= candidate.end);
    const before = sentence.slice(clause?.start ?? 0, start);
    if (NO_AMOUNT.test(before) || namesOtherBody(before, body)) return [];
    return [{ value, start, end, before }];
  });
  const single = (candidates: typeof amounts) =>
    new Set(candidates.map(({ value }) => value)).size === 1 ? candidates[0]! : null;
  const best =
    single(amounts.filter(({ before }) => TOTAL.test(before))) ??
    single(amounts) ??
    single(amounts.filter(({ before }) => SUMMED.test(before)));
  return best ? { topic: 'processing_fee_yuan', value: best.value, start: best.start, end: best.end } : null;
}

function none(clauses: readonly Clause[]): FeeFound | null {
  for (const [index, clause] of clauses.entries()) {
    const match = NONE.exec(clause.text) ?? NONE_BEHIND.exec(clause.text);
    if (match && !UNPAID.test(clause.text) && !/减免/.test(clause.text)) {
      const start = clause.start + match.index;
      return { topic: 'processing_fee_yuan', value: 0, start, end: start + match[0].length };
    }
    const next = clauses[index + 1];
    if (
      next &&
      HEADED_NONE.test(clause.text) &&
      /^(?:本年度?)?(?:无|没有|零|未(?:收取|发生|产生))$/.test(next.text.trim())
    ) {
      return { topic: 'processing_fee_yuan', value: 0, start: next.start, end: next.end };
    }
  }
  return null;
}

const ADMINISTRATIVE =
  /^(?:全年|本年度?|年内|20\d\d年度?|[我本][局委办厅镇乡机关单位]+|共|累计|收取|征收|收缴|各类|的|[,，])*行政事业性收费(?:总金额|金额|总额|收入|共计|共|合计|总计|为|是)*$/;

function administrativeFee(sentence: string, clauses: readonly Clause[]): FeeFound | null {
  for (const { value, start, end, approximate } of numeralsIn(sentence)) {
    const clause = clauses.find((candidate) => candidate.start <= start && end <= candidate.end);
    if (
      approximate ||
      !clause ||
      sentence[end] !== '元' ||
      !ADMINISTRATIVE.test(sentence.slice(clause.start, start).slice(-60))
    )
      continue;
    return { topic: 'admin_fees_wan', value: Number((value / 10_000).toFixed(6)), start, end };
  }
  return null;
}

/**
 * What a sentence says about fees: the processing fee in yuan, 0 where it says that none was charged, or the
 * administrative fees of table 2 in 万元. A sum that is not clearly the year's whole is left out.
 */
export function feesIn(
  sentence: string,
  clauses: readonly Clause[],
  section: number | null,
  body: string | null,
): FeeFound[] {
  if (!FEE_WORDS.test(sentence)) return [];
  const administrative = /行政事业性收费/.test(sentence) ? administrativeFee(sentence, clauses) : null;
  if (administrative) return [administrative];
  const plain = sentence.replaceAll('行政事业性收费', '');
  const isProcessing = PROCESSING.test(plain) || (section === 6 && FEE_WORDS.test(plain));
  if (!isProcessing || plain !== sentence) return [];
  const found = paid(sentence, clauses, body) ?? none(clauses);
  return found ? [found] : [];
}
