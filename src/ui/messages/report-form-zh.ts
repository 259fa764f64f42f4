/** What the form of one report on the page of its body says in Chinese. */
export const reportFormZh = {
  title: (year: number, form: string) => `${year} 年年报（${form}）`,
  years: '有报告的年度',
  earlier: (year: number) => `上一年：${year} 年`,
  later: (year: number) => `下一年：${year} 年`,
  auditing: '核查：正在核对各条规则……',
  findings: (count: string) => `核查：${count} 处不符，下面表中以虚线框标出，点开可看算式。`,
  noFinding: '核查：没有不符之处；无法核对的地方见核查页。',
  noText: '数据集没有这一部分的文字。',
  noTextAtAll: '数据集没有这份年报的文字，只有表内数字。',
  markedCell: (value: string, finding: string) => `${value}，核查：${finding}`,
  otherForm: (form: string) => `另按${form}填写的项目`,
  noSuchYear: (year: number) => `数据集没有这个单位 ${year} 年的报告，下面是最近一年。`,
};
