import type { Change } from '../../audit/finding-changes.ts';

/** What the comparison of findings says in Chinese; its type is the catalogue that every other language fills. */
export const changesZh = {
  title: '与较早的数据集比较',
  note: '两个数据集各按全部规则核查一遍，按单位、年度、规则和位置逐处对照。现在成立的才算已改正；无法核对或没有报告的另列。',
  earlier: '较早的数据集',
  choose: '请选择',
  compare: '比较',
  ownFile: '用自己的文件比较…',
  running: (percent: string) => `正在比较，已完成 ${percent}%`,
  cancel: '停止',
  comparedWith: (name: string) => `与「${name}」比较：`,
  nothing: '两个数据集都没有不成立之处。',
  changes: {
    mended: '已改正',
    new: '新出现',
    still: '仍然存在',
    unchecked: '现已无法核对',
    absent: '现无此报告',
  } satisfies Record<Change, string>,
  rule: '规则',
  bodies: (rule: string, change: string, count: string) => `${rule} ${change}：${count} 处`,
  more: (count: string) => `再列 ${count} 处`,
  open: (rule: string, change: string, count: string) => `${rule} ${change} ${count} 处`,
  valuesChanged: '数值有变',
  versions: '核查结果的变化',
  versionsNote: '两个版本各与该单位其他年度的报告一起，按全部规则核查。',
  versionsCompare: '比较核查结果',
  versionsNothing: '两个版本都没有不成立之处。',
  counted: (change: string, count: string) => `${change}：${count} 处`,
  inYear: (year: number, rule: string) => `${year} 年 ${rule}`,
};

/** The words of the comparison of findings. */
export type ChangesMessages = typeof changesZh;
