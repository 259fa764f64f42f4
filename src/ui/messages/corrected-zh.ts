/** What figures corrected by hand say of themselves in Chinese. */
export const correctedZh = {
  column: '手工更正',
  changed: (cell: string, read: string, counted: string) => `${cell}：原读 ${read}，手工更正为 ${counted}`,
  filled: (cell: string, counted: string) => `${cell}：原读空缺，手工填为 ${counted}`,
  struck: (cell: string, read: string) => `${cell}：原读 ${read}，手工删去`,
  outdated: '（更正之后原文重读，读数已变，请再核对）',
  place: (name: string, year: number) => `${name} ${year} 年 `,
  inside: (count: string) => `内有 ${count} 个手工更正的数字`,
  note: (count: string, who: string) =>
    `这里有 ${count} 个数字经手工更正（${who}），按更正后的数字计；原读数见提示、表格与 CSV。`,
  who: (name: string, years: string) => `${name} ${years} 年`,
  moreBodies: (count: string) => `等，另有 ${count} 个单位`,
  more: (count: string) => `另有 ${count} 个`,
  beyond: (count: string) => `更正太多，较早年度的 ${count} 个未逐一标出。`,
  facts: (count: string) => `${count} 个数字经手工更正`,
  inReport: (count: string) => `手工更正 ${count} 项`,
  read: (read: string) => `原读 ${read}`,
  readGap: '原读空缺',
};
