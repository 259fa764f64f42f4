import type { RankingOrder } from '../../compare/ranking.ts';

/** What stands around rankings and changes in Chinese. */
export const ranking = {
  rankingOf: {
    highest: (subject: string, year: number) => `${year} 年哪些单位的${subject}最高？`,
    lowest: (subject: string, year: number) => `${year} 年哪些单位的${subject}最低？`,
  },
  order: '次序',
  orders: { highest: '由高到低', lowest: '由低到高' } satisfies Record<RankingOrder, string>,
  rankingLength: '行数',
  lengthOf: (length: number, isMost: boolean) => (isMost ? `全部（至多 ${length}）` : String(length)),
  equalsCut: '数值相同的单位至多列出五个，件数多的在前；虚线处略去。',
  amountOf: (part: string, group: string, year: number | null) =>
    year === null ? `各${group}的${part}是多少？` : `${year} 年各${group}的${part}是多少？`,
  units: {
    proportion: '比例，0 至 1',
    case: '件',
    item: '项',
    difference: '比例之差',
    growth: '增长率，1 为一倍',
  },
  bestRank: '按区间最好名次',
  worstRank: '按区间最差名次',
  alike: '竖线相连的单位，95% 区间与其中第一个的重叠，分不出高下。',
  survives: (subject: string, year: number) => `${year} 年${subject}的排名经得起换口径吗？`,
  survival: (definitions: number, listed: string, kept: string) =>
    `按 ${definitions} 种口径各排一次，当前口径的前 ${listed} 个单位中有 ${kept} 个在有名次的口径下都在前 ${listed} 名。`,
  partlyRanked: (bodies: string) => `${bodies} 个单位在有的口径下件数不足，没有名次。`,
  rangesShown: (bodies: number) => `列出 ${bodies} 个单位`,
  firstSurvives: (name: string, best: string, worst: string) =>
    best === worst ? `${name}在有名次的口径下都是第 ${best} 名。` : `${name}在第 ${best} 至 ${worst} 名之间。`,
  survivalNote: (definitions: string) => `点是当前口径的名次，横线由最好名次到最差名次；所比口径：${definitions}。`,
  ranksBetween: (best: string, worst: string) => `各口径下第 ${best} 至 ${worst} 名`,
  bestOf: '最好名次',
  worstOf: '最差名次',
  definitionsOf: '有名次的口径数',
  change: '比上年',
  points: (change: string) => `${change} 个百分点`,
  againstBefore: (change: string) => `比上年 ${change}`,
  rankOf: {
    highest: (rank: string, of: string) => `由高到低第 ${rank} 名，共 ${of} 个单位`,
    lowest: (rank: string, of: string) => `由低到高第 ${rank} 名，共 ${of} 个单位`,
  } satisfies Record<RankingOrder, unknown>,
  unranked: '件数少，未列入排名',
  outsideSelection: '不在所选范围内，未列入排名',
};
