/** What a clause of the prose speaks about, as far as it decides which cell a number can mean. */
export type Subject = 'requests' | 'disputes' | 'documents' | 'decisions' | 'fee' | 'outside';

const DISPUTES = /复议|诉讼|起诉|应诉|被诉/;
const FEE = /处理费|收费|缴费|收取[^,，。]{0,8}费|费用/;
const DOCUMENTS = /规范性文件|规章(?!制度)/;
const DECISIONS = /行政(?:许可|处罚|强制)/;
const REQUESTS = /申请(?!人|表|书|量|渠道|方式|指南|条件|流程|专|窗口|系统|平台)|依申请公开/;
const OUTSIDE =
  /信访|热线|12345|留言|来电|来访|咨询|投诉|举报|工单|提案|议案|建议|粉丝|浏览|点击|阅读|访问|视频|推文|微信|微博|抖音|公众号|客户端|新媒体|网站|网页|平台|专栏|栏目|培训|会议|例会|活动|宣传|解读|新闻|简报|稿件|信息稿|政策问答|回应|征集|调查|公示|公告|推送|刊发|发布|更新|档案|案卷|目录|清单|预算|决算|采购|项目|招标|投资|检查|督查|巡查|考核|整改|走访|服务对象|满意/;

/** What a clause speaks about; null where it goes on with what the clauses before it spoke about. */
export function subjectOf(clause: string): Subject | null {
  if (DISPUTES.test(clause)) return 'disputes';
  if (FEE.test(clause)) return 'fee';
  if (DOCUMENTS.test(clause)) return 'documents';
  if (DECISIONS.test(clause)) return 'decisions';
  if (REQUESTS.test(clause)) return 'requests';
  return OUTSIDE.test(clause) ? 'outside' : null;
}

const COMPARED =
  /同比|环比|较(?:上|去|前|20\d\d|往|同期)|比(?:上|去|前|20\d\d|往)年?|相比|增加|减少|增长|下降|上升|增幅|降幅|减幅|多出|去年同期|上年同期|(?:上年|去年|上一年|前年|20\d\d年)度?(?:同期|全年)?的$/;

/** Whether the words before a number make it one of another year, or a difference to it. */
export const isCompared = (words: string): boolean => COMPARED.test(words);

const SIMPLE_PAST_YEAR = /(?<![较比与和同])(?:上年|去年|上一年|前年|往年)(?!度?(?:的)?(?:结转|转入|遗留|转来|末|未))/;

/** Whether a clause speaks of an earlier year without what was carried over from it. */
export const isPastYear = (clause: string): boolean => SIMPLE_PAST_YEAR.test(clause);

const ORGAN =
  /([\u4e00-\u9fff]{1,14}?(?:局|委员会|[发科工国经健建管]委(?!托|派|员)|办公[室厅]|[府管党政]办(?![理结毕件公事复])|街道|分局|支队|大队|人民政府|[县区市镇乡]政府|镇|(?<!城)乡(?!村|镇|土)|法院|检察院|集团|公司|医院|学校|中心|县区|[县区市](?=收|受|办|新|共|答|申|[0-9])))(?!信息)/g;
const LEADING =
  /^.*(?:全年|年度|其中|由于|以及|包括|按照|根据|截至|同时|累计|[0-9年月日]|对|向|由|至|在|与|和|及|或|因|被|含|有|以)(?=[\u4e00-\u9fff]{2})/;
const OWN_ORGAN = /^(?:我|本|该)|^[全各]|行政机关|政府信息|^(?:县|市|区|省|镇|乡|州)$/;

const isSubsequence = (short: string, long: string): boolean => {
  let at = 0;
  for (const character of long) if (character === short[at]) at += 1;
  return at === short.length;
};

/**
 * Whether the words before a number name another body than the reporting one: its figures are not the report's. A short
 * form of the own name (县住建局) is no other body; without a known name every named body may be the own one.
 */
export function namesOtherBody(words: string, body: string | null): boolean {
  if (body === null) return false;
  for (const match of words
    .replace(/[向由](?=[^,，]{2,20}(?:申请|提起|提出))[^,，]{2,20}(?=申请|提起|提出)/g, '')
    .matchAll(ORGAN)) {
    const name = match[1]!.replace(LEADING, '');
    if (name.length < 2 || OWN_ORGAN.test(name)) continue;
    if (!isSubsequence(name, body)) return true;
  }
  return false;
}
