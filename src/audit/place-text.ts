import { APPLICANT_COLUMNS } from '../form/applicants.ts';
import { formCell } from '../form/cells.ts';
import { DISPUTE_BLOCKS } from '../form/disputes.ts';
import { OUTCOME_GROUPS, REQUEST_ROWS } from '../form/requests.ts';
import { CLAIM_TOPICS } from '../read/claim-topics.ts';
import { EVIDENCE_KINDS } from '../read/evidence.ts';

/** A language that findings are told in. */
export type Language = 'zh' | 'en';

interface Worded {
  readonly zh: string;
  readonly en: string;
}

const worded = (entries: readonly (Worded & { readonly key: string })[]): [string, Worded][] =>
  entries.map(({ key, zh, en }) => [key, { zh, en }]);

const groupWords = new Map(worded(OUTCOME_GROUPS));
const formParts = new Map<string, Worded>([
  ...worded(APPLICANT_COLUMNS),
  ...REQUEST_ROWS.map(({ key, group, zh, en }): [string, Worded] => {
    const above = group && groupWords.get(group);
    return [key, above ? { zh: `${above.zh} ${zh}`, en: `${above.en}: ${en}` } : { zh, en }];
  }),
  ...worded(DISPUTE_BLOCKS),
]);
const topics = new Map(worded(CLAIM_TOPICS));

/** Places that are neither of the form nor of the prose's topics. */
const OTHERS: ReadonlyMap<string, Worded> = new Map([
  ['suits', { zh: '行政诉讼', en: 'suits' }],
  ['rules', { zh: '规章', en: 'rules' }],
  ['normative_docs', { zh: '行政规范性文件', en: 'normative documents' }],
  ['processing_fee', { zh: '信息处理费', en: 'information-processing fee' }],
  ['unpaid_fee', { zh: '收费通知', en: 'fees asked for' }],
  ['clearance_rate', { zh: '办结率', en: 'clearance rate' }],
  ['disclosure_rate', { zh: '公开率', en: 'disclosure rate' }],
  ['carry_over_rate', { zh: '结转率', en: 'carry-over rate' }],
  ['opening', { zh: '标题与导语', en: 'title and opening' }],
  ['period', { zh: '统计期限', en: 'period' }],
  ['edition', { zh: '格式版本', en: 'edition of the form' }],
]);

const TROUBLES: ReadonlyMap<string, Worded> = new Map([
  ['section', { zh: '部分', en: 'section' }],
  ['section-order', { zh: '章节次序颠倒', en: 'section out of order' }],
  ['section-empty', { zh: '章节空白', en: 'section without text' }],
  ['table-absent', { zh: '缺表', en: 'table absent' }],
  ['row-absent', { zh: '缺行', en: 'row absent' }],
  ['column-absent', { zh: '缺列', en: 'column absent' }],
]);

function troubleText(kind: string, detail: string, language: Language): string {
  const known = TROUBLES.get(kind);
  const noted = kind in EVIDENCE_KINDS ? EVIDENCE_KINDS[kind as keyof typeof EVIDENCE_KINDS] : null;
  const what = known ? known[language] : noted && language === 'zh' ? noted.zh : kind.replaceAll('-', ' ');
  const parts = detail
    .split(' ')
    .map((key) => formParts.get(key)?.[language] ?? groupWords.get(key)?.[language] ?? key);
  return `${what} ${parts.join(' ')}`.trim();
}

/** The name of a cell, in Chinese by the form's own labels. */
export function cellText(id: string, language: Language): string {
  const cell = formCell(id);
  if (!cell) return id;
  return language === 'zh' ? `${cell.zh} · ${cell.columnZh}` : cell.en;
}

/** The name of the place where a rule is checked: a column, a row, a block, a cell, a topic of the prose. */
export function placeText(rule: string, at: string, language: Language): string {
  if (rule === 'FORM') {
    const space = at.indexOf(' ');
    if (space > 0) return troubleText(at.slice(0, space), at.slice(space + 1), language);
  }
  const section = /^section-(\d)$/.exec(at)?.[1];
  if (section !== undefined)
    return language === 'zh' ? `第${'一二三四五六'[Number(section) - 1] ?? section}部分` : `section ${section}`;
  const known = (rule === 'X-PROSE' ? topics.get(at) : undefined) ?? OTHERS.get(at) ?? formParts.get(at);
  return known ? known[language] : cellText(at, language);
}
