import { isCompared } from './claim-context.ts';
import { isFiller, type CountPhrase } from './claim-phrases.ts';

// What is counted here is part of the requests (by applicant, channel, matter) or no request at all.
const PART_OF_REQUESTS =
  /自然人|个人|企业|法人|组织|律师|律所|科研|公民|群众|网上|网络|线上|线下|在线|网页|网站|平台|信函|邮寄|邮件|信件|来信|当面|现场|窗口|传真|电话|快递|挂号|渠道|方式|涉及|关于|类|撤回|撤销|补正|延期|协查|协助|协办|咨询|转办|转送|转交|移送|征求|更正|异议|信访|热线|留言|投诉|举报|建议|提案|公文|非本机关|不属于|不存在|不掌握|主动公开|反馈|逾期|超期|超时|重复|提前|当场|首次|最多|最少/;
const KIND = '(?:公民|自然人|群众|社会公众|公众|个人|企业法人|法人|企业|单位|(?:其[他它](?:社会)?|社会)?组织)';
/** 公民、法人和其他组织: whoever may apply, not one kind of applicant. */
const APPLICANTS_AT_LARGE = new RegExp(
  `${KIND}(?:(?:、|和|及|与|或者?|以及)${KIND})+|(?<=收到|接到|受理|接收|收悉)(?:公民|群众|社会公众|公众)|各类`,
  'g',
);
const OTHER_OBJECT =
  /^(?:工作日|方面|问题|措施|平台|渠道|类|部门|单位|科室|乡镇|人|名|户|家|小时|月|年|天|系统|环节|专题|栏目|信息(?!公开)|政策|文件|政务|主动)/;

const PARTIAL = /(?:同意)?部分(?:予以|同意|给予)?公开|区分处理/g;
const DENIED = /不予(?:以)?公开|不同意公开|拒绝公开|不予以?提供/g;
const OUTCOMES: readonly (readonly [string, RegExp])[] = [
  ['granted', /(?:予以|同意|全部|完全|准予|给予)公开|同意提供|予以提供|^公开$|公开(?=[及和或、与]$)/],
  ['unable_group', /(?:无法|不能|未能)提供/],
  ['not_processed_group', /不予处理/],
  ['other_group', /其[他它](?:类)?(?:方式)?处理/],
];
const CARRIED_IN =
  /(?:上|去|往)(?:一)?年度?(?:的)?(?:结转|转入|遗留|转来)|结转(?:自|的)?上(?:一)?年|上(?:一)?年度?末?(?:尚)?未(?:办结|办理完毕)(?:结转|转入)|上期结转/;
const CARRIED_OUT =
  /(?:结转|转入?|顺延|延续|延至|跨|留待)(?:至|到|入)?(?:下|次|明|翌|第二)(?:一|1)?年度?|下(?:一)?年度?(?:继续)?(?:办理|答复|处理)|(?:正在|仍在|尚在)(?:依法)?(?:办理|处理|答复)|办理中|在办|未办结|尚未(?:办结|答复|办理完毕)/;
const HANDLED = /办结|办毕|答复|回复|办复|(?:办理|处理)(?:完毕|完成|完结)|已办理|已处理/;
const DEALT_WITH = /办理|处理/;
const RECEIVED = /收到|接收|受理|收办|接到|收悉|新收|新增|接受|登记|共收|年收|收申请/;
const NEW = /新收|新增|新受理|本年收到|当年收到|新接收|新收到/;
const REQUESTS_ALONE =
  /(?:依申请公开|公开(?:的)?申请|申请公开|申请)(?:件|事项|信息|政府信息|数量|总数|总量|的?案?件)*(?:共计?|总计|合计|累计|为|有|的|是)*$/;
const RATE = /率$|率[为达是]*$|比例|占比?$/;

function outcomesIn(words: string): string[] {
  const partial = PARTIAL.test(words);
  PARTIAL.lastIndex = 0;
  const denied = DENIED.test(words);
  DENIED.lastIndex = 0;
  const rest = words.replace(PARTIAL, '').replace(DENIED, '');
  return [
    ...(partial ? ['partial'] : []),
    ...(denied ? ['denied_group'] : []),
    ...OUTCOMES.filter(([, pattern]) => pattern.test(rest)).map(([topic]) => topic),
  ];
}

function oneOutcome(found: readonly string[]): string | null {
  if (found.length === 1) return found[0]!;
  return found.length === 2 && found.includes('granted') && found.includes('partial') ? 'granted_and_partial' : null;
}

/** Year that the form carries over from or to, where the words name it: 2023年结转, 结转至2025年. */
function carriedByYear(words: string, year: number | null): string | null {
  const from = /(20\d\d)年度?(?:的)?(?:结转|转入)/.exec(words)?.[1];
  const to = /(?:结转|转|顺延)(?:至|到|入)?(20\d\d)年/.exec(words)?.[1];
  if (year === null) return null;
  if (to !== undefined && Number(to) === year + 1) return 'carried_out';
  if (to !== undefined && Number(to) === year) return 'carried_in';
  return from !== undefined && Number(from) === year - 1
    ? 'carried_in'
    : from !== undefined && Number(from) === year
      ? 'carried_out'
      : null;
}

function topicsOf(words: string, isPart: boolean, year: number | null): string[] {
  const outcomes = outcomesIn(words);
  if (outcomes.length > 1 && /各(?:为|有|计)?$/.test(words)) return outcomes;
  if (outcomes.length > 1 && /分别|依次/.test(words)) return [];
  if (outcomes.length > 0) {
    const outcome = oneOutcome(outcomes);
    return outcome === null ? [] : [outcome];
  }
  if (CARRIED_IN.test(words)) return CARRIED_OUT.test(words) || RECEIVED.test(words) ? [] : ['carried_in'];
  if (CARRIED_OUT.test(words)) return ['carried_out'];
  const carried = carriedByYear(words, year);
  if (carried !== null) return [carried];
  if (/结转/.test(words)) return [];
  const isNew = NEW.test(words);
  const isReceived = isNew || RECEIVED.test(words);
  if (isPart && isReceived && !isNew) return [];
  const received = isReceived ? [isNew ? 'new' : 'new_or_received'] : [];
  if (HANDLED.test(words)) return [...received, 'handled'];
  if (received.length > 0) return received;
  if (DEALT_WITH.test(words)) return isPart ? [] : ['dealt_with'];
  return !isPart && REQUESTS_ALONE.test(words) ? ['new_or_received'] : [];
}

const AFTER_TOPIC =
  /^(?:的|为|是|系|被|属于?|均|已|全部|依法|按规定|作出|作|申请|信息公开申请|政府信息公开申请|依申请公开申请)*/;

/**
 * What a number says about requests, as topics of claims: usually one, two for 收到并答复, none where it may be a part,
 * another year's number, or something else than requests. `year` is the report year, where known.
 */
export function requestTopics(phrase: CountPhrase, year: number | null): string[] {
  const words = `${phrase.lead}${phrase.lead === '' ? '' : '，'}${phrase.before}`.replace(APPLICANTS_AT_LARGE, '');
  const { after, counter } = phrase;
  if (isCompared(words) || PART_OF_REQUESTS.test(words.replace('信访举报投诉类申请', '')) || RATE.test(words))
    return [];
  if (OTHER_OBJECT.test(after)) return [];
  const isWeak = counter === '个' || counter === '项' || counter === '条' || counter === '次' || counter === '笔';
  const said = topicsOf(words, phrase.isPart, year);
  if (said.length > 0) {
    const isReceivedAlone = said.length === 1 && (said[0] === 'new_or_received' || said[0] === 'dealt_with');
    const namesRequest = /申请|依申请/.test(words + after);
    if (isWeak && isReceivedAlone && !namesRequest) return [];
    return isReceivedAlone && /信息$/.test(phrase.before) && !namesRequest ? [] : said;
  }
  if (!isFiller(phrase.before) || counter === '' || PART_OF_REQUESTS.test(after)) return [];
  const behind = after.replace(AFTER_TOPIC, '');
  const outcome = oneOutcome(outcomesIn(behind.slice(0, 8)));
  if (outcome !== null) return [outcome];
  if (CARRIED_OUT.test(behind)) return ['carried_out'];
  return CARRIED_IN.test(behind) ? ['carried_in'] : [];
}
