/** The sentences that state what a chart finds, in Chinese. */
export const findings = {
  space: '',
  coverage: (given: string, reports: string) => `${reports} 份报告中 ${given} 份列明`,
  noReports: (year: number) => `所选范围内 ${year} 年没有报告。`,
  noValue: (year: number, subject: string, coverage: string) => `${year} 年没有可比的${subject}（${coverage}）。`,
  total: (year: number, subject: string, value: string, coverage: string) =>
    `${year} 年${subject}合计 ${value}（${coverage}）。`,
  middle: (median: string, lower: string, upper: string) =>
    `单位中位数 ${median}，中间一半在 ${lower} 至 ${upper} 之间。`,
  highest: (name: string, value: string) => `最高的是${name}，${value}。`,
  lowest: (name: string, value: string) => `最低的是${name}，${value}。`,
  nobodyListed: '没有可以排名的单位。',
  shared: (count: string) => `${count} 个单位并列首位。`,
  sharedSome: (count: string, shown: string) => `${count} 个单位并列首位，这里只列出 ${shown} 个。`,
  fewLeftOut: (count: string, few: number) => `另有 ${count} 个单位分母不足 ${few} 件，未列入。`,
  withoutValue: (count: string, why: string) => `${count} 个单位没有数值：${why}。`,
  counted: (name: string, count: string) => `${name} ${count}`,
  reach: (bodies: string, low: string, high: string, zeros: string) =>
    `${bodies} 个单位有数值，从 ${low} 到 ${high}，其中 ${zeros} 个为零。`,
  within: (coverage: string) => `（${coverage}）`,
  noTotal: (year: number, subject: string) => `${year} 年没有报告列明${subject}。`,
  from: (reports: string) => `（据 ${reports} 份报告）`,
  oneYear: (year: number, subject: string, value: string) => `只有 ${year} 年有数：${subject}合计 ${value}。`,
  change: (subject: string, first: number, from: string, last: number, to: string) =>
    `${subject}合计由 ${first} 年的 ${from}变为 ${last} 年的 ${to}。`,
  uneven: (first: string, last: string) =>
    `两端列明的报告相差超过五分之一（${first} 份与 ${last} 份），不是同一批单位。`,
  formChange: {
    recounted: '2021 年起表式不同，前后口径不尽相同。',
    'not-asked': '2021 年以前的表式没有这一项。',
  },
  zeroGroups: (names: string, count: string) => `另有 ${count} 组为零：${names}。`,
  groups: (year: number, top: string, topValue: string, bottom: string, bottomValue: string) =>
    `${year} 年最高的是${top}，${topValue}；最低的是${bottom}，${bottomValue}。`,
  oneGroup: (year: number, group: string, value: string) => `${year} 年只有${group}有数：${value}。`,
  groupsShown: (shown: string, groups: string) => `共 ${groups} 组，画出列明此项最多的 ${shown} 组。`,
  bothGiven: (year: number, both: string, reports: string, x: string, y: string) =>
    `${year} 年 ${reports} 份报告中 ${both} 份两项都列明；中位数：${x}，${y}。`,
  oneGiven: (onlyX: string, onlyY: string, neither: string, x: string, y: string) =>
    `只列明${x}的 ${onlyX} 份，只列明${y}的 ${onlyY} 份，两项都未列明的 ${neither} 份，不在图中。`,
  inYear: (year: number) => `${year} 年：`,
  corrected: (kind: string, concluded: string, corrected: string) => `${kind}审结 ${concluded} 件，纠正 ${corrected}`,
  withoutFigure: (names: string) => `没有数据：${names}。`,
  largestPart: (whole: string, part: string, value: string) => `${whole}：最多的是${part}，${value}。`,
  largestGroup: (whole: string, part: string, value: string) => `${part}最多的是${whole}：${value}。`,
};
