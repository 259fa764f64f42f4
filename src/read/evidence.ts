import type { Evidence, Span } from './report.ts';

/** What may be noted of a document's build and of where names and dates stand, for the audit. */
export const EVIDENCE_KINDS = {
  title: { zh: '标题', en: 'the report’s title, with the year and the name in it' },
  period: { zh: '统计期限', en: 'the period that the report says it covers' },
  metadata: { zh: '页面元数据', en: 'a field of the page’s metadata table' },
  'index-number': {
    zh: '索引号',
    en: 'the index number, with the credit code in it and whether its check digit is right',
  },
  'publication-date': { zh: '发布日期', en: 'the date of publication the page gives' },
  signature: { zh: '落款', en: 'the name or date under the report' },
  contact: { zh: '联系方式', en: 'a telephone or another way to reach the body, inside the report' },
  section: { zh: '章节', en: 'a section’s heading: its number and the number printed before it' },
  'section-missing': { zh: '缺少章节', en: 'a section of the form without a heading' },
  'section-repeated': { zh: '章节重复', en: 'a section whose heading stands twice' },
  'table-found': { zh: '找到表格', en: 'a table of the form, by its number' },
  'label-shifted': { zh: '标签错位', en: 'a group’s label on another row than its first' },
  'row-overflow': { zh: '行溢出', en: 'a row whose last cells were driven over the edge' },
  'column-missing': { zh: '缺列', en: 'a column of the form that the header does not name' },
  'row-unlabelled': { zh: '行无标签', en: 'a row told by its place between two labelled rows' },
  'header-damaged': { zh: '表头残缺', en: 'a header of which words are left over or missing' },
  'extra-row': { zh: '多出的行', en: 'a row that the form does not have' },
  'form-mixed': { zh: '新旧格式混用', en: 'cells of the other edition of the form' },
  'second-table': { zh: '重复的表格', en: 'table 3 printed more than once' },
  'note-under-table': { zh: '表下注', en: 'a note under a table that changes what its figures mean' },
  'picture-page': { zh: '图片页', en: 'pages of a PDF that are pictures, so that what stands there is not read' },
  'file-name': { zh: '文件名', en: 'the body and year that the file’s name gives, which are not believed alone' },
  'year-disagrees': {
    zh: '年度不一致',
    en: 'title, period, prose, file name or address name different years: who says which',
  },
  'body-disagrees': {
    zh: '单位名称不一致',
    en: 'title, publisher, signature or file name give different names: who says which',
  },
  'form-unknown': { zh: '非统一格式', en: 'a report older than the uniform form, or without any of its tables' },
  charset: { zh: '字符集', en: 'the charset the document was read as' },
  'figure-source': { zh: '数据出处', en: 'where figures of a list were read' },
} as const satisfies Record<string, { zh: string; en: string }>;

/** A kind of evidence. */
export type EvidenceKind = keyof typeof EVIDENCE_KINDS;

/** A piece of evidence at its place in the document. */
export const evidence = (kind: EvidenceKind, detail: string, span: Span | null): Evidence => ({ kind, detail, span });
