import type { Messages } from './zh.ts';

/** What the interface says about the reader's own reports, in English. */
export const collection: Messages['collection'] = {
  none: 'No reports of your own yet. Drop web pages, texts or a whole folder here, or choose them below.',
  local: 'Files are read and kept in this browser alone; nothing is sent anywhere.',
  unkept: (reason) =>
    `This browser keeps nothing for this page: once the tab is closed, the files must be chosen again (${reason}).`,
  columns: ['File', 'Result', 'Body', 'Year', 'Figures', 'Gaps'],
  statuses: { read: 'read', gaps: 'with gaps', failed: 'not read', transcribe: 'to be typed' },
  running: (done, total, pace) => `${done} of ${total} read, ${pace} a second`,
  left: (seconds) => `about ${seconds} s left`,
  opening: 'Fetching the reports kept here…',
  clear: 'Remove all',
};
