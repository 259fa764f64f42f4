import type { ReviewState } from '../../audit/review-ledger.ts';
import type { Verdict } from '../../audit/review.ts';
import type { Unkept } from '../../host/unkept.ts';

/** What the review of findings says in Chinese; its type is the catalogue that every other language fills. */
export const reviewZh = {
  review: '复核',
  states: {
    open: '待复核',
    changed: '数值已变，待重新复核',
    confirmed: '已确认',
    dismissed: '已排除',
    'sent-back': '已退回',
    mended: '已更正',
  } satisfies Record<ReviewState, string>,
  actions: {
    confirmed: '确认',
    dismissed: '排除',
    'sent-back': '退回',
    mended: '已更正',
  } satisfies Record<Verdict, string>,
  actionNotes: {
    confirmed: '确有此问题',
    dismissed: '不是问题，须写明理由',
    'sent-back': '已退回报告单位',
    mended: '报告单位已经更正',
  } satisfies Record<Verdict, string>,
  note: '理由或备注',
  noteOnly: '只存备注',
  takeBack: '撤销',
  reasonMissing: '排除须写明理由。',
  saidAt: (date: string) => `${date} 复核`,
  earlier: (state: string, date: string) => `数值变动之前（${date}）：${state}`,
  earlierNumbers: (expected: string, actual: string) => `当时应为 ${expected}，实为 ${actual}`,
  opening: '正在取出复核记录',
  unkept: {
    refused: '浏览器不保存本页的复核记录（隐私模式，或嵌在别的网站里）：关闭标签页后即失去。请导出成文件。',
    full: '浏览器的存储空间已满，新的复核记录只在这个标签页里。请导出成文件。',
    failed: '复核记录没有存进浏览器，只在这个标签页里。请导出成文件。',
  } satisfies Record<Unkept['why'], string>,
};

/** The words of the review of findings. */
export type ReviewMessages = typeof reviewZh;
