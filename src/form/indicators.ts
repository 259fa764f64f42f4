import { APPLICANT_COLUMNS } from './applicants.ts';
import { DISPUTE_BLOCKS } from './disputes.ts';
import { REQUEST_ROWS } from './requests.ts';

/**
 * A rate as the share of two sums of measures. Both are counts, so that a group's value is the sum of its
 * numerators over the sum of its denominators; 0/0 is "not applicable".
 */
export interface Indicator {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly numerator: readonly string[];
  readonly denominator: readonly string[];
  /** Factor from the raw quotient to the stated unit: 1 for rates, 10,000 for yuan from 万元. */
  readonly scale: number;
  /** `share`: a proportion of cases, for which a binomial interval makes sense; `ratio`: any other quotient. */
  readonly nature: 'share' | 'ratio';
  /** What a reader must know about the definition. */
  readonly noteZh: string;
  readonly noteEn: string;
}

const totals = (rows: readonly string[]) => rows.map((row) => `${row}_total`);
const group = (key: string) => totals(REQUEST_ROWS.filter((row) => row.group === key).map((row) => row.key));
const outcome = (...rows: string[]) => totals(rows);

const DENIED = group('denied');
const UNABLE = group('unable');
const NOT_PROCESSED = group('not_processed');
const OTHER = group('other');
const HANDLED = ['handled_total'];
const RECEIVED = ['new_total', 'carried_in_total'];
const CONCLUDED = ['upheld', 'corrected', 'other_result'];

type Definition = Omit<Indicator, 'scale' | 'nature' | 'noteZh' | 'noteEn'> & Partial<Indicator>;
const share = (definition: Definition): Indicator => ({
  scale: 1,
  nature: 'share',
  noteZh: '',
  noteEn: '',
  ...definition,
});
const ratio = (definition: Definition): Indicator => share({ nature: 'ratio', ...definition });

const correction = (key: string, zh: string, en: string, blocks: readonly string[]): Indicator =>
  share({
    key,
    zh,
    en,
    numerator: blocks.map((block) => `${block}_corrected`),
    denominator: blocks.flatMap((block) => CONCLUDED.map((result) => `${block}_${result}`)),
    noteZh: '分母为已审结案件，不含尚未审结',
    noteEn: 'over concluded cases; pending cases are left out',
  });

/** Every rate Nianbao knows, in the order of the pages; each is a numerator and a denominator of measures. */
export const INDICATORS: readonly Indicator[] = [
  share({
    key: 'disclosure_rate',
    zh: '公开率',
    en: 'disclosure rate',
    numerator: outcome('granted', 'partial'),
    denominator: HANDLED,
    noteZh: '与官方文稿口径一致',
    noteEn: 'as official prose counts',
  }),
  share({
    key: 'merits_disclosure_rate',
    zh: '实体公开率',
    en: 'disclosure rate on the merits',
    numerator: outcome('granted', 'partial'),
    denominator: [...outcome('granted', 'partial'), ...DENIED, ...UNABLE],
    noteZh: '分母不含不予处理与其他处理',
    noteEn: 'leaves out requests not processed and otherwise handled',
  }),
  share({
    key: 'full_disclosure_rate',
    zh: '全部公开率',
    en: 'full disclosure rate',
    numerator: outcome('granted'),
    denominator: HANDLED,
  }),
  share({
    key: 'refusal_rate',
    zh: '不予公开率',
    en: 'refusal rate',
    numerator: DENIED,
    denominator: HANDLED,
    noteZh: '不含部分公开；部分公开亦含不予公开的内容',
    noteEn: 'without partial grants, which also refuse something',
  }),
  share({
    key: 'refusal_rate_without_registry',
    zh: '不予公开率（不含行政查询事项）',
    en: 'refusal rate without registry queries',
    numerator: DENIED.filter((id) => id !== 'denied_registry_query_total'),
    denominator: HANDLED,
    noteZh: '行政查询事项依第三十六条第（七）项另循他途办理，性质上并非拒绝',
    noteEn: 'a registry query is sent to another procedure by art. 36(7), not refused',
  }),
  share({
    key: 'unable_rate',
    zh: '无法提供率',
    en: 'unable-to-provide rate',
    numerator: UNABLE,
    denominator: HANDLED,
  }),
  share({
    key: 'not_processed_rate',
    zh: '不予处理率',
    en: 'not-processed rate',
    numerator: NOT_PROCESSED,
    denominator: HANDLED,
  }),
  share({ key: 'other_rate', zh: '其他处理率', en: 'otherwise-handled rate', numerator: OTHER, denominator: HANDLED }),
  share({
    key: 'not_held_share',
    zh: '不掌握占无法提供之比',
    en: 'not held, of all unable to provide',
    numerator: outcome('unable_not_held'),
    denominator: UNABLE,
  }),
  share({
    key: 'carry_over_rate',
    zh: '结转率',
    en: 'carry-over rate',
    numerator: outcome('carried_out'),
    denominator: RECEIVED,
  }),
  ...APPLICANT_COLUMNS.filter((column) => column.key !== 'total').map((column) =>
    share({
      key: `applicant_share_${column.key}`,
      zh: `${column.zh}申请占比`,
      en: `share of requests from ${column.en}`,
      numerator: [`new_${column.key}`],
      denominator: ['new_total'],
    }),
  ),
  correction(
    'correction_rate',
    '纠错率',
    'correction rate',
    DISPUTE_BLOCKS.map((block) => block.key),
  ),
  ...DISPUTE_BLOCKS.map((block) =>
    correction(`correction_rate_${block.key}`, `${block.zh}纠错率`, `correction rate, ${block.en}`, [block.key]),
  ),
  ratio({
    key: 'dispute_rate',
    zh: '争议率',
    en: 'dispute rate',
    numerator: ['review_total', 'suit_direct_total'],
    denominator: HANDLED,
    noteZh: '复议后起诉是同一争议，不重复计算；案件可能滞后，可超过 100%',
    noteEn: 'a suit after reconsideration is the same dispute again; cases lag, so it may pass 100 %',
  }),
  ratio({
    key: 'renewal',
    zh: '制度更新率',
    en: 'renewal of normative documents',
    numerator: ['normative_docs_issued', 'normative_docs_repealed'],
    denominator: ['normative_docs_in_force'],
  }),
  ratio({
    key: 'fee_per_licence',
    zh: '每件许可收费（元）',
    en: 'fees per licence, yuan',
    numerator: ['admin_fees_wan'],
    denominator: ['licensing_decisions'],
    scale: 10_000,
    noteZh: '仅在收费随许可发生的单位有意义',
    noteEn: 'meaningful only where fees follow licences',
  }),
];
