import type { Label } from './label.ts';

/** One of the six sections that art. 50 of the OGI Regulations and the form's annex lay down. */
export interface Section extends Label {
  readonly number: 1 | 2 | 3 | 4 | 5 | 6;
  /** Words that tell the section whatever the rest of its heading says; all of one list must occur. */
  readonly keywords: readonly (readonly string[])[];
  /** Table of the form that stands in the section. */
  readonly table: 2 | 3 | 4 | null;
}

/** The six sections in the form's order. */
export const SECTIONS: readonly Section[] = [
  {
    number: 1,
    zh: '总体情况',
    en: 'overview',
    table: null,
    keywords: [['总体情况'], ['总体概况'], ['基本情况'], ['概述']],
  },
  {
    number: 2,
    zh: '主动公开政府信息情况',
    en: 'proactive disclosure',
    table: 2,
    published: ['行政机关主动公开政府信息情况'],
    keywords: [['主动公开', '情况']],
  },
  {
    number: 3,
    zh: '收到和处理政府信息公开申请情况',
    en: 'requests received and handled',
    table: 3,
    published: ['依申请公开政府信息情况'],
    keywords: [['收到', '处理', '申请'], ['依申请公开', '情况'], ['信息公开申请情况']],
  },
  {
    number: 4,
    zh: '政府信息公开行政复议、行政诉讼情况',
    en: 'reconsideration and litigation',
    table: 4,
    published: ['因政府信息公开工作被申请行政复议、提起行政诉讼情况'],
    keywords: [['复议', '诉讼', '情况']],
  },
  {
    number: 5,
    zh: '存在的主要问题及改进情况',
    en: 'problems and improvement',
    table: null,
    published: ['存在问题及改进情况', '存在的问题和改进措施'],
    keywords: [
      ['问题', '改进'],
      ['问题', '整改'],
      ['问题', '措施'],
      ['存在', '问题'],
    ],
  },
  {
    number: 6,
    zh: '其他需要报告的事项',
    en: 'other matters to report',
    table: null,
    published: ['其他需报告的事项'],
    keywords: [
      ['其他', '报告', '事项'],
      ['其它', '报告', '事项'],
      ['其他', '需要', '事项'],
    ],
  },
];
