import type { Finding } from '../../audit/finding.ts';
import { actualOf } from '../../audit/finding-rows.ts';
import { numbersOf } from '../../audit/finding-text.ts';
import { formatShare } from '../composition-rows.ts';
import type { Wording } from '../wording.ts';

function written({ rule }: Finding, value: number | string | null, exact: Wording['exact']): string | null {
  if (typeof value !== 'number') return value;
  return { share: formatShare, year: String, figure: exact }[numbersOf(rule)](value);
}

/** What is due at a finding and what stands there, as text; null where the rule compares nothing. */
export const comparedText = (
  finding: Finding,
  exact: Wording['exact'],
): { readonly expected: string | null; readonly actual: string | null } => ({
  expected: written(finding, finding.expected ?? finding.due, exact),
  actual: written(finding, actualOf(finding), exact),
});
