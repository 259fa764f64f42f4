import { drawBodyYears, listYears, type Years } from './body-years.ts';
import type { DemonstrationBody, Province } from './province.ts';
import { positionOf, type Sheet } from './sheet.ts';

/** Small figures in which a body can be told from its peers. */
export const JUMPING = ['licensing_decisions', 'penalty_decisions'].map((id) => ({ id, position: positionOf(id) }));

/** One of those figures. */
export type JumpingCell = (typeof JUMPING)[number];

// Some peers file nothing, leave gaps or err themselves, which moves median and deviation: more of them, and a deviation that
// three quarters of them keep within, make the rule sure to see it.
const FEWEST_PEERS = 12;
const DEVIATIONS = 6.5;
const KEPT_WITHIN = 0.75;
// Where many are just the median, the others' filing nothing may leave no deviation at all.
const MAY_BE_MEDIAN = 0.25;

const quantile = (sorted: readonly number[], share: number): number => sorted[Math.ceil((sorted.length - 1) * share)]!;
const inOrder = (values: readonly number[]): number[] => [...values].sort((one, other) => one - other);

/** The bodies of one kind and level of a province, with what truly happened in them. */
export class Peers {
  readonly #bodies: readonly DemonstrationBody[];
  readonly #years: Years;
  readonly #seed: number;
  #truths: readonly (readonly (Sheet | null)[])[] | null = null;

  constructor(bodies: readonly DemonstrationBody[], years: Years, seed: number) {
    this.#bodies = bodies;
    this.#years = years;
    this.#seed = seed;
  }

  /** Whether so many exist in a year that a rule can compare them. */
  areEnough(year: number): boolean {
    const existing = this.#bodies.filter(({ from, to }) => (from ?? year) <= year && year <= (to ?? year));
    return existing.length >= FEWEST_PEERS;
  }

  /** Whether a value of a cell would be an outlier among them whichever few of them file nothing. */
  isFarOutside({ position }: JumpingCell, year: number, value: number): boolean {
    if (!this.areEnough(year)) return false;
    const index = listYears(this.#years).indexOf(year);
    const logs = inOrder(this.#drawn().flatMap((truth) => (truth[index] ? [Math.log1p(truth[index][position]!)] : [])));
    const middle = quantile(logs, 0.5);
    const deviations = inOrder(logs.map((log) => Math.abs(log - middle)));
    const isSpread = quantile(deviations, MAY_BE_MEDIAN) > 0;
    return isSpread && Math.abs(Math.log1p(value) - middle) > DEVIATIONS * quantile(deviations, KEPT_WITHIN);
  }

  #drawn(): readonly (readonly (Sheet | null)[])[] {
    return (this.#truths ??= this.#bodies.map((body) => drawBodyYears(body, this.#years, this.#seed)));
  }
}

/** The peers of each body of a province, itself among them. */
export function peersOf(province: Province, years: Years, seed: number): (body: DemonstrationBody) => Peers {
  const keyOf = ({ kind, level }: DemonstrationBody) => `${kind} ${level}`;
  const groups = new Map<string, DemonstrationBody[]>();
  for (const body of province.bodies) {
    const group = groups.get(keyOf(body));
    if (group) group.push(body);
    else groups.set(keyOf(body), [body]);
  }
  const peers = new Map([...groups].map(([key, bodies]) => [key, new Peers(bodies, years, seed)]));
  return (body) => peers.get(keyOf(body))!;
}
