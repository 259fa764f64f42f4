import { APPLICANT_COLUMNS } from '../form/applicants.ts';
import { CELLS_ONLY_2019, MEASURES } from '../form/cells.ts';
import { DISPUTE_BLOCKS } from '../form/disputes.ts';
import { REQUEST_ROWS } from '../form/requests.ts';
import { RULES } from './families.ts';
import type { Finding } from './finding.ts';

const orderOf = (keys: readonly string[]): ReadonlyMap<string, number> =>
  new Map(keys.map((key, index) => [key, index]));

const RULE_ORDER = orderOf(RULES.map(({ id }) => id));
const PLACE_ORDER = orderOf([
  ...[...APPLICANT_COLUMNS, ...REQUEST_ROWS, ...DISPUTE_BLOCKS].map(({ key }) => key),
  ...[...MEASURES, ...CELLS_ONLY_2019].map(({ id }) => id),
]);
const LAST = Number.MAX_SAFE_INTEGER;

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Findings in the order of reports, of the catalogue of rules, and of the form. */
export const sortFindings = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort(
    (a, b) =>
      a.reportId - b.reportId ||
      RULE_ORDER.get(a.rule)! - RULE_ORDER.get(b.rule)! ||
      (PLACE_ORDER.get(a.at) ?? LAST) - (PLACE_ORDER.get(b.at) ?? LAST) ||
      compareText(a.at, b.at),
  );
