/** What the page on method says in Chinese. */
export const method = {
  lead: (few: number) =>
    `所有数字来自各单位年度报告的法定表格。空白从不作零计，没有报告的年度不连线。群体的比率为分子之和除以分母之和，旁边列出中位数、四分位与覆盖；分母为零时不适用。比率附 95% 威尔逊区间；分母不足 ${few} 件的比率不列入排名，除非读者要求。`,
  indicators: '指标',
  indicatorsNote: '每个指标是两组表格数字之和的商；任何一项未列明，该报告就不计入。',
  form: '表式',
  edition: (notice: string, from: number, to: number | null) =>
    to === null ? `${notice}：${from} 年度起` : `${notice}：${from} 至 ${to} 年度`,
  sums: (now: number, before: number) => `表式规定了 ${now} 条加总关系（2019 年表式 ${before} 条）。`,
  cells: (count: number) => `${count} 项`,
  column: '列',
  unit: '单位',
  key: '列名',
  since: '始于',
  note: '说明',
  gaps: '缺项原因',
  gapsNote: '报告没有给出数字的地方记为缺项，并写明原因：',
  terms: '用语',
};
