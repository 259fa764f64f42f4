import type { FunnelPlace } from '../../compare/funnel.ts';

/** What is said in Chinese of the figures that set bodies against chance and against each other. */
export const figuresZh = {
  sections: { ranking: '排名', years: '历年', spread: '分布', parts: '构成' },
  heatOf: (subject: string) => `排名中的单位历年的${subject}是多少？`,
  known: (bodies: string, known: string, all: string, missing: string) =>
    `${bodies} 个单位，${all} 个单位年度中 ${known} 个有数值${missing ? `；缺：${missing}` : ''}。`,
  heatBreak: '虚线处起用新表式。',
  sortedBy: '排序',
  reasonsOf: (group: string, year: number | null) =>
    year === null ? `各${group}以哪些理由不予公开？` : `${year} 年各${group}以哪些理由不予公开？`,
  mostGiven: (reason: string, share: string) => `最多的理由是${reason}，占 ${share}。`,
  noRefusals: '没有列明的不予公开。',
  reasonsNote: '颜色深浅是该理由在本行全部不予公开中的占比；行名后是本行不予公开的件数。分组与构成图一同选择。',
  reason: '理由',
  refused: '不予公开',
  shareOfRefusals: '占不予公开',
  given: '列明的报告',
  reports: '报告',
  funnelOf: (subject: string, year: number) => `${year} 年各单位${subject}的差别，比偶然所致的更大吗？`,
  cases: '件数（分母）',
  common: '合计',
  inner: '95% 界限',
  outer: '99.8% 界限',
  places: {
    within: '界限之内',
    'below-inner': '低于 95% 界限',
    'above-inner': '高于 95% 界限',
    'below-outer': '低于 99.8% 界限',
    'above-outer': '高于 99.8% 界限',
  } satisfies Record<FunnelPlace, string>,
  place: '与界限相比',
  beyond: (bodies: string, above: string, below: string, outside: string) =>
    `${bodies} 个单位中 ${outside} 个在 99.8% 界限之外（高 ${above}、低 ${below}）；`,
  byChance: (expected: string) => `若各单位真实比率相同，偶然至多会有约 ${expected} 个。`,
  moreThanChance: '差别不能只用偶然解释。',
  asByChance: '差别没有超出偶然的范围。',
  noCases: (bodies: string) => `另有 ${bodies} 个单位没有数值，不在图中。`,
  funnelNote:
    '实线之间是：若每个单位的真实比率都等于合计，同样件数的单位有 99.8% 会落在其中（二项分布的精确分位数，端点在内）；虚线为 95%。',
};
