import type { DocumentLines } from './document-lines.ts';
import { evidence } from './evidence.ts';
import type { Evidence, Span } from './report.ts';
import { parseBodyName } from './titles.ts';

/** What the fields beside a report say: its publisher and its date of publication. */
export interface Metadata {
  readonly body: string | null;
  /** YYYY-MM-DD. */
  readonly published: string | null;
  readonly evidence: readonly Evidence[];
}

const PUBLISHER =
  /(?<field>发布机构|发文机关|发文机构|公开机构|公开责任部门|责任部门|发布单位|发文单位|公开主体|制发机关|信息来源|来源)[:\s]*(?<value>[^\t\s:|【】]{3,40})/;
const PUBLISHED =
  /(?<field>发布日期|发布时间|公开日期|公开时间|发文日期|成文日期|生成日期|(?<![\u4e00-\u9fff])(?:日期|时间))[:\s]*(?<year>20\d{2})[-年/.](?<month>\d{1,2})[-月/.](?<day>\d{1,2})/g;
// Normal text has no blanks between characters, so the name of the next field ends a value.
const NEXT_FIELD =
  /(?:发布|发文|成文|生成)(?:日期|时间|机构|机关|字号)|公开(?:日期|时间|方式|范围|主体)|索引号|文号|主题|日期|时间|作者|浏览|点击|字体|字号|来源/;
const INDEX_NUMBER = /索引号[:\s]*(?<value>[0-9A-Za-z/\-_]{6,50})/;
/** The date a page went up counts before the date a document was written. */
const DATE_FIELDS = [
  '发布日期',
  '发布时间',
  '公开日期',
  '公开时间',
  '发文日期',
  '生成日期',
  '成文日期',
  '日期',
  '时间',
];

const LONGEST_FIELDS = 400;

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Whether the check character of a unified social credit code (GB 32100-2015) is right. */
export function isCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false;
  let weight = 1;
  let sum = 0;
  for (const character of code.slice(0, 17)) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31] === code[17];
}

/** An index number, or a credit code alone, as evidence: with the code in it and whether its check digit is right. */
export function indexNumber(value: string, span: Span | null): Evidence {
  const code = value.slice(0, 18).toUpperCase();
  const hasCode = /^1[0-9A-Z]{17}$/.test(code);
  const check = hasCode ? (isCreditCode(code) ? 'check digit right' : 'check digit wrong') : 'no credit code';
  return evidence('index-number', `${value} (${check})`, span);
}

const isDay = (month: string, day: string): boolean =>
  Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;

/** The value of the most telling field; null where that field is given twice with different values. */
function settled<T>(found: readonly { readonly rank: number; readonly value: T }[]): T | null {
  const best = Math.min(...found.map(({ rank }) => rank));
  const values = new Set(found.filter(({ rank }) => rank === best).map(({ value }) => value));
  return values.size === 1 ? [...values][0]! : null;
}

/**
 * Reads the fields of a page's metadata: those above the report, and those elsewhere only where none stand above. A
 * table's row is a line with tabs.
 */
export function readMetadata(
  document: DocumentLines,
  lines: readonly Span[],
  firstSection: number | null = null,
): Metadata {
  const above = fieldsIn(document, firstSection === null ? lines : lines.filter((line) => line.end <= firstSection));
  const found =
    above.dates.length + above.names.length > 0 || firstSection === null ? above : fieldsIn(document, lines);
  return { body: settled(found.names), published: settled(found.dates), evidence: found.evidence };
}

interface Fields {
  readonly names: { rank: number; value: string }[];
  readonly dates: { rank: number; value: string }[];
  readonly evidence: Evidence[];
}

function fieldsIn(document: DocumentLines, lines: readonly Span[]): Fields {
  const fields: Fields = { names: [], dates: [], evidence: [] };
  for (const span of lines) {
    if (span.end - span.start > LONGEST_FIELDS) continue;
    const normal = document.normal(span).text;
    const { field: source, value: publisher } = PUBLISHER.exec(normal)?.groups ?? {};
    const name = publisher ? parseBodyName(publisher.split(NEXT_FIELD)[0]!) : null;
    if (name) {
      // A page's source may be the site it was copied from.
      fields.names.push({ rank: source?.endsWith('来源') ? 1 : 0, value: name });
      fields.evidence.push(evidence('metadata', name, span));
    }
    for (const { groups } of normal.matchAll(PUBLISHED)) {
      const { field = '', year, month = '', day = '' } = groups ?? {};
      if (!isDay(month, day)) continue;
      const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
      fields.dates.push({ rank: DATE_FIELDS.indexOf(field), value });
      fields.evidence.push(evidence('publication-date', `${field} ${value}`, span));
    }
    const index = INDEX_NUMBER.exec(normal)?.groups?.['value'];
    if (index) fields.evidence.push(indexNumber(index, span));
  }
  return fields;
}
