import { isFiller, type CountPhrase } from './claim-phrases.ts';

// Around the words of a decision only these may stand; anything else names a part (食品经营行政许可) or a posting.
const AROUND_DECISIONS =
  /全年|本年度?|年内|今年|当年|20\d\d年度?|截至|12月31日|累计|总计|合计|共计|一共|共有|共|计|依法|作出|做出|下达|办理|办结|处理|实施|完成|开展|查处|各类|[我本][局委办厅院镇乡机关单位部门街道]+|决定|案件|措施|行为|数量|总数|总量|情况|[的中为有了是等各及和、,，]|其中/g;
const DECISIONS = { 许可: 'licensing_decisions', 处罚: 'penalty_decisions', 强制: 'coercion_decisions' } as const;

/** The topic of a number of decisions as table 2 counts them; null for postings, items of a catalogue, and one kind among many. */
export function decisionTopic({ before, after, lead, counter }: CountPhrase): string | null {
  if (!['件', '宗', '起', '例', '份'].includes(counter)) return null;
  const words = `${lead}${before}`;
  const named = [...words.matchAll(/行政(许可|处罚|强制)/g)].map((match) => match[1] as keyof typeof DECISIONS);
  if (named.length === 0 && isFiller(words)) {
    const behind = /^(?:的)?行政(许可|处罚|强制)(?:处理)?(?:决定|案件)?$/.exec(after)?.[1];
    return behind === undefined ? null : DECISIONS[behind as keyof typeof DECISIONS];
  }
  if (named.length !== 1 || !/^(?:决定|案件)?$/.test(after)) return null;
  const rest = words
    .replace(/行政(?:许可|处罚|强制)/, '')
    .replace(AROUND_DECISIONS, '')
    .trim();
  return rest === '' ? DECISIONS[named[0]!] : null;
}

const VERBS: readonly (readonly [string, RegExp])[] = [
  ['repealed', /废止/],
  ['in_force', /现行有效/],
  ['issued', /制发|制定|制订|出台|印发|新制/],
];
const NOT_MADE =
  /公开|公布|公示|解读|备案|审查|审核|修改|修订|征求|上级|转发|报送|评估|清理|起草|失效|宣布|政策|等文件|草案|听证|上传|发布|保留|拟|组织/;

/** What a clause says is counted: rules or normative documents; null for neither or both. */
export function documentKind(clause: string): 'rules' | 'normative_docs' | null {
  const isDocument = /规范性文件/.test(clause);
  const isRule = /规章(?!制度)/.test(clause.replace('规范性文件', ''));
  if (isDocument === isRule) return null;
  return isDocument ? 'normative_docs' : 'rules';
}

/** The topic of a number of rules or normative documents; `kind` is what the clauses before spoke of. */
export function documentTopic(
  { before, after, lead, isPart, counter }: CountPhrase,
  kind: string | null,
): string | null {
  const words = `${lead}${before}`;
  const verbs = VERBS.filter(([, pattern]) => pattern.test(words));
  const own = documentKind(words + after) ?? (/规章|规范性文件/.test(words) ? null : kind);
  if (own === null || verbs.length !== 1 || NOT_MADE.test(words) || !['件', '份', '个', '部', '项'].includes(counter))
    return null;
  const verb = verbs[0]![0];
  return isPart && verb === 'issued' ? null : `${own}_${verb}`;
}
