import type { Hue } from '../charts/palette.ts';
import { APPLICANT_COLUMNS } from '../form/applicants.ts';
import { DISPUTE_BLOCKS, DISPUTE_COLUMNS } from '../form/disputes.ts';
import { INDICATORS } from '../form/indicators.ts';
import type { Label } from '../form/label.ts';
import { PUBLICATION_BLOCKS } from '../form/publication.ts';
import { OUTCOME_GROUPS, REQUEST_ROWS } from '../form/requests.ts';
import type { Page } from './pages.ts';
import type { Grouping } from './view.ts';

/** A part of a whole: its measures are added up. */
export interface ComposedPart extends Label {
  readonly key: string;
  readonly measures: readonly string[];
  /** Colour of the part's group, from 0; parts of one group share it. */
  readonly hue: Hue;
  /** Place within its group, from 0. */
  readonly shade: number;
}

/** What one of the comparing pages offers. */
export interface ComparingPage {
  /** Measure ids and indicator keys on offer; the first one is shown unless another is chosen. */
  readonly subjects: readonly string[];
  readonly parts: readonly ComposedPart[];
  /** Ids of two measures that say something beside each other, where the page has such. */
  readonly pair?: { readonly x: string; readonly y: string };
  /** What the bars of the composition stand for unless chosen otherwise. */
  readonly by: Grouping;
}

const HUES: readonly Hue[] = [0, 1, 2, 3, 4, 5];

const keyed = (...starts: readonly string[]) =>
  INDICATORS.filter(({ key }) => starts.some((start) => key.startsWith(start))).map(({ key }) => key);

const measureOf = (block: { readonly key: string }, column: string) => `${block.key}_${column}`;

const APPLICANTS = APPLICANT_COLUMNS.filter(({ key }) => key !== 'total');

/** Outcomes stand in the order of the form, each group in a colour of its own and its reasons as shades of it. */
function outcomeParts(): readonly ComposedPart[] {
  const rows = REQUEST_ROWS.filter((row) => row.role === 'outcome' && row.editions.includes('2021'));
  const groups = [...new Set(rows.map((row) => row.group ?? row.key))];
  return rows.map((row) => {
    const group = row.group ?? row.key;
    const heading = OUTCOME_GROUPS.find(({ key }) => key === row.group);
    return {
      key: row.key,
      zh: heading ? `${heading.zh} ${row.zh}` : row.zh,
      en: heading ? `${heading.en}: ${row.en}` : row.en,
      measures: [`${row.key}_total`],
      hue: HUES[groups.indexOf(group)]!,
      shade: rows.filter((other) => (other.group ?? other.key) === group).indexOf(row),
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
  },
  disputes: {
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
