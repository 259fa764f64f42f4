import type { Finding, LackingCell } from './finding.ts';
import { cellText, placeText, type Language } from './place-text.ts';

type Words = readonly [zh: string, en: string];

const MOST_DECIMALS = 4;
const number = (value: number | null): string => (value === null ? '?' : String(Number(value.toFixed(MOST_DECIMALS))));
const percent = (share: number | null): string => (share === null ? '?' : `${number(share * 100)}%`);

const REASONS: Readonly<Record<LackingCell['reason'], Words>> = {
  blank: ['空白', 'blank'],
  'not-a-number': ['不是数字', 'not a number'],
  'column-absent': ['缺列', 'column absent'],
  'row-absent': ['缺行', 'row absent'],
  'table-absent': ['缺表', 'table absent'],
  'cut-off': ['被截断', 'cut off'],
  ambiguous: ['无法确定', 'ambiguous'],
  struck: ['人工删去', 'struck by a person'],
  'not-asked': ['格式未设此项', 'not asked by its form'],
  'not-listed': ['清单未列', 'not in the list'],
  'no-report': ['无上年报告', 'no report of that year'],
};

/** Why a cell has no figure, in words. */
export const reasonText = (reason: LackingCell['reason'], language: Language): string =>
  REASONS[reason][language === 'zh' ? 0 : 1];

const SHARES: ReadonlySet<string> = new Set(['T3-CARRY', 'T3-CATCHALL', 'T3-NOTHELD']);
const OF_SENTENCES: ReadonlySet<string> = new Set(['X-PROSE', 'X-RATE', 'X-FEE', 'D-YEAR']);

/** What the numbers that a rule compares are: shares from 0 to 1, report years, or figures of the form and the prose. */
export const numbersOf = (rule: string): 'share' | 'year' | 'figure' =>
  SHARES.has(rule) ? 'share' : rule === 'D-YEAR' ? 'year' : 'figure';

/** The words of the report that a finding is about; null where it is about the tables or the document as a whole. */
export const quotedWords = ({ rule, said }: Finding): string | null => (OF_SENTENCES.has(rule) ? said : null);

function failureWords({ rule, year, expected, actual, due, said, cells }: Finding): Words {
  const [should, is] = SHARES.has(rule) ? [percent(expected), percent(actual)] : [number(expected), number(actual)];
  const wrong = (language: Language) =>
    cells.map(({ id }) => cellText(id, language)).join(language === 'zh' ? '、' : ', ');
  switch (rule) {
    case 'T3-COL':
      return [`新收加结转为 ${should}，总计加结转下年为 ${is}`, `${should} came in, ${is} went out or on`];
    case 'T3-EMPTY':
      return [`没有申请，却有 ${is} 件结果：${wrong('zh')}`, `no request, but ${is} outcomes: ${wrong('en')}`];
    case 'NUM':
      return said === null
        ? [`${is} 小于零`, `${is} is below zero`]
        : [`应填数字，却是“${said}”`, `a number is due, “${said}” stands there`];
    case 'FORM':
      return due === null
        ? ['', '']
        : [
            `应用 ${due} 年格式，却用 ${said ?? '?'} 年格式`,
            `the form of ${due} is due, that of ${said ?? '?'} was used`,
          ];
    case 'T2-RULES':
      return [`不应有规章：${wrong('zh')}`, `it cannot have rules: ${wrong('en')}`];
    case 'T2-STOCK':
      return [`${is}，与 ${should} 相矛盾`, `${is} contradicts ${should}`];
    case 'T3-CARRY':
    case 'T3-CATCHALL':
      return [`占 ${is}，通常不超过 ${should}`, `${is}, usually no more than ${should}`];
    case 'T3-NOTHELD':
      return [`由 ${should} 升至 ${is}`, `from ${should} to ${is}`];
    case 'X-SUIT':
      return [`${is} 件，而两年审结复议共 ${should} 件`, `${is}, of ${should} reconsiderations concluded in two years`];
    case 'Y-CARRY':
      return [
        `上年结转填 ${is}，而 ${year - 1} 年报告结转下年为 ${should}`,
        `${is} carried in, ${should} carried out of ${year - 1}`,
      ];
    case 'Y-STOCK':
      return [
        `现行有效 ${is}，按上年推算为 ${should}，历年累计偏差 ${said ?? '?'}`,
        `${is} in force, ${should} follow from last year; off by ${said ?? '?'} over all years`,
      ];
    case 'Y-SAME':
      return ['各项数字与上年完全相同', 'every figure is that of last year'];
    case 'Y-ZERO':
      return ['连续三年全部为零', 'nothing but zeros for three years'];
    case 'Y-JUMP':
      return [`${is}，同类单位的中位数为 ${should}`, `${is}, the median of its peers is ${should}`];
    case 'T2-UNIT':
      return [
        `${is} 万元，参照值为 ${should} 万元，疑以元计`,
        `${is} (10,000 yuan) beside ${should}: perhaps another unit`,
      ];
    case 'R-LE':
      return [`${is}，大于政府年报的 ${should}`, `${is}, more than the ${should} of its government`];
    case 'R-SUM':
      return [
        `${is}，小于本地区各单位之和 ${should}（${said ?? ''}）`,
        `${is}, less than the ${should} of its bodies together (${said ?? ''})`,
      ];
    case 'X-PROSE':
      return [`文字称 ${is}，表中为 ${should}`, `the prose says ${is}, the table ${should}`];
    case 'X-RATE':
      return [`文字称 ${is}%，按表计算为 ${should}%`, `the prose says ${is}%, the table gives ${should}%`];
    case 'X-SILENT':
      return actual === null
        ? [`表四为 ${should}，文字未提及`, `${should} in table 4, nothing in the prose`]
        : [`表四为 ${should}，文字称没有`, `${should} in table 4, none in the prose`];
    case 'X-FEE':
      return [`所述与表相矛盾：${is}，最多 ${should}`, `${is} is stated beside ${should} in the table`];
    case 'X-SEC6':
      return ['未说明信息处理费收取情况', 'the processing fee is not spoken of'];
    case 'D-YEAR':
      return [`所述年度为 ${is}，应为 ${should}`, `it states ${is}, the report is about ${should}`];
    case 'D-PUB':
      return [`公布日期为 ${said ?? '?'}，期限为 ${due ?? '?'}`, `published ${said ?? '?'}, due ${due ?? '?'}`];
    case 'D-NAME':
      return [`名称不一：${said ?? ''}`, `different names: ${said ?? ''}`];
    default:
      return [`应为 ${should}，却为 ${is}`, `${is} stands there, ${should} is due`];
  }
}

const OPEN: Readonly<Record<string, Words>> = {
  'D-PUB': ['没有公布日期', 'no date of publication'],
  'D-YEAR': ['没有写明年度', 'no year is stated'],
  'D-NAME': ['只有一处写明名称', 'fewer than two places name the body'],
  'X-SEC6': ['没有第六部分', 'there is no section six'],
  'R-SUM': ['本地区有单位无报告或有缺口', 'a body of the area has no report, or gaps'],
  'R-LE': ['本单位或政府年报有缺口', 'the body’s report or its government’s has gaps'],
  'Y-ZERO': ['同类单位不足，或有缺口', 'too few peers, or gaps'],
  'Y-SAME': ['有缺口', 'there are gaps'],
  FORM: ['有图片页未能识读', 'pages that are pictures were not read'],
};

function openWords({ rule, year, lacking }: Finding): Words {
  const known = OPEN[rule];
  if (lacking.length === 0) return known ?? ['缺少所需内容', 'what it needs is missing'];
  const first = lacking[0]!;
  const rest = lacking.length - 1;
  const when = first.year === year ? '' : `${first.year} `;
  const [reasonZh, reasonEn] = REASONS[first.reason];
  return [
    `${when}${cellText(first.id, 'zh')}（${reasonZh}）${rest === 0 ? '' : `等 ${lacking.length} 格`}`,
    `${when}${cellText(first.id, 'en')} (${reasonEn})${rest === 0 ? '' : ` and ${rest} more`}`,
  ];
}

/** What is wrong at the place of a finding, or what keeps it from being checked, in a few words. */
export function findingText(finding: Finding, language: Language): string {
  const words = finding.outcome === 'fails' ? failureWords(finding) : openWords(finding);
  return words[language === 'zh' ? 0 : 1];
}

/** The place and what is wrong there, in a sentence. */
export function findingSentence(finding: Finding, language: Language): string {
  const place = finding.at === '' ? '' : placeText(finding.rule, finding.at, language);
  const text = findingText(finding, language);
  if (place === '' || text === '') return place + text;
  return language === 'zh' ? `${place}：${text}` : `${place}: ${text}`;
}
