import type { Edition } from './edition.ts';
import type { KeyedLabel, Label } from './label.ts';

/** A cell of table 2 as the form prints it: its id, its English name and what it counts. */
export interface PublicationCell {
  readonly id: string;
  readonly en: string;
  readonly unit: '件' | '项' | '万元' | '元';
  readonly type: 'integer' | 'decimal';
  /** A flow of the year adds up over bodies and years; a stock over bodies only. */
  readonly nature: 'flow' | 'stock';
  /** Decreases are written as negative numbers (2019 form, 本年增/减). */
  readonly signed?: true;
  readonly note?: string;
}

/** A row of table 2: its cells stand in the order of its block's columns. */
export interface PublicationRow extends KeyedLabel {
  readonly cells: readonly PublicationCell[];
}

/** A block of table 2: an item of article 20 with its own header row. */
export interface PublicationBlock {
  readonly article: string;
  readonly columns: readonly KeyedLabel[];
  readonly rows: readonly PublicationRow[];
}

/** Header of the label column of every block. */
export const CONTENT_HEADING: Label = { zh: '信息内容', en: 'content' };

const count = (id: string, en: string, nature: 'flow' | 'stock' = 'flow'): PublicationCell => ({
  id,
  en,
  unit: '件',
  type: 'integer',
  nature,
});
const item = (id: string, en: string): PublicationCell => ({ id, en, unit: '项', type: 'integer', nature: 'stock' });
const change = (id: string, en: string): PublicationCell => ({
  id,
  en,
  unit: '项',
  type: 'integer',
  nature: 'flow',
  signed: true,
});

const ISSUED = { key: 'issued', zh: '本年制发件数', en: 'issued this year', published: ['本年制发数量', '制发件数'] };
const REPEALED = {
  key: 'repealed',
  zh: '本年废止件数',
  en: 'repealed this year',
  published: ['本年废止数量', '废止件数'],
};
const IN_FORCE = { key: 'in_force', zh: '现行有效件数', en: 'in force', published: ['现行有效件', '现行有效数量'] };
const DECISIONS = { key: 'decisions', zh: '本年处理决定数量', en: 'decisions this year', published: ['处理决定数量'] };
const AMOUNT = {
  key: 'amount',
  zh: '本年收费金额（单位：万元）',
  en: 'amount, 10,000 yuan',
  published: ['本年收费金额单位：万元', '本年收费金额（万元）', '本年收费金额'],
};
const LAST_YEAR = { key: 'items_last_year', zh: '上一年项目数量', en: 'items last year', published: ['上年项目数量'] };
const CHANGE = {
  key: 'items_change',
  zh: '本年增/减',
  en: 'change this year',
  published: ['本年增减', '本年增/', '本年增'],
};
const CASES = { key: 'decisions', zh: '处理决定数量', en: 'decisions', published: ['本年处理决定数量'] };

const RULES = { zh: '规章', en: 'rules' };
const LICENSING = { zh: '行政许可', en: 'administrative licensing' };
const PENALTY = { zh: '行政处罚', en: 'administrative penalties' };
const COERCION = { zh: '行政强制', en: 'administrative coercion', published: ['行政强制措施'] };
const FEES = { zh: '行政事业性收费', en: 'administrative and institutional fees', published: ['行政事业收费'] };

const item1 = '第二十条第（一）项';
const item5 = '第二十条第（五）项';
const item6 = '第二十条第（六）项';
const item8 = '第二十条第（八）项';

const form2021: readonly PublicationBlock[] = [
  {
    article: item1,
    columns: [ISSUED, REPEALED, IN_FORCE],
    rows: [
      {
        key: 'rules',
        ...RULES,
        cells: [
          count('rules_issued', 'rules issued this year'),
          count('rules_repealed', 'rules repealed this year'),
          count('rules_in_force', 'rules in force', 'stock'),
        ],
      },
      {
        key: 'normative_docs',
        zh: '行政规范性文件',
        en: 'normative documents',
        published: ['规范性文件'],
        cells: [
          count('normative_docs_issued', 'normative documents issued this year'),
          count('normative_docs_repealed', 'normative documents repealed this year'),
          count('normative_docs_in_force', 'normative documents in force', 'stock'),
        ],
      },
    ],
  },
  {
    article: item5,
    columns: [DECISIONS],
    rows: [
      {
        key: 'licensing_decisions',
        ...LICENSING,
        cells: [count('licensing_decisions', 'administrative licensing decisions')],
      },
    ],
  },
  {
    article: item6,
    columns: [DECISIONS],
    rows: [
      { key: 'penalty_decisions', ...PENALTY, cells: [count('penalty_decisions', 'administrative penalty decisions')] },
      {
        key: 'coercion_decisions',
        ...COERCION,
        cells: [count('coercion_decisions', 'administrative coercion decisions')],
      },
    ],
  },
  {
    article: item8,
    columns: [AMOUNT],
    rows: [
      {
        key: 'admin_fees',
        ...FEES,
        cells: [
          {
            id: 'admin_fees_wan',
            en: 'administrative and institutional fees, 10,000 yuan',
            unit: '万元',
            type: 'decimal',
            nature: 'flow',
          },
        ],
      },
    ],
  },
];

const powerRow = (key: string, label: Label, id: string, en: string, decisions: string): PublicationRow => ({
  key,
  ...label,
  cells: [
    item(`${id}_items_last_year`, `${en} items last year`),
    change(`${id}_items_change`, `${en} items, change this year`),
    count(decisions, `${en} decisions`),
  ],
});

const documentsRow = (key: string, label: Label, en: string): PublicationRow => ({
  key,
  ...label,
  cells: [
    count(`${key}_newly_made`, `${en} newly made this year`),
    count(`${key}_newly_public`, `${en} newly made public this year`),
    count(`${key}_total_public`, `${en} made public in total`, 'stock'),
  ],
});

const form2019: readonly PublicationBlock[] = [
  {
    article: item1,
    columns: [
      { key: 'newly_made', zh: '本年新制作数量', en: 'newly made this year', published: ['本年新制作'] },
      { key: 'newly_public', zh: '本年新公开数量', en: 'newly made public this year', published: ['本年新公开'] },
      { key: 'total_public', zh: '对外公开总数量', en: 'made public in total', published: ['对外公开总数'] },
    ],
    rows: [
      documentsRow('rules', RULES, 'rules'),
      documentsRow(
        'normative_docs',
        { zh: '规范性文件', en: 'normative documents', published: ['行政规范性文件'] },
        'normative documents',
      ),
    ],
  },
  {
    article: item5,
    columns: [LAST_YEAR, CHANGE, CASES],
    rows: [
      powerRow('licensing', LICENSING, 'licensing', 'administrative licensing', 'licensing_decisions'),
      powerRow(
        'other_services',
        { zh: '其他对外管理服务事项', en: 'other management and service matters' },
        'other_services',
        'other service',
        'other_services_decisions',
      ),
    ],
  },
  {
    article: item6,
    columns: [LAST_YEAR, CHANGE, CASES],
    rows: [
      powerRow('penalty', PENALTY, 'penalty', 'administrative penalty', 'penalty_decisions'),
      powerRow('coercion', COERCION, 'coercion', 'administrative coercion', 'coercion_decisions'),
    ],
  },
  {
    article: item8,
    columns: [LAST_YEAR, CHANGE],
    rows: [
      {
        key: 'fee',
        ...FEES,
        cells: [
          item('fee_items_last_year', 'fee items last year'),
          change('fee_items_change', 'fee items, change this year'),
        ],
      },
    ],
  },
  {
    article: '第二十条第（九）项',
    columns: [
      { key: 'items', zh: '采购项目数量', en: 'procurement items' },
      { key: 'procured_amount', zh: '采购总金额', en: 'procurement amount' },
    ],
    rows: [
      {
        key: 'procurement',
        zh: '政府集中采购',
        en: 'centralised government procurement',
        cells: [
          { id: 'procurement_items', en: 'centralised procurement items', unit: '项', type: 'integer', nature: 'flow' },
          {
            id: 'procurement_amount_yuan',
            en: 'centralised procurement amount, yuan',
            unit: '元',
            type: 'decimal',
            nature: 'flow',
            note: 'money; the unit stands in the cell or is unknown',
          },
        ],
      },
    ],
  },
];

/** Table 2 (proactive disclosure, art. 20 of the OGI Regulations) of each edition, block by block. */
export const PUBLICATION_BLOCKS: Record<Edition, readonly PublicationBlock[]> = { '2019': form2019, '2021': form2021 };
