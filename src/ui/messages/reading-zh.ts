import type { TypingTrouble } from '../reading/typed-figure.ts';
import type { SumRule } from '../../form/sums.ts';

/** What the reading page says in Chinese; its type is the catalogue that every other language fills. */
export const readingZh = {
  source: '原文',
  sourceNote: '下划线标出读到的数字，斜纹标出空缺。点选任一处，表中对应的一格随之标出；方向键移到前后一处。',
  form: '表',
  previousMark: '上一处',
  nextMark: '下一处',
  marksCount: (count: string) => `读到 ${count} 处`,
  named: (name: string, content: string) => `${name}：${content}`,
  blankHere: '空白',
  claimed: (topic: string) => `文中所述：${topic}`,
  editions: { '2021': '2021 年表式', '2019': '2019 年表式' },
  otherEdition: (edition: string) => `报告里另有${edition}的栏目：`,
  otherEditionNote: '两种表式口径不同，这些数字单独保存，不与新表式比较。',
  noTable: '没有找到表式里的表，下面各格都是空缺。',
  typedMark: '改',
  correctedFrom: (value: string, before: string) => `${value}（手工更正，原读 ${before}）`,
  typedNothing: '无此数',
  noFigureGiven: '未填',
  cellRead: '读到',
  cellCharacters: '原文字样',
  cellGap: '空缺原因',
  cellTyped: '手工更正',
  cellTypedAt: (at: string) => `${at} 更正`,
  cellClaims: '文中另有说法',
  nothingThere: '（没有字符）',
  chooseCell: '点选表中一格或原文中一处，这里显示它的数字、字样与空缺原因，也可以在这里更正。',
  typeFigure: '更正为',
  unitIs: (unit: string) => `单位：${unit}`,
  keep: '保存',
  noSuchFigure: '报告无此数',
  takeBack: '撤销更正',
  troubles: {
    empty: '请填写数字，或选择「报告无此数」。',
    'no-number': '这不是一个数字。',
    'other-unit': '单位与表式不符，请换算后只填数字。',
    negative: '这一项不能是负数。',
    'not-whole': '这一项只能是整数。',
    'too-large': '数字太大。',
  } satisfies Record<TypingTrouble, string>,
  partsAddUp: (sum: string) => `各项之和 ${sum}`,
  sumRules: {
    'T3-COL': '新收 + 结转（上年）= 总计 + 结转（下年）',
    'T3-SUM': '总计 = 各项办理结果之和',
    'T3-ROW': '总计 = 各类申请人之和',
    'T4-SUM': '总计 = 各项结果之和',
  } satisfies Record<SumRule['rule'], string>,
};

/** The catalogue of what the reading page says. */
export type ReadingMessages = typeof readingZh;
