import type { ApplicantScope, Denominator } from '../../form/definition.ts';

const denominators: Record<Denominator, string> = { handled: '办理总计', merits: '实体决定' };

const applicants: Record<ApplicantScope, string> = {
  total: '全部申请人',
  natural: '自然人',
  organisations: '法人或其他组织',
  business: '商业企业',
  research: '科研机构',
  public_interest: '社会公益组织',
  legal_service: '法律服务机构',
  other_org: '其他组织',
};

/** What is said in Chinese of the ways to count a figure. */
export const definitionZh = {
  title: '口径',
  denominator: '分母',
  applicants: '申请人',
  denominators,
  scopes: applicants,
  /** Added to a name where a figure is counted otherwise than in official prose. */
  onMerits: '按实体决定',
  named: (name: string, definition: string) => `${name}（${definition}）`,
  divided: (numerator: string, denominator: string) => `${numerator} ÷ ${denominator}`,
  grouped: (sum: string) => `（${sum}）`,
  only: (scope: string) => `只计${scope}的申请`,
  merits: '实体决定＝予以公开、部分公开、不予公开与无法提供之和',
  plus: '＋',
  minus: '－',
  separator: '；',
  onThisPage: '本页',
  rates: '比率',
  allSubjects: '全部指标…',
  findSubject: '查找指标',
  findHint: '名称、口径或编号，如 不予公开',
  noSubject: '没有符合的指标',
  subjectsFound: (count: string) => `${count} 个`,
  everyone: '本图计全部申请人的申请，不随所选的申请人变化。',
  toStandard: '恢复通行口径',
};
