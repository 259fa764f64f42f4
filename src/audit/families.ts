import { BUILD_FAMILY } from './build-rule.ts';
import { CHAIN_CHECKS, CHAIN_RULES } from './chain-rules.ts';
import { checkFamily } from './check.ts';
import { FIGURE_CHECKS, FIGURE_RULES } from './figure-rules.ts';
import { FORM_CHECKS, FORM_RULES } from './form-rules.ts';
import { IDENTITY_FAMILY } from './identity-rules.ts';
import { NUMBER_FAMILY } from './number-rule.ts';
import { PEER_FAMILY, UNIT_FAMILY } from './peer-rules.ts';
import { PROSE_FAMILY } from './prose-rule.ts';
import { RATE_FAMILY } from './rate-rule.ts';
import type { AuditSize, Family, Rule } from './rule.ts';
import { ROLL_UP_FAMILY } from './roll-up-rules.ts';
import { SAME_CHECK, Y_SAME } from './same-rule.ts';
import { STATEMENT_FAMILY } from './statement-rules.ts';

/** Whether any body has reports of two years. */
const hasChains = ({ reports, bodies }: AuditSize): boolean => reports > bodies;

/** Every rule, in families that are checked together. */
export const FAMILIES: readonly Family[] = [
  checkFamily(FORM_RULES, FORM_CHECKS),
  NUMBER_FAMILY,
  BUILD_FAMILY,
  checkFamily(FIGURE_RULES, FIGURE_CHECKS),
  { ...checkFamily(CHAIN_RULES, CHAIN_CHECKS), mayApply: hasChains },
  { ...checkFamily([Y_SAME], [SAME_CHECK]), mayApply: hasChains },
  UNIT_FAMILY,
  { ...PEER_FAMILY, mayApply: ({ reports }) => reports > 2 },
  { ...ROLL_UP_FAMILY, mayApply: ({ bodies }) => bodies > 1 },
  PROSE_FAMILY,
  STATEMENT_FAMILY,
  RATE_FAMILY,
  IDENTITY_FAMILY,
];

/** Every rule of the audit, in the order of findings. */
export const RULES: readonly Rule[] = FAMILIES.flatMap(({ rules }) => rules);
