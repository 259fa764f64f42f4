/** What is said in Chinese of the statements that were run in the tab. */
export const statementsZh = {
  title: (count: string) => `运行过的语句（${count}）`,
  note: '只保存在本标签页里，关闭后即消失；最多 30 条。选一条放回上面的输入框。',
  remove: '移除',
  removeOne: (statement: string) => `移除 ${statement}`,
  removeAll: '全部移除',
};
