import type { ReviewState } from '../../audit/review-ledger.ts';
import type { ReviewFileTrouble } from '../../audit/review-file.ts';
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
  marks: {
    open: '待',
    changed: '变',
    confirmed: '确',
    dismissed: '排',
    'sent-back': '退',
    mended: '正',
  } satisfies Record<ReviewState, string>,
  withReview: (outcome: string, state: string) => `${outcome}（${state}）`,
  standingOf: (fails: string, open: string) => `不成立的 ${fails} 份报告中，${open} 份待复核。`,
  all: '全部',
  file: '复核记录',
  fileNote:
    '记录只保存在这个浏览器里。导出的文件可以交给同事导入；同一处以后说的为准。数值不变，重新生成数据集后仍然有效。',
  held: (count: string) => `共 ${count} 条。`,
  fileName: (day: string) => `复核记录-${day}`,
  exportFile: '导出…',
  importFile: '导入…',
  taken: (read: string, news: string) => `读到 ${read} 条，其中 ${news} 条是新的。`,
  clear: '全部清除…',
  clearSure: (count: string) => `清除全部 ${count} 条复核记录？不能恢复。`,
  clearNow: '清除',
  cancel: '取消',
  clearFailed: '没有清除成功：',
  troubles: {
    'no-json': '这不是 JSON 文件，没有导入。',
    'no-reviews': '这不是复核记录的文件，没有导入。',
    'too-large': '文件过大，没有导入。',
  } satisfies Record<Exclude<ReviewFileTrouble['what'], 'newer' | 'bad-review'>, string>,
  newer: (version: string) => `这个文件由更新的程序写成（第 ${version} 版），请更新后再导入。`,
  badReview: (place: string, field: string) => `第 ${place} 条记录的 ${field} 不对，整个文件没有导入。`,
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
