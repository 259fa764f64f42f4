import type { KeyedLabel } from './label.ts';
import type { Edition } from './edition.ts';

/** The groups of outcomes that table 3 prints in its second label column; they have no numbers of their own. */
export const OUTCOME_GROUPS = [
  { key: 'denied', zh: '（三）不予公开', en: 'refused' },
  { key: 'unable', zh: '（四）无法提供', en: 'unable' },
  { key: 'not_processed', zh: '（五）不予处理', en: 'not processed' },
  { key: 'other', zh: '（六）其他处理', en: 'otherwise', published: ['（六）其他'] },
] as const satisfies readonly KeyedLabel[];

/** Key of a group of outcomes. */
export type OutcomeGroup = (typeof OUTCOME_GROUPS)[number]['key'];

/** The label that spans every outcome row of table 3. */
export const OUTCOMES_HEADING = { zh: '三、本年度办理结果', en: 'outcomes of the year' } as const;

/** A row of table 3: seven cells, one a column of applicants. */
export interface RequestRow extends KeyedLabel {
  /** Group whose label stands before this row's, if any. */
  readonly group?: OutcomeGroup;
  /** Editions that print this row. */
  readonly editions: readonly Edition[];
  /** Articles of the OGI Regulations the row rests on (our mapping). */
  readonly basis?: string;
  /** Words of which any one tells the row, whatever else its label says. */
  readonly tell: readonly string[];
  /** How the row counts: an amount on hand at a date, an outcome that adds up to `handled`, or a flow of the year. */
  readonly role: 'inflow' | 'stock' | 'outcome' | 'sum';
}

const BOTH = ['2019', '2021'] as const;

/** Rows of table 3 in the form's order, those of both editions together. */
export const REQUEST_ROWS: readonly RequestRow[] = [
  {
    key: 'new',
    zh: '一、本年新收政府信息公开申请数量',
    en: 'newly received requests',
    tell: ['本年新收'],
    role: 'inflow',
    editions: BOTH,
  },
  {
    key: 'carried_in',
    zh: '二、上年结转政府信息公开申请数量',
    en: 'carried over from last year',
    tell: ['上年结转'],
    role: 'stock',
    editions: BOTH,
  },
  {
    key: 'granted',
    zh: '（一）予以公开',
    en: 'granted',
    tell: ['予以公开'],
    role: 'outcome',
    editions: BOTH,
    basis: '36(1)(2)',
  },
  {
    key: 'partial',
    zh: '（二）部分公开',
    en: 'partially granted (severed)',
    tell: ['部分公开'],
    role: 'outcome',
    editions: BOTH,
    basis: '37',
    published: ['（二）部分公开（区分处理的，只计这一情形，不计其他情形）'],
  },
  {
    key: 'denied_state_secret',
    group: 'denied',
    zh: '1.属于国家秘密',
    en: 'state secret',
    tell: ['国家秘密'],
    role: 'outcome',
    editions: BOTH,
    basis: '14',
  },
  {
    key: 'denied_law_forbids',
    group: 'denied',
    zh: '2.其他法律行政法规禁止公开',
    en: 'law forbids',
    tell: ['法规禁止公开', '行政止公开', '法律禁止公开'],
    role: 'outcome',
    editions: BOTH,
    basis: '14',
    published: ['2.其他法律法规禁止公开', '2.其他法律行政止公开', '2.其他法律、行政法规禁止公开的'],
  },
  {
    key: 'denied_security_stability',
    group: 'denied',
    zh: '3.危及“三安全一稳定”',
    en: 'security and stability',
    tell: ['三安全', '一稳定'],
    role: 'outcome',
    editions: BOTH,
    basis: '14',
  },
  {
    key: 'denied_third_party',
    group: 'denied',
    zh: '4.保护第三方合法权益',
    en: 'third-party rights',
    tell: ['第三方合法权益', '第三方权益'],
    role: 'outcome',
    editions: BOTH,
    basis: '15',
  },
  {
    key: 'denied_internal_affairs',
    group: 'denied',
    zh: '5.属于三类内部事务信息',
    en: 'internal affairs',
    tell: ['内部事务'],
    role: 'outcome',
    editions: BOTH,
    basis: '16 ¶1',
  },
  {
    key: 'denied_process',
    group: 'denied',
    zh: '6.属于四类过程性信息',
    en: 'process information',
    tell: ['过程性信息'],
    role: 'outcome',
    editions: BOTH,
    basis: '16 ¶2',
  },
  {
    key: 'denied_case_file',
    group: 'denied',
    zh: '7.属于行政执法案卷',
    en: 'enforcement case file',
    tell: ['执法案卷'],
    role: 'outcome',
    editions: BOTH,
    basis: '16 ¶2',
  },
  {
    key: 'denied_registry_query',
    group: 'denied',
    zh: '8.属于行政查询事项',
    en: 'registry query matter',
    tell: ['行政查询事项'],
    role: 'outcome',
    editions: BOTH,
    basis: '36(7)',
  },
  {
    key: 'unable_not_held',
    group: 'unable',
    zh: '1.本机关不掌握相关政府信息',
    en: 'not held',
    tell: ['不掌握相关'],
    role: 'outcome',
    editions: BOTH,
    basis: '36(4)(5)',
  },
  {
    key: 'unable_must_create',
    group: 'unable',
    zh: '2.没有现成信息需要另行制作',
    en: 'would have to be created',
    tell: ['没有现成', '另行制作'],
    role: 'outcome',
    editions: BOTH,
    basis: '38',
  },
  {
    key: 'unable_still_unclear',
    group: 'unable',
    zh: '3.补正后申请内容仍不明确',
    en: 'still unclear after correction',
    tell: ['仍不明确'],
    role: 'outcome',
    editions: BOTH,
    basis: '30',
  },
  {
    key: 'not_processed_petition',
    group: 'not_processed',
    zh: '1.信访举报投诉类申请',
    en: 'petition, tip-off, complaint',
    tell: ['信访举报', '举报投诉'],
    role: 'outcome',
    editions: BOTH,
    basis: '39 ¶1',
  },
  {
    key: 'not_processed_repeat',
    group: 'not_processed',
    zh: '2.重复申请',
    en: 'repeated request',
    tell: ['重复申请'],
    role: 'outcome',
    editions: BOTH,
    basis: '36(6)',
  },
  {
    key: 'not_processed_publication',
    group: 'not_processed',
    zh: '3.要求提供公开出版物',
    en: 'published work',
    tell: ['公开出版物'],
    role: 'outcome',
    editions: BOTH,
    basis: '39 ¶2',
  },
  {
    key: 'not_processed_excessive',
    group: 'not_processed',
    zh: '4.无正当理由大量反复申请',
    en: 'excessive requests',
    tell: ['大量反复'],
    role: 'outcome',
    editions: BOTH,
    basis: '35',
  },
  {
    key: 'not_processed_confirm_reissue',
    group: 'not_processed',
    zh: '5.要求行政机关确认或重新出具已获取信息',
    en: 'confirm or reissue',
    tell: ['确认或重新出具', '重新出具'],
    role: 'outcome',
    editions: BOTH,
  },
  {
    key: 'other_no_correction',
    group: 'other',
    zh: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    en: 'correction overdue',
    tell: ['逾期不补正'],
    role: 'outcome',
    editions: ['2021'],
    basis: '30',
    published: ['1.申请人无正当理由逾期不补正', '1.逾期不补正'],
  },
  {
    key: 'other_fee_unpaid',
    group: 'other',
    zh: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    en: 'fee unpaid',
    tell: ['逾期未按收费', '要求缴纳费用', '逾期不缴费'],
    role: 'outcome',
    editions: ['2021'],
    basis: '42',
    published: ['2.申请人逾期未按收费通知要求缴纳费用', '2.逾期不缴费'],
  },
  { key: 'other_other', group: 'other', zh: '3.其他', en: 'other', tell: [], role: 'outcome', editions: ['2021'] },
  {
    key: 'other_all',
    zh: '（六）其他处理',
    en: 'otherwise handled',
    tell: [],
    role: 'outcome',
    editions: ['2019'],
    published: ['（六）其他'],
  },
  {
    key: 'handled',
    zh: '（七）总计',
    en: 'handled, total',
    tell: [],
    role: 'sum',
    editions: BOTH,
    published: ['（七）合计'],
  },
  {
    key: 'carried_out',
    zh: '四、结转下年度继续办理',
    en: 'carried forward to next year',
    tell: ['结转下年度', '结转下一年度'],
    role: 'stock',
    editions: BOTH,
  },
];

/** Keys of the rows that the 2021 form has in place of the 2019 form's single row `other_all`, in the form's order. */
export const ROWS_OF_OTHER: readonly string[] = REQUEST_ROWS.filter((row) => row.group === 'other').map(
  ({ key }) => key,
);
