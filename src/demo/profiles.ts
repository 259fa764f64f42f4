import type { Level } from '../bodies/levels.ts';

/** What bodies of a kind usually have in a year, as medians over counties; cities and the province scale them. */
export interface Profile {
  /** Requests newly received. */
  readonly requests: number;
  /** Licences, penalties and coercive measures decided; 0 where the kind has no such power. */
  readonly licences: number;
  readonly penalties: number;
  readonly coercion: number;
  /** Fees in yuan, and the share of bodies that charge any. */
  readonly fees: number;
  readonly charging: number;
  /** Normative documents in force, and the share of bodies that have any. */
  readonly documents: number;
  readonly ruling: number;
  /** What this kind's outcomes have more or less of than usual: factors by group of outcomes or outcome. */
  readonly mix: Readonly<Record<string, number>>;
}

const USUAL: Profile = {
  requests: 1.2,
  licences: 0,
  penalties: 0,
  coercion: 0,
  fees: 0,
  charging: 0,
  documents: 3,
  ruling: 0.3,
  mix: {},
};

const WAN = 10_000;

/** Profiles of the kinds that differ from the usual small department. */
const PROFILES: Readonly<Record<string, Partial<Profile>>> = {
  // A government's own part, without its departments: requests addressed to it and documents in its name.
  government: { requests: 16, documents: 32, ruling: 1, mix: { unable_not_held: 1.4, other_other: 1.4 } },
  govOffice: { requests: 14, documents: 6, ruling: 0.5, mix: { granted: 0.6, unable_not_held: 1.6, other_other: 1.5 } },
  police: {
    requests: 8,
    licences: 14_000,
    penalties: 24_000,
    coercion: 600,
    fees: 160 * WAN,
    charging: 0.9,
    mix: { granted: 0.6, denied_case_file: 5, denied_registry_query: 2, not_processed_petition: 2 },
  },
  naturalResources: {
    requests: 22,
    licences: 320,
    penalties: 22,
    coercion: 1,
    fees: 500 * WAN,
    charging: 0.8,
    mix: { granted: 1.2, denied_registry_query: 4, unable_not_held: 1.2 },
  },
  market: {
    requests: 7,
    licences: 6500,
    penalties: 260,
    coercion: 12,
    fees: 30 * WAN,
    charging: 0.4,
    mix: { denied_case_file: 4, not_processed_petition: 3 },
  },
  housing: {
    requests: 18,
    licences: 210,
    penalties: 14,
    fees: 450 * WAN,
    charging: 0.6,
    documents: 4,
    mix: { granted: 1.1, unable_not_held: 1.3 },
  },
  urbanMgmt: {
    requests: 6,
    licences: 180,
    penalties: 900,
    coercion: 60,
    fees: 120 * WAN,
    charging: 0.5,
    mix: { denied_case_file: 3 },
  },
  data: { requests: 0.8, licences: 2600 },
  education: { requests: 4, licences: 24, penalties: 1, fees: 900 * WAN, charging: 0.7, mix: { granted: 1.3 } },
  hrss: { requests: 5, licences: 70, penalties: 5, fees: 60 * WAN, charging: 0.5 },
  transport: { requests: 3, licences: 1300, penalties: 420, coercion: 25, fees: 15 * WAN, charging: 0.25 },
  agriculture: { requests: 6, licences: 160, penalties: 45, coercion: 3, fees: 8 * WAN, charging: 0.2 },
  health: { requests: 3, licences: 480, penalties: 55, fees: 20 * WAN, charging: 0.3 },
  civilAffairs: { requests: 2.5, licences: 45, penalties: 1, fees: 12 * WAN, charging: 0.3 },
  ndrc: { requests: 2.5, licences: 16, documents: 4, ruling: 0.4 },
  justice: { requests: 2.5, licences: 20, penalties: 2, fees: 25 * WAN, charging: 0.5 },
  emergency: { requests: 1.5, licences: 70, penalties: 60, coercion: 4 },
  water: { requests: 2.5, licences: 75, penalties: 14, coercion: 2, fees: 90 * WAN, charging: 0.6 },
  forestry: { requests: 1.5, licences: 130, penalties: 16, fees: 60 * WAN, charging: 0.4 },
  ecology: {
    requests: 5,
    licences: 110,
    penalties: 60,
    coercion: 4,
    fees: 10 * WAN,
    charging: 0.2,
    mix: { granted: 1.2 },
  },
  cultureTourism: { requests: 1.2, licences: 55, penalties: 12 },
  commerce: { licences: 35, penalties: 2 },
  industry: { licences: 6 },
  finance: { requests: 2, licences: 18 },
  civilAirDefence: { licences: 25, fees: 380 * WAN, charging: 0.9 },
  medInsurance: { penalties: 30 },
  statistics: { requests: 0.4, penalties: 3, ruling: 0.05 },
  audit: { requests: 0.8, ruling: 0.05, mix: { denied_process: 2 } },
  veterans: { requests: 0.6, ruling: 0.1 },
  petitions: { requests: 1.5, ruling: 0.05, mix: { not_processed_petition: 5 } },
  zone: {
    requests: 5,
    licences: 380,
    penalties: 18,
    coercion: 1,
    fees: 300 * WAN,
    charging: 0.4,
    documents: 5,
    ruling: 0.5,
  },
  township: { requests: 2.2, licences: 60, penalties: 9, coercion: 1, ruling: 0.06 },
  subdistrict: { requests: 3, licences: 25, penalties: 25, coercion: 1, ruling: 0.02 },
};

/** What bodies of a kind usually have in a year. */
export const profileOf = (kind: string): Profile => ({ ...USUAL, ...PROFILES[kind] });

/** How many times a county's median a body of another level has, by what is counted. */
export const LEVEL_FACTORS: Readonly<Record<Level, { requests: number; decisions: number; documents: number }>> = {
  national: { requests: 20, decisions: 1, documents: 10 },
  province: { requests: 7, decisions: 1.4, documents: 5 },
  city: { requests: 2.4, decisions: 1.6, documents: 2.2 },
  county: { requests: 1, decisions: 1, documents: 1 },
  township: { requests: 1, decisions: 1, documents: 1 },
  zone: { requests: 1, decisions: 1, documents: 1 },
};

/** Share of townships and sub-districts where nothing that the form counts ever happens. */
export const SILENT_TOWNSHIPS = 0.5;

/** Shares of the outcomes of requests in a usual body, before kind and body bend them. */
export const OUTCOME_SHARES: Readonly<Record<string, number>> = {
  granted: 0.46,
  partial: 0.09,
  denied_state_secret: 0.001,
  denied_law_forbids: 0.004,
  denied_security_stability: 0.003,
  denied_third_party: 0.008,
  denied_internal_affairs: 0.009,
  denied_process: 0.012,
  denied_case_file: 0.007,
  denied_registry_query: 0.008,
  unable_not_held: 0.23,
  unable_must_create: 0.015,
  unable_still_unclear: 0.01,
  not_processed_petition: 0.022,
  not_processed_repeat: 0.014,
  not_processed_publication: 0.001,
  not_processed_excessive: 0.002,
  not_processed_confirm_reissue: 0.003,
  other_no_correction: 0.04,
  other_fee_unpaid: 0.0006,
  other_other: 0.05,
};

/** Shares of the kinds of applicant, in the order of the form's columns. */
export const APPLICANT_SHARES: readonly number[] = [0.945, 0.038, 0.001, 0.002, 0.009, 0.005];

const REQUEST_TREND: Readonly<Record<number, number>> = {
  2019: 0.86,
  2020: 0.8,
  2021: 0.96,
  2022: 0.98,
  2023: 1.1,
  2024: 1.16,
};
const LATER_TREND = 1.22;

/** How many requests there are in a year for each of a usual one, all over the province. */
export const requestTrend = (year: number): number => REQUEST_TREND[year] ?? LATER_TREND;

/** First report year in which refusals go to reconsideration before they go to court (Reconsideration Law, art. 23). */
export const REVIEW_FIRST_FROM = 2024;
