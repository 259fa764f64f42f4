import type { KeptStatus } from '../../host/kept-report.ts';

/** What the interface says about the reader's own reports, in Chinese. */
export const collection = {
  none: '还没有自己的年报。把网页、文本或整个文件夹拖进来，或在下面选择。',
  local: '文件只在这个浏览器里读取和保存，不会发往任何地方。',
  unkept: (reason: string) => `这个浏览器不让本页保存内容，关闭标签页后要重新选择文件（${reason}）。`,
  columns: ['文件', '结果', '单位', '年度', '数字', '缺项'],
  statuses: { read: '读全', gaps: '有缺项', failed: '未读', transcribe: '待录入' } satisfies Record<KeptStatus, string>,
  running: (done: string, total: string, pace: string) => `已读 ${done} / ${total} 份，每秒 ${pace} 份`,
  left: (seconds: string) => `约需 ${seconds} 秒`,
  opening: '正在取出保存的年报…',
  clear: '全部移除',
};
