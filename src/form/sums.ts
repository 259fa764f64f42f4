import { APPLICANT_COLUMNS } from './applicants.ts';
import { DISPUTE_BLOCKS } from './disputes.ts';
import type { Edition } from './edition.ts';
import { REQUEST_ROWS } from './requests.ts';

/** An identity that the form promises: the sum of `left` equals the sum of `right`, in cell ids of one edition. */
export interface SumRule {
  /** Family of the rule in the audit. */
  readonly rule: 'T3-COL' | 'T3-SUM' | 'T3-ROW' | 'T4-SUM';
  /** Column key (T3-COL, T3-SUM), row key (T3-ROW) or block key (T4-SUM). */
  readonly at: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
}

function sumRules(edition: Edition): SumRule[] {
  const rows = REQUEST_ROWS.filter((row) => row.editions.includes(edition));
  const outcomes = rows.filter((row) => row.role === 'outcome');
  const applicants = APPLICANT_COLUMNS.filter((column) => column.key !== 'total');
  return [
    ...APPLICANT_COLUMNS.map(({ key }) => ({
      rule: 'T3-COL' as const,
      at: key,
      left: [`new_${key}`, `carried_in_${key}`],
      right: [`handled_${key}`, `carried_out_${key}`],
    })),
    ...APPLICANT_COLUMNS.map(({ key }) => ({
      rule: 'T3-SUM' as const,
      at: key,
      left: [`handled_${key}`],
      right: outcomes.map((row) => `${row.key}_${key}`),
    })),
    ...rows.map((row) => ({
      rule: 'T3-ROW' as const,
      at: row.key,
      left: [`${row.key}_total`],
      right: applicants.map(({ key }) => `${row.key}_${key}`),
    })),
    ...DISPUTE_BLOCKS.map(({ key }) => ({
      rule: 'T4-SUM' as const,
      at: key,
      left: [`${key}_total`],
      right: ['upheld', 'corrected', 'other_result', 'pending'].map((result) => `${key}_${result}`),
    })),
  ];
}

/** The sums that each edition's tables must satisfy: 42 on the 2021 form, 40 on the 2019 form. */
export const SUM_RULES: Record<Edition, readonly SumRule[]> = { '2019': sumRules('2019'), '2021': sumRules('2021') };

/** Ids of the cells whose sum this measure of the 2021 form is part of, in the form's order (T3-ROW, T3-SUM and T4-SUM). */
export function summedInto(id: string): string[] {
  const into = SUM_RULES['2021']
    .filter((sum) => sum.rule !== 'T3-COL' && sum.right.includes(id))
    .map((sum) => sum.left[0]!);
  return [...into].sort((a, b) => Number(b.endsWith('_total')) - Number(a.endsWith('_total')));
}
