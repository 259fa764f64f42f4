import type { Finding } from './finding.ts';
import type { RuleOutcome } from './outcomes.ts';
import { placeKey } from './review.ts';

/**
 * What has become of a finding that fails in an earlier audit, a later one or both: mended, new, still there, or no longer to
 * be told, because it cannot be checked any more or its report is not there. Only what holds now is mended.
 */
export const CHANGES = ['mended', 'new', 'still', 'unchecked', 'absent'] as const;

/** One of the ways in which findings change. */
export type Change = (typeof CHANGES)[number];

/** A finding with what has become of it. */
export interface ChangedFinding {
  readonly change: Change;
  /** As the later audit has it, or the earlier one where the later has none. */
  readonly finding: Finding;
  /** As the earlier audit had it, where both have it. */
  readonly before: Finding | null;
}

/** How a rule stands with the report of an earlier finding now; null where there is no such report any more. */
export type StandingNow = (finding: Finding) => RuleOutcome | null;

const fails = ({ outcome }: Finding) => outcome === 'fails';
const wordsOf = ({ expected, actual, due, said }: Finding) => JSON.stringify([expected, actual, due, said]);

/** Whether a finding that could not be checked leaves another of the same report and rule open. */
function leavesOpen(open: Finding, { at, cells }: Finding): boolean {
  if (open.at === at) return true;
  if (open.at !== '') return false;
  return open.cells.length === 0 || open.cells.some(({ id }) => cells.some((cell) => cell.id === id));
}

/**
 * Compares the findings of two audits place by place, the later one a piece at a time: what fails in the earlier one is
 * held, and nothing else. Reports are the same by body and year, whatever their numbers.
 */
export class FindingComparison {
  readonly #before = new Map<string, Finding[]>();
  /** Reports and rules of the earlier failures, which what is open now may bear on. */
  readonly #concerned = new Set<string>();
  readonly #open = new Map<string, Finding[]>();

  /** Takes findings of the earlier audit. */
  takeBefore(findings: readonly Finding[]): void {
    for (const finding of findings) {
      if (!fails(finding)) continue;
      // What could explain a sum is made anew and takes room.
      this.#concerned.add(reportKey(finding));
      add(this.#before, placeKey(finding), { ...finding, explanations: [] });
    }
  }

  /** Takes findings of the later audit, whole reports at a time, and gives those that fail. */
  takeAfter(findings: readonly Finding[]): ChangedFinding[] {
    const unmatched: Finding[] = [];
    const changed: ChangedFinding[] = [];
    const still = (finding: Finding, before: Finding) => changed.push({ change: 'still', finding, before });
    for (const finding of findings) {
      if (!fails(finding)) {
        if (this.#concerned.has(reportKey(finding))) add(this.#open, reportKey(finding), finding);
      } else {
        // Several sentences may stand at one place: first those that say the same.
        const before = this.#take(finding, (one) => wordsOf(one) === wordsOf(finding));
        if (before) still(finding, before);
        else unmatched.push(finding);
      }
    }
    for (const finding of unmatched) {
      const before = this.#take(finding, () => true);
      if (before) still(finding, before);
      else changed.push({ change: 'new', finding, before: null });
    }
    return changed;
  }

  /** What fails in the earlier audit and not in the later one, once all of it is taken. */
  left(): Finding[] {
    return [...this.#before.values()].flat();
  }

  /** What has become of that. */
  settle(standing: StandingNow): ChangedFinding[] {
    return this.left().map((finding) => ({
      change: this.#changeOf(finding, standing(finding)),
      finding,
      before: null,
    }));
  }

  #changeOf(finding: Finding, standing: RuleOutcome | null): Change {
    if (standing === null) return 'absent';
    if (standing === 'not-applicable') return 'unchecked';
    const open = this.#open.get(reportKey(finding)) ?? [];
    return open.some((one) => leavesOpen(one, finding)) ? 'unchecked' : 'mended';
  }

  #take(finding: Finding, isWanted: (before: Finding) => boolean): Finding | null {
    const key = placeKey(finding);
    const held = this.#before.get(key) ?? [];
    const at = held.findIndex(isWanted);
    if (at < 0) return null;
    const [taken] = held.splice(at, 1);
    if (held.length === 0) this.#before.delete(key);
    return taken!;
  }
}

function add(map: Map<string, Finding[]>, key: string, finding: Finding): void {
  const held = map.get(key);
  if (held) held.push(finding);
  else map.set(key, [finding]);
}

const reportKey = (finding: Finding) => placeKey({ ...finding, at: '' });

/** Compares the findings of two audits that are there as a whole. */
export function compareFindings(
  before: readonly Finding[],
  after: readonly Finding[],
  standing: StandingNow,
): ChangedFinding[] {
  const comparison = new FindingComparison();
  comparison.takeBefore(before);
  return [...comparison.takeAfter(after), ...comparison.settle(standing)];
}
