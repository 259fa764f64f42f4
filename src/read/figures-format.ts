/** A kind of list: JSON lines or CSV of figures, or the CSV of bodies that should report. */
export type FiguresFormat = 'jsonl' | 'csv-wide' | 'csv-long' | 'registry';

/** What a column of a list says about the body and its report, and the names it may bear. */
export const LIST_COLUMNS = {
  body: [
    'body',
    '单位',
    '单位名称',
    '单位全称',
    '填报单位',
    '报告单位',
    '公开主体',
    '机关',
    '机关名称',
    '行政机关',
    '行政机关名称',
    '机构',
    '机构名称',
    '部门名称',
    '发布机构',
  ],
  region: ['region', '地区', '所属地区', '所在地区', '区域', '行政区划'],
  credit_code: ['credit_code', '统一社会信用代码', '社会信用代码', '信用代码'],
  level: ['level', '层级', '级别'],
  kind: ['kind', '类别', '类型'],
  year: ['year', '年度', '年份', '报告年度', '报告年份', '所属年度', '统计年度'],
  edition: ['edition', '表式', '格式'],
  scope: ['scope', '范围'],
  published: ['published', '公布日期', '发布日期', '公开日期', '公布时间', '发布时间'],
  source: ['source', 'url', '来源', '网址'],
  where: ['where', '出处', '位置'],
  measure: ['measure', '指标', '项目'],
  value: ['value', '数值', '数量', '值'],
  unit: ['unit', '计量单位'],
} as const;

/** A column of a list that is no figure. */
export type ListColumn = keyof typeof LIST_COLUMNS;

const byName = new Map(
  Object.entries(LIST_COLUMNS).flatMap(([column, names]) =>
    names.map((name) => [name as string, column as ListColumn]),
  ),
);

/** What a header of a list stands for, or null where it should be a figure's. */
export const listColumn = (header: string): ListColumn | null =>
  byName.get(header.replace(/\s/g, '').toLowerCase()) ?? null;

const JSON_LINES = /^\{.*"body"\s*:/;

/** Endings of files that may hold a list; `.txt` may hold any. */
const ENDINGS: Readonly<Record<string, 'json' | 'csv' | 'any'>> = {
  jsonl: 'json',
  ndjson: 'json',
  json: 'json',
  csv: 'csv',
  txt: 'any',
};

const endingOf = (name: string) => ENDINGS[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''];

/** Whether a file of this name may hold a list, so that its first lines are worth a look. */
export const mayHoldList = (name: string): boolean => endingOf(name) !== undefined;

/**
 * Tells by its name and first lines what list a file is; null for any other file. A registry of bodies has the column
 * `name` and neither years nor figures. `columnOf` and `hasYear` say what a person's mapping adds.
 */
export function figuresFormat(
  name: string,
  firstLines: string,
  columnOf: (header: string) => ListColumn | null = listColumn,
  hasYear = false,
): FiguresFormat | null {
  const ending = endingOf(name);
  const first = firstLines
    .replace(/^\uFEFF/, '')
    .trimStart()
    .split(/\r?\n/, 1)[0]!;
  if (ending !== undefined && ending !== 'csv' && JSON_LINES.test(first)) return 'jsonl';
  if (ending !== 'csv' && ending !== 'any') return null;
  const headers = first.split(',').map((header) => header.trim().replace(/^"(.*)"$/, '$1'));
  const columns = new Set(headers.map(columnOf));
  if (columns.has('body') && (hasYear || columns.has('year'))) {
    return columns.has('measure') && columns.has('value') ? 'csv-long' : 'csv-wide';
  }
  return headers.includes('name') && !columns.has('measure') && !columns.has('year') ? 'registry' : null;
}
