import { APPLICANT_SHARES, LEVEL_FACTORS, OUTCOME_SHARES, profileOf, SILENT_TOWNSHIPS } from './profiles.ts';
import type { DemonstrationBody } from './province.ts';
import type { Random } from './random.ts';
import { OUTCOME_KEYS } from './sheet.ts';

/** What a body is like over all its years: the means around which its figures are drawn. */
export interface Character {
  /** Requests a year. */
  readonly requests: number;
  /** Weights of the kinds of applicant, in the form's order. */
  readonly applicants: readonly number[];
  /** Weights of the outcomes, in the order of `OUTCOME_KEYS`. */
  readonly outcomes: readonly number[];
  /** Share of a year's new requests that the next year inherits. */
  readonly carried: number;
  /** Reconsiderations for each request handled. */
  readonly disputed: number;
  readonly licences: number;
  readonly penalties: number;
  readonly coercion: number;
  /** Yuan a year, and the yuan it rounds to. */
  readonly fees: number;
  readonly feeStep: number;
  /** Normative documents and rules in force at the start. */
  readonly documents: number;
  readonly rules: number;
}

const FEE_STEPS = [1, 1, 100, 100, 100, 1000, 10_000];
const RULES_IN_FORCE: Partial<Record<string, number>> = { province: 140, city: 14 };

/** Weights of outcomes: the usual ones, bent by the kind and then by the body, whole groups together. */
function outcomeWeights(mix: Readonly<Record<string, number>>, random: Random): number[] {
  const groups = new Map<string, number>();
  return OUTCOME_KEYS.map((key) => {
    const group = /^(denied|unable|not_processed|other)_/.exec(key)?.[1] ?? key;
    const groupFactor = groups.get(group) ?? random.logNormal(1, 0.5);
    groups.set(group, groupFactor);
    return OUTCOME_SHARES[key]! * (mix[key] ?? 1) * groupFactor * random.logNormal(1, 0.5);
  });
}

const silent = { requests: 0, disputed: 0, licences: 0, penalties: 0, coercion: 0, fees: 0, documents: 0, rules: 0 };

/** Draws what a body is like; a few bodies have very much and most have little. */
export function drawCharacter(body: DemonstrationBody, random: Random): Character {
  const profile = profileOf(body.kind);
  const factor = LEVEL_FACTORS[body.level];
  const isTownship = body.level === 'township';
  const outcomes = outcomeWeights(profile.mix, random);
  const applicants = APPLICANT_SHARES.map((share, index) => (index === 0 ? share : share * random.logNormal(0.7, 0.9)));
  const carried = Math.min(0.3, random.logNormal(0.05, 0.6));
  const feeStep = random.pick(FEE_STEPS);
  const many = (median: number, spread: number, share: number) =>
    median > 0 && random.chance(share) ? body.size * random.logNormal(median, spread) : 0;
  const drawn = {
    requests: body.size * random.logNormal(profile.requests * factor.requests, isTownship ? 1.1 : 0.95),
    disputed: random.logNormal(0.06, 0.7),
    licences: many(profile.licences * factor.decisions, 1.1, isTownship ? 0.5 : 0.93),
    penalties: many(profile.penalties * factor.decisions, 1.1, isTownship ? 0.3 : 0.9),
    coercion: many(profile.coercion * factor.decisions, 1.2, isTownship ? 0.15 : 0.7),
    fees: many(profile.fees * factor.decisions, 1.1, profile.charging),
    documents: Math.round(many(profile.documents * factor.documents, 0.7, profile.ruling)),
    rules: body.kind === 'government' ? Math.round(random.logNormal(RULES_IN_FORCE[body.level] ?? 0, 0.3)) : 0,
  };
  const isSilent = isTownship && random.chance(SILENT_TOWNSHIPS);
  return { applicants, outcomes, carried, feeStep, ...drawn, ...(isSilent ? silent : {}) };
}
