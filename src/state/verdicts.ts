import { OUTCOMES, type OutcomesOfRule, type RuleOutcome } from '../audit/outcomes.ts';

const NOT_APPLICABLE = OUTCOMES.indexOf('not-applicable');
const ZERO = '0'.charCodeAt(0);

/** How the rules of the audit stand with every report of a dataset: one byte for a rule and a report. */
export class Verdicts {
  readonly #byRule = new Map<string, Uint8Array>();
  readonly #lastReport: number;

  /** `lastReport` is the highest number of a report. */
  constructor(lastReport: number) {
    this.#lastReport = lastReport;
  }

  take({ rule, from, digits }: OutcomesOfRule): void {
    let outcomes = this.#byRule.get(rule);
    if (!outcomes) {
      outcomes = new Uint8Array(this.#lastReport + 1).fill(NOT_APPLICABLE);
      this.#byRule.set(rule, outcomes);
    }
    for (let at = 0; at < digits.length; at += 1) outcomes[from + at] = digits.charCodeAt(at) - ZERO;
  }

  /** How a rule stands with the report of this number. */
  outcomeOf(rule: string, reportId: number): RuleOutcome {
    return OUTCOMES[this.#byRule.get(rule)?.[reportId] ?? NOT_APPLICABLE]!;
  }
}
