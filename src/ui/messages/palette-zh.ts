/** What the search over everything says in Chinese. */
export const paletteZh = {
  open: '查找',
  title: '查找页面、指标、单位、数据集',
  hint: '名称、拼音或编号，如 不予公开、refusal_rate',
  results: '查找结果',
  pages: '页面',
  datasets: '数据集',
  subjects: '指标',
  bodies: '单位',
  found: (shown: string) => `${shown} 项可选`,
  listed: (shown: string, total: string) => `（${total} 个中列出 ${shown} 个）`,
  none: '没有符合的结果',
  keys: '↑ ↓ 选择，Enter 前往，Esc 关闭',
};
