import { type Change, type ChangedFinding, CHANGES } from '../../audit/finding-changes.ts';
import { changesEn } from '../messages/changes-en.ts';
import { type ChangesMessages, changesZh } from '../messages/changes-zh.ts';
import type { Wording } from '../wording.ts';

/** What the comparison of findings says, in the language of the view; a catalogue of its own, fetched with the page. */
export const changesWords = ({ language }: Pick<Wording, 'language'>): ChangesMessages =>
  language === 'zh' ? changesZh : changesEn;

/** How many findings of each kind of change there are. */
export type ChangeCounts = Readonly<Record<Change, number>>;

/** Counts changes: all of them, and rule by rule in the order of the catalogue, rules without any left out. */
export function countChanges(
  changed: readonly ChangedFinding[],
  rules: readonly string[],
): {
  readonly all: ChangeCounts;
  readonly byRule: readonly { readonly rule: string; readonly counts: ChangeCounts }[];
} {
  const none = () => Object.fromEntries(CHANGES.map((change) => [change, 0])) as Record<Change, number>;
  const all = none();
  const byRule = new Map(rules.map((rule) => [rule, none()]));
  for (const { change, finding } of changed) {
    all[change] += 1;
    const own = byRule.get(finding.rule);
    if (own) own[change] += 1;
  }
  const rows = [...byRule].map(([rule, counts]) => ({ rule, counts }));
  return { all, byRule: rows.filter(({ counts }) => CHANGES.some((change) => counts[change] > 0)) };
}
