import { parseNumeral } from './numerals.ts';
import type { Claim } from './report.ts';
import type { Sentence } from './sentences.ts';

/** Pattern of a number in normalised prose: digits with separators and decimals, or Chinese numerals, with 万 or 亿. */
export const NUMERAL = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?[万亿]?|[零〇一二两三四五六七八九十百千]+[万亿]?';

const COUNTER = '(?:余?)(?:件次|人次|件|宗|起|份|条|项|个|次|例)';
const COUNT = `(?<count>${NUMERAL})(?<about>余)?(?:${COUNTER})`;
/** Up to `length` characters that neither end a clause nor hold another number. */
const gap = (length: number): string => `[^,，。;:0-9零〇一二两三四五六七八九十百千%]{0,${length}}?`;

interface CountPattern {
  readonly topic: string;
  readonly pattern: RegExp;
}

const count = (topic: string, words: string, length = 10): CountPattern => ({
  topic,
  pattern: new RegExp(`(?:${words})${gap(length)}(?:共|计|合计|为|有|的有|的)?${COUNT}`, 'g'),
});

const REQUEST_PATTERNS: readonly CountPattern[] = [
  count(
    'carried_in',
    '(?:上年度?|上一年度?|去年|往年)(?:度)?(?:转入|结转)(?:至本年)?(?:的)?(?:政府信息公开)?(?:申请)?|结转上一?年度?(?:的)?(?:申请)?',
  ),
  count(
    'carried_out',
    '(?:结转|转入?|顺延|延续)(?:至|到|入)?(?:下一?|次)年度?(?:继续)?(?:办理|答复|处理)*|结转下年度?继续办理|(?:正在|仍在)办理(?:中)?(?:的)?',
  ),
  count('granted_and_partial', '(?:予以公开|同意公开)(?:[及和与或、]|以及)(?:予以)?部分公开'),
  count(
    'granted',
    '(?<!不|部分|不予)(?:予以公开|同意公开|全部公开)(?!(?:[及和与或、]|以及)(?:予以)?部分)(?:答复)?(?:的)?',
    6,
  ),
  count('partial', '(?<![及和与或、])(?:予以)?部分公开(?:答复)?(?:的)?', 6),
  count('denied_group', '不予公开(?:答复)?(?:的)?', 6),
  count('unable_group', '无法提供(?:答复)?(?:的)?', 6),
  count('not_processed_group', '不予处理(?:答复)?(?:的)?', 6),
  count('other_group', '(?:作)?其[他它]处理(?:答复)?(?:的)?', 6),
  count(
    'handled',
    '(?<!正在|仍在|继续|予以|未|按时|按期|公开|提供|处理|度办理)(?:办结|答复|办复|办理完毕|办理完成)(?:政府信息公开)?(?:申请)?',
    8,
  ),
];

const RECEIVED = '(?:收到|接收|受理|收办|接到|收悉|新收|新增|新受理)';
const RECEIVED_PATTERNS: readonly RegExp[] = [
  new RegExp(
    `(?<verb>${RECEIVED})[^,，。;0-9]{0,30}?(?:申请|公开事项)(?:表|书|数量)?${gap(6)}(?:共|计|合计|为|有)?${COUNT}`,
    'g',
  ),
  new RegExp(`(?<verb>${RECEIVED})(?:了|各类)?(?:共|计)?${COUNT}[^,，。;0-9]{0,16}?(?:申请|依申请公开)`, 'g'),
  new RegExp(
    `(?<!收到|接收|受理|收办|接到|新收|新增|向|提交|提出)(?:政府信息公开|依申请公开)(?:申请)?(?:件|数量|总数)${gap(4)}(?:为|共)?${COUNT}`,
    'g',
  ),
];

const RESULTS: readonly [string, string][] = [
  ['upheld', '(?:结果)?(?:予以)?维持'],
  ['corrected', '(?:结果)?(?:予以)?纠正'],
  ['other_result', '其[他它]结果'],
  ['pending', '(?:均)?(?:尚未|未)审结'],
];

const PUBLICATION_PATTERNS: readonly CountPattern[] = [
  count('normative_docs_issued', '(?:制发|制定|印发|出台|新制定|制订)(?:并公开|并发布|公布)?(?:行政)?规范性文件', 4),
  count('normative_docs_repealed', '废止(?:行政)?规范性文件', 4),
  count('normative_docs_in_force', '现行有效(?:的)?(?:行政)?规范性文件', 4),
  count('licensing_decisions', '(?:作出|办理|办结|完成)(?:各类)?行政许可(?:处理)?(?:决定|事项|案件)?', 4),
  count('penalty_decisions', '(?:作出|办理|办结|实施|查处)(?:各类)?行政处罚(?:处理)?(?:决定|案件)?', 4),
  count('coercion_decisions', '(?:作出|办理|实施|采取)(?:各类)?行政强制(?:措施|处理)?(?:决定|案件)?', 4),
];

/** Words that make a count one of last year, of another body, or of something outside the form. */
const COMPARISON =
  /(?:同比|较上年|较去年|比上年|比去年|上年同期|较20\d\d年|比20\d\d年|增加|减少|增长|下降|上升|上年度?的|去年的)[^,，。;]*$/;
const OUTSIDE =
  /信访|热线|留言|投诉件|粉丝|浏览|点击|阅读|视频|推文|微信|微博|抖音|培训|会议|提案|建议|解读|新闻|简报|工单/;
const PUBLISHING = /(?:公开|公示|公布|发布|上传|录入)(?:各类|了)?[^,，。;]{0,8}$/;

interface Found {
  readonly topic: string;
  readonly index: number;
  readonly length: number;
  readonly value: number;
}

function found(topic: string, match: RegExpMatchArray & { index: number }): Found | null {
  const { count: numeral = '', about } = match.groups ?? {};
  const value = parseNumeral(numeral);
  if (value === null || about !== undefined || !Number.isInteger(value)) return null;
  const inside = match[0].lastIndexOf(numeral);
  return { topic, index: match.index + inside, length: numeral.length, value };
}

const clauseBefore = (text: string, index: number): string =>
  text.slice(Math.max(text.lastIndexOf('，', index - 1), text.lastIndexOf(',', index - 1)) + 1, index);

function isOutside(text: string, { index }: Found): boolean {
  const before = clauseBefore(text, index);
  return OUTSIDE.test(before) || COMPARISON.test(before);
}

function matchesOf(text: string, { topic, pattern }: CountPattern): Found[] {
  return [...text.matchAll(pattern)].flatMap((match) => found(topic, match) ?? []);
}

/** 受理 and 收到 may mean new requests or those and the ones carried in; a separate figure for the latter settles it. */
function receivedTopic(text: string, verb: string | undefined, end: number): string {
  const rest = text.slice(end);
  if (
    /^[^,，。;]{0,4}[(（][^)）]*(?:含|包括)[^)）]*(?:上年|结转)/.test(rest) ||
    /^[,，](?:其中)?(?:含|包括)[^,，。;]*结转/.test(rest)
  )
    return 'new_and_carried_in';
  if (verb?.startsWith('新') || /(?:上年度?|上一年度?)结转/.test(text)) return 'new';
  return 'new_or_received';
}

function receivedIn(text: string): Found[] {
  return RECEIVED_PATTERNS.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const hit = found('', match);
      return hit ? [{ ...hit, topic: receivedTopic(text, match.groups?.['verb'], match.index + match[0].length) }] : [];
    }),
  );
}

/** Disputes: each number belongs to the kind of dispute named last before it. */
function disputesIn(text: string): Found[] {
  const starts = [...text.matchAll(/行政复议(?:和|、|及|与|或)(?:被?提起)?行政诉讼|行政复议|行政诉讼/g)];
  return starts.flatMap((start, order) => {
    const part = text.slice(start.index, starts[order + 1]?.index ?? text.length);
    const both = start[0].length > 4;
    const topic = both ? 'disputes' : start[0] === '行政复议' ? 'review' : 'suits';
    const total = matchesOf(part, count(`${topic}_total`, start[0].replace(/[()]/g, ''), 12)).filter(
      ({ index }) => !RESULTS.some(([, words]) => new RegExp(`${words}[^,，]{0,4}$`).test(part.slice(0, index))),
    );
    const each = /各\s*$/.test(part.slice(0, total[0]?.index ?? 0));
    const results = both
      ? []
      : RESULTS.flatMap(([result, words]) => matchesOf(part, count(`${topic}_${result}`, words, 4)));
    const totals =
      both && each
        ? total.flatMap((hit) => [
            { ...hit, topic: 'review_total' },
            { ...hit, topic: 'suits_total' },
          ])
        : total.slice(0, 1);
    return [...totals, ...results].map((hit) => ({ ...hit, index: hit.index + start.index }));
  });
}

function speaksOfRequests(text: string): boolean {
  return /申请|依申请|信息公开/.test(text);
}

/** The counts that a sentence states about requests, disputes and what table 2 counts; `about` tells what the line is about. */
export function countClaims(sentence: Sentence, aboutRequests: boolean): Claim[] {
  const { text, section } = sentence;
  const requests =
    speaksOfRequests(text) || aboutRequests
      ? [...receivedIn(text), ...REQUEST_PATTERNS.flatMap((pattern) => matchesOf(text, pattern))]
      : [];
  const publication = PUBLICATION_PATTERNS.flatMap((pattern) => matchesOf(text, pattern)).filter(
    (hit) =>
      !PUBLISHING.test(text.slice(0, hit.index).replace(/(?:行政许可|行政处罚|行政强制|规范性文件)[^,，。;]*$/, '')),
  );
  const all = [...requests, ...disputesIn(text), ...publication].filter((hit) => !isOutside(text, hit));
  const unique = new Map(all.map((hit) => [`${hit.topic} ${hit.index}`, hit]));
  return [...unique.values()].map((hit) => ({
    topic: hit.topic,
    value: hit.value,
    section,
    sentence: sentence.published,
    span: sentence.spanOf(hit.index, hit.index + hit.length),
  }));
}
