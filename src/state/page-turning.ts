import type { Page } from './pages.ts';
import type { View } from './view.ts';

/** What changes on the way to another page: filters and bodies go along, what only the page before knows stays behind. */
export const turnedTo = (page: Page): Partial<View> => ({
  page,
  subject: null,
  by: null,
  tables: [],
  search: '',
  leaf: 1,
  report: null,
  cell: null,
  rule: null,
  severity: null,
  sort: null,
  opened: null,
  sql: null,
});
