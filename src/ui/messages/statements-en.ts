import type { statementsZh } from './statements-zh.ts';

/** What is said in English of the statements that were run in the tab. */
export const statementsEn: typeof statementsZh = {
  title: (count) => `Statements run before (${count})`,
  note: 'Kept in this tab alone and gone when it closes; 30 at most. Choose one to have it back in the field above.',
  remove: 'Remove',
  removeOne: (statement) => `Remove ${statement}`,
  removeAll: 'Remove all',
};
