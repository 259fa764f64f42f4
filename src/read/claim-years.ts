import { readPeriod } from './period.ts';

/** A year that a sentence names as the one it speaks of. */
export interface StatedYear {
  readonly year: number;
  readonly start: number;
}

const NUMBERING =
  '(?:[(（]?[一二三四五六七八九十\\d]{1,2}[)）、.．]+)?(?:[一二三四五六七八九十]是|首先|其次)?(?:[^,，。:：0-9]{0,16}[:：])?';
const OPENING = new RegExp(`^\\s*${NUMBERING}(?:在|到)?(20\\d\\d)年度?(?=[,，])`);
const WITH_SUBJECT =
  /(?:^|[,，:：)]|[一二三四五六七八九十]是)(?:在)?(20\d\d)年度?(?=(?:全年)?[,，]?(?:我[局委办厅院镇乡县市区街中]|本[局机关单位委部门办街道镇乡年]|全[县市区省镇乡局州]|各[级部镇单]|[县区市省州][\u4e00-\u9fff]{1,12}?(?:局|委|办|政府|中心|厅)|[\u4e00-\u9fff]{2,14}?(?:局|委员会|人民政府|街道办事处|镇政府)(?:共|收|受|严|认|按|坚|在|以|紧|始|积|高|深|主|未|没|全|切|依)|共[收受办]|累计|收到|受理|新收|未收到|没有收到))/;
const FUTURE = /将(?![\u4e00-\u9fff]{0,20}(?:纳入|作为))|计划|拟|打算|力争|下一步|今后|展望/;
const NO_STATEMENT = /问题|整改|规划|以来|至20|-20|—20|工作要点|指标|期间/;
const COMPARED = /同比|较|相比|增长|下降|增加|减少|上升|持平/;

/** The year a sentence states as the one it speaks of: its period, or the year that opens it; plans and comparisons state none. */
export function statedYear(sentence: string): StatedYear | null {
  if (!sentence.includes('20')) return null;
  const period = readPeriod(sentence);
  if (period) return { year: period.year, start: period.index };
  const match = OPENING.exec(sentence) ?? WITH_SUBJECT.exec(sentence);
  if (!match) return null;
  const start = match.index + match[0].lastIndexOf(match[1]!);
  const rest = sentence.slice(start + 4, start + 44);
  if (FUTURE.test(rest) || NO_STATEMENT.test(sentence.slice(0, start + 24))) return null;
  return { year: Number(match[1]), start };
}

/**
 * Whether a year other than the report's is told for comparison only: the same sentence, or the next, names the report
 * year too or compares.
 */
export function isForComparison(sentence: string, next: string, stated: number, reportYear: number | null): boolean {
  if (reportYear === null || stated === reportYear) return false;
  return sentence.includes(`${reportYear}年`) || COMPARED.test(sentence) || COMPARED.test(next);
}
