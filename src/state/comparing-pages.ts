import type { Hue } from '../charts/palette.ts';
import type { Part } from '../compare/composition.ts';
import { APPLICANT_COLUMNS } from '../form/applicants.ts';
import { DISPUTE_BLOCKS, DISPUTE_COLUMNS } from '../form/disputes.ts';
import { INDICATORS } from '../form/indicators.ts';
import type { KeyedLabel, Label } from '../form/label.ts';
import { PUBLICATION_BLOCKS } from '../form/publication.ts';
import { OUTCOME_GROUPS, REQUEST_ROWS, type RequestRow } from '../form/requests.ts';
import type { Page } from './pages.ts';
import type { Grouping } from './view.ts';

/** A part of a whole with what it is called and how it is drawn. */
export type ComposedPart = Part &
  Label & {
    /** What the legend lists in place of this part. */
    readonly group?: KeyedLabel;
    /** Colour of the part's group, from 0; parts of one group share it. */
    readonly hue: Hue;
    /** Place within its group, from 0. */
    readonly shade: number;
  };

/** What one of the comparing pages offers. */
export interface ComparingPage {
  /** Measure ids and indicator keys on offer; the first one is shown unless another is chosen. */
  readonly subjects: readonly string[];
  readonly parts: readonly ComposedPart[];
  /** Ids of two measures that say something beside each other, where the page has such. */
  readonly pair?: { readonly x: string; readonly y: string };
  /** Whether the page tells refusals by their reasons. */
  readonly reasons?: boolean;
  /** Whether the page is about disputes, whose kinds stand beside each other with their results. */
  readonly disputes?: boolean;
  /** What the bars of the composition stand for unless chosen otherwise. */
  readonly by: Grouping;
  /** Whether counts stand on a logarithmic scale unless chosen otherwise: one slip of a unit would dwarf all else. */
  readonly log?: boolean;
}

const HUES: readonly Hue[] = [0, 1, 2, 3, 4, 5];

const keyed = (...starts: readonly string[]) =>
  INDICATORS.filter(({ key }) => starts.some((start) => key.startsWith(start))).map(({ key }) => key);

const measureOf = (block: { readonly key: string }, column: string) => `${block.key}_${column}`;

/** The one row of the 2019 form for what the 2021 form counts in three. */
export const OTHER_2019 = {
  key: 'other_all',
  group: 'other',
  zh: '（六）其他处理（2019 年表式，不分项）',
  en: 'otherwise: all (2019 form, one row)',
} as const;

const OLD_CELL = { measures: [], cell2019: `${OTHER_2019.key}_total` } as const;

const APPLICANTS = APPLICANT_COLUMNS.filter(({ key }) => key !== 'total');

/**
 * Outcomes stand in the order of the form, each group in a colour of its own and its reasons as shades of it. What the
 * 2019 form counts in one row is a part of its own among those that the 2021 form counts apart.
 */
function outcomeParts(): readonly ComposedPart[] {
  const rows = REQUEST_ROWS.filter((row) => row.role === 'outcome');
  const groupOf = (row: RequestRow) => row.group ?? (row.key === OTHER_2019.key ? OTHER_2019.group : row.key);
  const groups = [...new Set(rows.map(groupOf))];
  return rows.map((row) => {
    const own = groupOf(row);
    const group = OUTCOME_GROUPS.find(({ key }) => key === own);
    const isOld = row.key === OTHER_2019.key;
    return {
      key: row.key,
      zh: isOld ? OTHER_2019.zh : group ? `${group.zh} ${row.zh}` : row.zh,
      en: isOld ? OTHER_2019.en : group ? `${group.en}: ${row.en}` : row.en,
      ...(isOld ? OLD_CELL : { measures: [`${row.key}_total`] }),
      ...(group ? { group } : {}),
      hue: HUES[groups.indexOf(own)]!,
      shade: rows.filter((other) => groupOf(other) === own).indexOf(row),
    };
  });
}

const single = (key: string, hue: Hue, zh: string, en: string): ComposedPart => ({
  key,
  measures: [key],
  zh,
  en,
  hue,
  shade: 0,
});

const DECISIONS = PUBLICATION_BLOCKS['2021']
  .flatMap(({ rows }) => rows)
  .filter(({ key }) => key.endsWith('_decisions'))
  .map(({ key, zh, en }, index) => single(key, HUES[index]!, zh, en));

/** The pages that compare bodies, each a list of subjects and the parts of one whole. */
export const COMPARING_PAGES: Partial<Record<Page, ComparingPage>> = {
  requests: {
    subjects: ['new_total', 'carried_in_total', 'carried_out_total', ...keyed('carry_over', 'applicant_share')],
    parts: APPLICANTS.map((column, index) => ({
      ...column,
      measures: [`new_${column.key}`],
      hue: HUES[index]!,
      shade: 0,
    })),
    by: 'year',
  },
  outcomes: {
    reasons: true,
    subjects: [
      ...keyed('disclosure', 'merits', 'full', 'refusal', 'unable', 'not_processed', 'other_rate', 'not_held'),
      'handled_total',
      'granted_total',
      'partial_total',
    ],
    parts: outcomeParts(),
    by: 'year',
  },
  enforcement: {
    subjects: [
      ...DECISIONS.map(({ key }) => key),
      'normative_docs_in_force',
      'normative_docs_issued',
      'normative_docs_repealed',
      'renewal',
    ],
    parts: DECISIONS,
    pair: { x: 'licensing_decisions', y: 'penalty_decisions' },
    by: 'year',
  },
  fees: {
    subjects: ['admin_fees_wan', 'fee_per_licence', 'other_fee_unpaid_total'],
    parts: [single('admin_fees_wan', 0, '行政事业性收费', 'administrative and institutional fees')],
    by: 'kind',
    log: true,
  },
  disputes: {
    disputes: true,
    subjects: [
      'review_total',
      'suit_direct_total',
      'suit_after_review_total',
      ...keyed('dispute_rate', 'correction_rate'),
    ],
    parts: DISPUTE_COLUMNS.filter(({ key }) => key !== 'total').map(({ key, zh, en }, index) => ({
      key,
      zh,
      en,
      measures: DISPUTE_BLOCKS.map((block) => measureOf(block, key)),
      hue: HUES[index]!,
      shade: 0,
    })),
    by: 'year',
  },
};
