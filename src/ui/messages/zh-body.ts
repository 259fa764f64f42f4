import type { Edition } from '../../form/edition.ts';
import type { BodyYear } from '../../store/body-years.ts';

/** What the page of one body says in Chinese. */
export const zhBody = {
  all: '全部单位',
  another: '查找另一个单位',
  otherNames: (names: string) => `其他名称：${names}`,
  nameYears: (name: string, from: number | null, to: number | null) =>
    from === null ? (to === null ? name : `${name}（至 ${to} 年）`) : `${name}（${from}–${to ?? ''} 年）`,
  compare: '与其他单位对比',
  csv: '下载全部数字（CSV）',
  csvTitle: (name: string) => `${name}历年数字`,
  reports: '历年报告',
  edition: '表式',
  editions: { '2019': '2019 年表式', '2021': '2021 年表式' } satisfies Record<Edition, string>,
  unknownEdition: '未记录',
  publishedOn: '公布日期',
  scopes: { own: '只含本级', area: '含全地区' } satisfies Record<NonNullable<BodyYear['scope']>, string>,
  known: '有数字',
  knownOf: (known: string, all: string) => `${known}/${all} 项`,
  noGaps: '没有缺项',
  absent: (years: string) => `数据集没有这个单位 ${years} 年的报告；这不等于该年没有公布。`,
  trends: '主要数字逐年如何变化？',
  trendsNote: '各图刻度不同。斜纹处没有数字，原因写在旁边；虚线处换用新表式，前后口径不同。',
  neverGiven: (names: string) => `没有一年给出数字：${names}。`,
  inYear: (value: string, year: number) => `${value}（${year} 年）`,
  latest: (year: number, parts: string) => `${year} 年：${parts}。`,
  change: (name: string, first: number, from: string, last: number, to: string) =>
    `${name}由 ${first} 年的 ${from} 变为 ${last} 年的 ${to}。`,
  figures: '表内数字',
  figuresNote: '申请一节只列「总计」一列，各类申请人的数字在全部 200 项里。',
  quoted: (raw: string) => `「${raw}」`,
  cellId: '编号',
  column: '列',
  unit: '计量单位',
  gapReason: '缺项原因',
  foundText: '原文',
};
