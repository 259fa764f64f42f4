import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { compareAudits } from '../audit/compared-audits.ts';
import { type Change, type ChangedFinding, CHANGES } from '../audit/finding-changes.ts';
import { ruleOf } from '../audit/finding-rows.ts';
import { findingSentence } from '../audit/finding-text.ts';
import type { Language } from '../audit/place-text.ts';
import type { Rule } from '../audit/rule.ts';
import type { Database } from '../store/database.ts';
import {
  changeLine,
  CSV_CHANGE_HEADER,
  type FindingFormat,
  isMadeUp,
  jsonLine,
  tableLines,
} from './finding-formats.ts';
import { openProgress } from './progress.ts';
import { writeLine, type Terminal } from './terminal.ts';

/** How changes are printed. */
interface ChangesOptions {
  readonly format: FindingFormat;
  readonly lang: Language;
  /** File to write instead of standard output. */
  readonly out?: string;
}

const TITLES: Readonly<Record<Change, string>> = {
  mended: 'mended',
  new: 'new',
  still: 'still there',
  unchecked: 'no longer checked',
  absent: 'report not there',
};
const STEPS = 100;

function groupLines(title: string, group: readonly ChangedFinding[], language: Language): string[] {
  if (group.length === 0) return [];
  return [
    `${title}: ${group.length}`,
    ...tableLines(
      group.map(({ finding }) => [
        '',
        `${finding.body} ${finding.year}`,
        finding.rule,
        ruleOf(finding.rule).severity,
        findingSentence(finding, language),
      ]),
    ),
  ];
}

/**
 * Prints what has become of the findings of an earlier dataset in a later one, in groups in a table, otherwise as they are
 * found; then how many there are by rule. Says whether a rule of severity `must` fails in the later one.
 */
export async function printChanges(
  earlier: Database,
  later: Database,
  rules: readonly Rule[],
  { format, lang, out }: ChangesOptions,
  terminal: Terminal,
): Promise<boolean> {
  const { cwd, stdout, stderr } = terminal;
  const kept: string[] = [];
  const print = async (line: string) => {
    if (out === undefined) await writeLine(stdout, line);
    else kept.push(line);
  };
  const counts = new Map<string, Map<Change, number>>();
  const groups = new Map<Change, ChangedFinding[]>(CHANGES.map((change) => [change, []]));
  const synthetic = (await isMadeUp(earlier)) || (await isMadeUp(later));
  if (format === 'csv') await print(CSV_CHANGE_HEADER);
  const progress = openProgress(terminal, 'comparing', STEPS);
  try {
    let steps = 0;
    const ids = rules.map(({ id }) => id);
    for await (const { changed, share } of compareAudits(earlier, later, ids)) {
      for (const one of changed) {
        const { change, finding } = one;
        const own = counts.get(finding.rule) ?? new Map<Change, number>();
        counts.set(finding.rule, own.set(change, (own.get(change) ?? 0) + 1));
        if (format === 'table') groups.get(change)!.push(one);
        else
          await print(
            format === 'json' ? jsonLine(finding, synthetic, change) : changeLine(change, finding, lang, synthetic),
          );
      }
      for (; steps < Math.floor(share * STEPS); steps += 1) progress.step();
    }
  } finally {
    progress.close();
  }
  for (const [change, group] of groups) for (const line of groupLines(TITLES[change], group, lang)) await print(line);
  const told = tableLines([
    ['rule', 'severity', ...CHANGES.map((change) => TITLES[change]), 'demands'],
    ...rules.flatMap((rule) => {
      const own = counts.get(rule.id);
      return own ? [[rule.id, rule.severity, ...CHANGES.map((change) => own.get(change) ?? 0), rule[lang]]] : [];
    }),
  ]);
  if (out !== undefined) {
    if (format === 'table') kept.push(...told);
    await writeFile(path.resolve(cwd, out), kept.map((line) => `${line}\n`).join(''));
  }
  const inTable = format === 'table' && out === undefined;
  for (const line of told) await writeLine(inTable ? stdout : stderr, line);
  return rules.some(({ id, severity }) => {
    const own = counts.get(id);
    return severity === 'must' && own !== undefined && (own.has('new') || own.has('still'));
  });
}
