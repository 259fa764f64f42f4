import { countClaims, NUMERAL } from './count-claims.ts';
import { parseNumeral } from './numerals.ts';
import type { Claim, Span } from './report.ts';
import { sentencesOf, type Sentence } from './sentences.ts';

/** A line of prose with the section it stands in. */
export interface ProseLine {
  readonly span: Span;
  readonly section: number | null;
}

const claim = (sentence: Sentence, topic: string, value: number, start: number, length: number): Claim => ({
  topic,
  value,
  section: sentence.section,
  sentence: sentence.published,
  span: sentence.spanOf(start, start + length),
});

const NO_REQUESTS =
  /(?:未|没有|无)(?:有)?(?:收到|接到|受理|收悉)[^,，。;]{0,24}?申请|(?:收到|受理)[^,，。;0-9]{0,20}申请(?:数量)?(?:为零|为0)/;
const NO_DISPUTES =
  /(?:未|没有|无)(?:有)?(?:发生|收到|出现|因|产生|被|涉及)[^。;]{0,30}?(?:行政复议|行政诉讼|复议|诉讼)[^。;]{0,12}/;

function absences(sentence: Sentence): Claim[] {
  const { text } = sentence;
  const requests = NO_REQUESTS.exec(text);
  const disputes = NO_DISPUTES.exec(text);
  const said = disputes?.[0] ?? '';
  const at = (topic: string, match: RegExpExecArray) => claim(sentence, topic, 0, match.index, match[0].length);
  return [
    ...(requests ? [at('new', requests)] : []),
    ...(disputes && /复议/.test(said) ? [at('review_total', disputes)] : []),
    ...(disputes && /诉讼/.test(said) ? [at('suits_total', disputes)] : []),
  ];
}

const FEE = /(?:信息(?:公开)?处理费|信息公开(?:申请)?(?:收费|费用)|政府信息公开收费|处理费)/;
const NO_FEE =
  /(?:未|没有|无|不)(?:曾|实际|有)?(?:向[^,，。;]{0,10})?(?:收取|产生|发生|征收|涉及|存在|收到|收)[^。;]{0,24}?(?:处理费|收费|费用)|(?:处理费|收费|费用)[^。;]{0,24}?(?:为零|为0|0元|零元|未收取|没有产生|未产生|未发生|没有收取|未涉及|无)/;
const FEE_PAID = new RegExp(
  `(?:收取|收缴|征收|收)[^,，。;0-9]{0,16}处理费[^0-9,，。;]{0,10}?(?<amount>${NUMERAL})(?<unit>万?元)|处理费[^0-9。;]{0,10}?(?<amount2>${NUMERAL})(?<unit2>万?元)`,
);

function processingFee(sentence: Sentence): Claim[] {
  const { text } = sentence;
  if (!FEE.test(text)) return [];
  const paid = FEE_PAID.exec(text);
  if (paid) {
    const numeral = paid.groups?.['amount'] ?? paid.groups?.['amount2'] ?? '';
    const value = parseNumeral(numeral);
    const yuan = (paid.groups?.['unit'] ?? paid.groups?.['unit2']) === '万元' ? 10_000 : 1;
    const start = paid.index + paid[0].lastIndexOf(numeral);
    if (value !== null)
      return [claim(sentence, 'processing_fee_yuan', Number((value * yuan).toFixed(4)), start, numeral.length)];
  }
  const none = NO_FEE.exec(text);
  return none ? [claim(sentence, 'processing_fee_yuan', 0, none.index, none[0].length)] : [];
}

// A year that opens a sentence is the year it speaks of; the words before it are the numbering of a list.
const OPENING =
  /^(?:[(（]?[一二三四五六七八九十\d]{1,2}[)）、.．])?(?:[一二三四五六七八九十]是)?(?:[^,，。:0-9]{0,16}[:：])?(?:截至|在|到)?(?<year>20\d{2})年度?(?!度?(?:以来|至|到|-|存在|的?问题|工作(?:计划|打算|思路))|\d)/;
const NOT_THIS_YEAR =
  /(?:将|拟|计划|打算|力争)(?:进一步|继续|着力|重点)?|存在(?:的)?(?:主要)?问题|年(?:第|至|—|-)\d|规划|改进情况/;
const PERIOD = /(?<from>20\d{2})年?1月1日(?:起)?[至到—\-–~][^。;]{0,12}?12月31日/;

function statedYear(sentence: Sentence): Claim[] {
  const { text, section } = sentence;
  if (section === 5) return [];
  const period = PERIOD.exec(text);
  if (period) return [claim(sentence, 'year', Number(period.groups!['from']), period.index, 4)];
  const opening = OPENING.exec(text);
  if (!opening || NOT_THIS_YEAR.test(text.slice(0, opening[0].length + 24))) return [];
  const start = opening[0].indexOf(opening.groups!['year']!);
  return [claim(sentence, 'year', Number(opening.groups!['year']), start, 4)];
}

const WRAPPED_LENGTH = 15;

/** Joins lines that a file breaks inside a sentence: a long line without an end, and the line right below it. */
function paragraphs(text: string, lines: readonly ProseLine[]): ProseLine[] {
  const joined: ProseLine[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    const isOpen =
      before !== undefined &&
      before.section === line.section &&
      before.span.end - before.span.start >= WRAPPED_LENGTH &&
      !/[。！？!?；;：:\t]\s*$/.test(text.slice(before.span.start, before.span.end)) &&
      /^[^\S\n]*\n[^\S\n]*$/.test(text.slice(before.span.end, line.span.start));
    if (isOpen) joined[joined.length - 1] = { ...before, span: { start: before.span.start, end: line.span.end } };
    else joined.push(line);
  }
  return joined;
}

/**
 * The figures and statements that the prose makes about the form's cells, each with its sentence and place; what
 * might be last year's, another body's or no cell of the form is left out.
 */
export function readClaims(text: string, lines: readonly ProseLine[]): Claim[] {
  return paragraphs(text, lines).flatMap(({ span, section }) => {
    if (section === 5) return [];
    const sentences = sentencesOf(text, span, section);
    const aboutRequests = sentences.some((sentence) => /信息公开申请|依申请/.test(sentence.text));
    return sentences.flatMap((sentence) => [
      ...countClaims(sentence, aboutRequests),
      ...absences(sentence),
      ...processingFee(sentence),
      ...statedYear(sentence),
    ]);
  });
}
