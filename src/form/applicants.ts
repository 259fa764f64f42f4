import type { KeyedLabel } from './label.ts';

/** The seven columns of table 3 in the form's order: six kinds of applicant, then their total. */
export const APPLICANT_COLUMNS = [
  { key: 'natural', zh: '自然人', en: 'natural persons' },
  { key: 'business', zh: '商业企业', en: 'commercial enterprises' },
  { key: 'research', zh: '科研机构', en: 'research institutions' },
  { key: 'public_interest', zh: '社会公益组织', en: 'public-interest organisations' },
  { key: 'legal_service', zh: '法律服务机构', en: 'legal-service bodies' },
  { key: 'other_org', zh: '其他', en: 'other organisations' },
  { key: 'total', zh: '总计', en: 'total', published: ['合计', '总数'] },
] as const satisfies readonly KeyedLabel[];

/** Key of a column of table 3. */
export type ApplicantColumn = (typeof APPLICANT_COLUMNS)[number]['key'];

/** Header cells of table 3 that span columns and hold no numbers themselves. */
export const APPLICANT_HEADINGS = [
  { key: 'applicants', zh: '申请人情况', en: 'applicants' },
  { key: 'legal_persons', zh: '法人或其他组织', en: 'legal persons or other organisations' },
] as const satisfies readonly KeyedLabel[];

/** The check that the form prints in the corner of table 3 (new + carried in = handled + carried out, by column). */
export const TIE_OUT_NOTE = '本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和';
