import { CHAIN_CHECKS, CHAIN_RULES } from './chain-rules.ts';
import { checkFamily } from './check.ts';
import { FIGURE_CHECKS, FIGURE_RULES } from './figure-rules.ts';
import { FORM_CHECKS, FORM_RULES } from './form-rules.ts';
import { NUMBER_FAMILY } from './number-rule.ts';
import type { Family, Rule } from './rule.ts';

/** Every rule, in families that are checked together. */
export const FAMILIES: readonly Family[] = [
  checkFamily(FORM_RULES, FORM_CHECKS),
  NUMBER_FAMILY,
  checkFamily(FIGURE_RULES, FIGURE_CHECKS),
  checkFamily(CHAIN_RULES, CHAIN_CHECKS),
];

/** Every rule of the audit, in the order of findings. */
export const RULES: readonly Rule[] = FAMILIES.flatMap(({ rules }) => rules);
