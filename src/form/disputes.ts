import type { KeyedLabel } from './label.ts';

/** The three blocks of table 4, in order; suits stand under one heading of their own. */
export const DISPUTE_BLOCKS = [
  { key: 'review', zh: '行政复议', en: 'reconsideration' },
  { key: 'suit_direct', zh: '未经复议直接起诉', en: 'suits filed directly', published: ['未经复议直接诉讼'] },
  { key: 'suit_after_review', zh: '复议后起诉', en: 'suits after reconsideration', published: ['复议后诉讼'] },
] as const satisfies readonly KeyedLabel[];

/** Header that spans both blocks of suits. */
export const SUITS_HEADING = { zh: '行政诉讼', en: 'administrative litigation' } as const;

/** The five columns of each block of table 4, in order. */
export const DISPUTE_COLUMNS = [
  { key: 'upheld', zh: '结果维持', en: 'upheld' },
  { key: 'corrected', zh: '结果纠正', en: 'corrected' },
  { key: 'other_result', zh: '其他结果', en: 'other result' },
  { key: 'pending', zh: '尚未审结', en: 'pending' },
  { key: 'total', zh: '总计', en: 'total', published: ['合计'] },
] as const satisfies readonly KeyedLabel[];

/** Key of a block of table 4. */
export type DisputeBlock = (typeof DISPUTE_BLOCKS)[number]['key'];
/** Key of a column of table 4. */
export type DisputeColumn = (typeof DISPUTE_COLUMNS)[number]['key'];
