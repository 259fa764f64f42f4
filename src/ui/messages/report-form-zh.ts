import type { PeerPlace } from '../../compare/peers.ts';

/** What the form of one report on the page of its body says in Chinese. */
export const reportFormZh = {
  title: (year: number, form: string) => `${year} 年年报（${form}）`,
  years: '有报告的年度',
  earlier: (year: number) => `上一年：${year} 年`,
  later: (year: number) => `下一年：${year} 年`,
  auditing: '核查：正在核对各条规则……',
  findings: (count: string) => `核查：${count} 处不符，下面表中以虚线框标出，点开可看算式。`,
  noFinding: '核查：没有不符之处；无法核对的地方见核查页。',
  noText: '数据集没有这一部分的文字。',
  noTextAtAll: '数据集没有这份年报的文字，只有表内数字。',
  markedCell: (value: string, finding: string) => `${value}，核查：${finding}`,
  otherForm: (form: string) => `另按${form}填写的项目`,
  noSuchYear: (year: number) => `数据集没有这个单位 ${year} 年的报告，下面是最近一年。`,
  peers: (year: number) => `${year} 年与同类单位相比如何？`,
  group: (kind: string, level: string, place: string, count: string) =>
    `同年、同类（${kind}）、同级（${level}）的单位，在${place}有 ${count} 个`,
  places: {
    city: '同一城市',
    province: '同省（本市不足 5 个）',
    dataset: '整个数据集（本省不足 5 个）',
  } satisfies Record<PeerPlace, string>,
  nearest: (count: string) => `；取办结件数（没有时用新收件数）之比最接近的 ${count} 个。`,
  whole: '，全部在内。',
  noPeers: (year: number) => `数据集里没有 ${year} 年同类同级的其他单位。`,
  indicator: '指标',
  own: '本单位',
  median: '同类中位数',
  quartiles: 'P25–P75',
  rank: '百分位',
  stripColumn: '同类分布',
  percentile: (percent: number) => `${percent} %`,
  peersNote: (few: number, fewest: number) =>
    `百分位：数值低于本单位的同类所占的份额，相等的算一半；不含本单位。不足 ${few} 件的比率不计入，本单位的以灰色显示；有数值的同类不足 ${fewest} 个时不算中位数和百分位。分布由零起：圆圈是同类，菱形是本单位，竖线是中位数，灰底是 P25–P75。`,
  peerNames: (count: string) => `这 ${count} 个单位`,
  handled: (count: string) => `${count} 件`,
  strip: (own: string, n: string, median: string, lower: string, upper: string) =>
    `本单位 ${own}；${n} 个同类的中位数 ${median}，P25–P75 ${lower} 至 ${upper}`,
};
