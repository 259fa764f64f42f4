import { DISPUTE_BLOCKS } from '../form/disputes.ts';
import { OUTCOME_GROUPS, REQUEST_ROWS, type OutcomeGroup } from '../form/requests.ts';

/** What a statement in the prose can be held against: the sum of these measures, or of one of the alternatives. */
export interface ClaimTopic {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  /** Each list is a sum of measures that the statement may mean; empty where the form has no such cell. */
  readonly measures: readonly (readonly string[])[];
}

const group = (key: OutcomeGroup): string[] =>
  REQUEST_ROWS.filter((row) => row.group === key).map((row) => `${row.key}_total`);
const RESULTS = ['upheld', 'corrected', 'other_result', 'pending'];
const SUIT_BLOCKS = DISPUTE_BLOCKS.filter(({ key }) => key !== 'review');
const suits = (column: string): string[] => [`suit_direct_${column}`, `suit_after_review_${column}`];
const sum = (key: string, zh: string, en: string, ...measures: string[]): ClaimTopic => ({
  key,
  zh,
  en,
  measures: [measures],
});

/** Topics of claims: figures that prose repeats from the tables, and statements the form has no cell for. */
export const CLAIM_TOPICS: readonly ClaimTopic[] = [
  sum('new', '新收申请', 'newly received requests', 'new_total'),
  {
    key: 'new_or_received',
    zh: '受理申请',
    en: 'requests received, with or without those carried in',
    measures: [['new_total'], ['new_total', 'carried_in_total']],
  },
  sum(
    'new_and_carried_in',
    '新收与上年结转合计',
    'newly received and carried in together',
    'new_total',
    'carried_in_total',
  ),
  sum('carried_in', '上年结转', 'carried over from last year', 'carried_in_total'),
  sum('handled', '办结', 'handled', 'handled_total'),
  {
    key: 'dealt_with',
    zh: '办理申请',
    en: 'requests dealt with: handled, or all that were on hand',
    measures: [['handled_total'], ['new_total', 'carried_in_total'], ['new_total']],
  },
  sum('carried_out', '结转下年', 'carried forward to next year', 'carried_out_total'),
  sum('granted', '予以公开', 'granted', 'granted_total'),
  sum('partial', '部分公开', 'partially granted', 'partial_total'),
  sum('granted_and_partial', '予以公开及部分公开', 'granted or partially granted', 'granted_total', 'partial_total'),
  ...OUTCOME_GROUPS.map(({ key, zh, en }) => sum(`${key}_group`, zh, en, ...group(key))),
  sum('review_total', '行政复议', 'reconsiderations', 'review_total'),
  ...RESULTS.map((result) =>
    sum(`review_${result}`, '行政复议结果', `reconsiderations: ${result}`, `review_${result}`),
  ),
  sum('suits_total', '行政诉讼', 'suits of both blocks', ...suits('total')),
  ...RESULTS.map((result) =>
    sum(`suits_${result}`, '行政诉讼结果', `suits of both blocks: ${result}`, ...suits(result)),
  ),
  ...SUIT_BLOCKS.flatMap(({ key, zh, en }) =>
    ['total', ...RESULTS].map((column) => sum(`${key}_${column}`, zh, `${en}: ${column}`, `${key}_${column}`)),
  ),
  sum('disputes_total', '行政复议和行政诉讼', 'reconsiderations and suits together', 'review_total', ...suits('total')),
  sum('licensing_decisions', '行政许可决定', 'licensing decisions', 'licensing_decisions'),
  sum('penalty_decisions', '行政处罚决定', 'penalty decisions', 'penalty_decisions'),
  sum('coercion_decisions', '行政强制决定', 'coercion decisions', 'coercion_decisions'),
  sum('rules_issued', '制发规章', 'rules issued', 'rules_issued'),
  sum('rules_repealed', '废止规章', 'rules repealed', 'rules_repealed'),
  sum('rules_in_force', '现行有效规章', 'rules in force', 'rules_in_force'),
  sum('normative_docs_issued', '制发规范性文件', 'normative documents issued', 'normative_docs_issued'),
  sum('normative_docs_repealed', '废止规范性文件', 'normative documents repealed', 'normative_docs_repealed'),
  sum('normative_docs_in_force', '现行有效规范性文件', 'normative documents in force', 'normative_docs_in_force'),
  sum('admin_fees_wan', '行政事业性收费（万元）', 'administrative fees, 10,000 yuan', 'admin_fees_wan'),
  { key: 'processing_fee_yuan', zh: '信息处理费（元）', en: 'information-processing fee, yuan', measures: [] },
  { key: 'year', zh: '所述年度', en: 'year that the report says it is about', measures: [] },
  { key: 'other', zh: '其他陈述', en: 'another statement', measures: [] },
];
