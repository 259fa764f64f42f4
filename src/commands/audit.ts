import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Command, Option } from 'commander';
import { auditDataset, auditSizeQuery } from '../audit/audit.ts';
import { RULES } from '../audit/families.ts';
import type { Finding } from '../audit/finding.ts';
import { ruleOf } from '../audit/finding-rows.ts';
import type { Language } from '../audit/place-text.ts';
import { SEVERITIES, type Rule, type Severity } from '../audit/rule.ts';
import type { RuleTally } from '../audit/tally.ts';
import type { Database } from '../store/database.ts';
import { printChanges } from './audit-changes.ts';
import { isDataset, openAudited, openDataset, readInputs } from './audit-inputs.ts';
import { AuditWorkbook } from './audit-workbook.ts';
import { COLUMNS_HELP } from './columns.ts';
import { CommandFailure } from './failure.ts';
import type { InputOptions } from './filings-intake.ts';
import {
  CSV_HEADER,
  FINDING_FORMATS,
  findingLine,
  isMadeUp,
  jsonLine,
  reportLines,
  summaryRows,
  tableLines,
  type FindingFormat,
} from './finding-formats.ts';
import { openProgress } from './progress.ts';
import { parseWorkers, WORKERS_HELP } from './reading-threads.ts';
import { UsageError, writeLine, type ExitCode, type Terminal } from './terminal.ts';

/** What a person asks of an audit. */
interface AuditOptions extends InputOptions {
  /** Ids of rules, comma between; all when left out. */
  readonly rules?: string;
  /** The least grave severity that is still wanted. */
  readonly severity: Severity;
  readonly format: FindingFormat;
  readonly lang: Language;
  /** File to write instead of standard output. */
  readonly out?: string;
  /** Dataset or input of earlier, whose findings these are compared with. */
  readonly against?: string;
}

// What cannot be checked is listed of a few reports; of many it is counted.
const FEW_REPORTS = 20;

function chosenRules({ rules, severity }: AuditOptions): Rule[] {
  const known = new Map(RULES.map((rule) => [rule.id, rule]));
  const named = rules?.split(',').map((id) => {
    const rule = known.get(id.trim().toUpperCase());
    if (!rule) throw new UsageError(`there is no rule ${id.trim()}; the rules are ${[...known.keys()].join(', ')}`);
    return rule;
  });
  const lowest = SEVERITIES.indexOf(severity);
  const chosen = (named ?? RULES).filter((rule) => SEVERITIES.indexOf(rule.severity) <= lowest);
  if (chosen.length === 0) throw new UsageError(`none of these rules is as grave as ${severity}`);
  return chosen;
}

/** What an audit has found so far, over all datasets. */
class Outcome {
  readonly tallies = new Map<string, RuleTally>();
  bodies = 0;
  reports = 0;
  places = { fails: 0, open: 0 };

  count(findings: readonly Finding[], tallies: readonly RuleTally[]): void {
    for (const { outcome } of findings) this.places[outcome === 'fails' ? 'fails' : 'open'] += 1;
    for (const { rule, holds, fails, cannotCheck } of tallies) {
      const known = this.tallies.get(rule) ?? { rule, holds: 0, fails: 0, cannotCheck: 0 };
      this.tallies.set(rule, {
        rule,
        holds: known.holds + holds,
        fails: known.fails + fails,
        cannotCheck: known.cannotCheck + cannotCheck,
      });
    }
  }

  get breaksMust(): boolean {
    return [...this.tallies.values()].some(({ rule, fails }) => fails > 0 && ruleOf(rule).severity === 'must');
  }

  lines(rules: readonly Rule[]): string[] {
    const counted = (number: number) => number.toLocaleString('en');
    return [
      `bodies ${counted(this.bodies)}, reports ${counted(this.reports)}, rules ${rules.length}; ` +
        `fails ${counted(this.places.fails)}, cannot be checked ${counted(this.places.open)}`,
    ];
  }
}

async function auditOne(
  database: Database,
  rules: readonly Rule[],
  { format, lang }: AuditOptions,
  outcome: Outcome,
  book: AuditWorkbook,
  print: (line: string) => Promise<void>,
  terminal: Terminal,
): Promise<void> {
  const synthetic = await isMadeUp(database);
  const [size] = await database.ask(auditSizeQuery());
  const { lastReport, reports, bodies } = size!;
  outcome.bodies += bodies;
  outcome.reports += reports;
  const progress = openProgress(
    terminal,
    'auditing',
    lastReport,
    reports > FEW_REPORTS && terminal.stdout.isTTY !== true,
  );
  try {
    let done = 0;
    for await (const piece of auditDataset(
      database,
      size!,
      rules.map(({ id }) => id),
    )) {
      outcome.count(piece.findings, piece.tallies);
      if (format === 'xlsx') await book.add(database, piece.findings);
      else if (format === 'table') {
        const byReport = new Map<number, Finding[]>();
        for (const finding of piece.findings)
          byReport.set(finding.reportId, [...(byReport.get(finding.reportId) ?? []), finding]);
        for (const own of byReport.values())
          for (const line of reportLines(own, lang, reports <= FEW_REPORTS)) await print(line);
      } else {
        for (const finding of piece.findings)
          await print(format === 'json' ? jsonLine(finding, synthetic) : findingLine(finding, lang, synthetic));
      }
      for (; done < piece.done; done += 1) progress.step();
    }
  } finally {
    progress.close();
  }
}

/** Compares what fails now with what failed in an earlier dataset or input. */
async function auditAgainst(
  inputs: readonly string[],
  against: string,
  options: AuditOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (options.format === 'xlsx')
    throw new UsageError('changes are told as a table, CSV or JSON: name another --format');
  const rules = chosenRules(options);
  const earlier = await openAudited([against], options, terminal);
  try {
    const later = await openAudited(inputs, options, terminal);
    try {
      if (!earlier.database || !later.database)
        throw new CommandFailure('there is nothing to compare', 'name a dataset, documents or lists on both sides');
      const breaksMust = await printChanges(earlier.database, later.database, rules, options, terminal);
      return breaksMust || earlier.hasLeft || later.hasLeft ? 1 : 0;
    } finally {
      await later.database?.close();
    }
  } finally {
    await earlier.database?.close();
  }
}

/**
 * Audits datasets, or documents and lists read for the purpose. Findings go to standard output or a file, the summary to
 * standard error unless it ends the table. Exit code 1 where a rule of severity `must` fails, or an input was left out.
 */
async function auditInputs(inputs: readonly string[], options: AuditOptions, terminal: Terminal): Promise<ExitCode> {
  const { cwd, stdout, stderr } = terminal;
  const { format, lang, out, against } = options;
  if (against !== undefined) return auditAgainst(inputs, against, options, terminal);
  const rules = chosenRules(options);
  if (format === 'xlsx' && out === undefined && stdout.isTTY === true)
    throw new UsageError('a spreadsheet is no text: name a file with --out, or pass standard output on');
  const outcome = new Outcome();
  const book = new AuditWorkbook(lang);
  const kept: string[] = [];
  const print = async (line: string) => {
    if (out === undefined) await writeLine(stdout, line);
    else kept.push(line);
  };
  const datasets = inputs.filter((name) => isDataset(name));
  const others = inputs.filter((name) => !isDataset(name));
  let hasLeft = false;

  if (format === 'csv') await print(CSV_HEADER);
  for (const name of datasets) {
    const database = await openDataset(name, cwd);
    await auditOne(database, rules, options, outcome, book, print, terminal).finally(() => database.close());
  }
  if (others.length > 0) {
    const read = await readInputs(others, options, terminal);
    hasLeft = read.hasLeft || read.database === null;
    const { database } = read;
    if (database)
      await auditOne(database, rules, options, outcome, book, print, terminal).finally(() => database.close());
  }

  const summary = summaryRows(rules, outcome.tallies, lang);
  const told = [...tableLines(summary), ...outcome.lines(rules)];
  if (format === 'xlsx') {
    const bytes = await book.write(
      rules.map(({ id }) => id),
      terminal.now().getTime(),
    );
    if (out === undefined) stdout.write(bytes);
    else await writeFile(path.resolve(cwd, out), bytes);
  } else if (out !== undefined) {
    if (format === 'table') kept.push(...told);
    await writeFile(path.resolve(cwd, out), kept.map((line) => `${line}\n`).join(''));
  }
  const inTable = format === 'table' && out === undefined;
  for (const line of told) await writeLine(inTable ? stdout : stderr, line);
  return outcome.breaksMust || hasLeft ? 1 : 0;
}

/** `nianbao audit`: what does not add up in datasets or inputs; `leave` is told the exit code. */
export function auditCommand(terminal: Terminal, leave: (exit: ExitCode) => void): Command {
  return new Command('audit')
    .description(
      'check datasets, documents or lists by the rules of the form and the law; exit code 1 where a must fails',
    )
    .argument(
      '<input...>',
      'datasets (.duckdb), or documents, lists of figures, registries, folders and archives of them',
    )
    .option('--rules <ids>', 'rules to check by, comma between, e.g. T3-SUM,T4-SUM (default: all)')
    .addOption(
      new Option('--severity <severity>', 'the least grave rules to check by').choices(SEVERITIES).default('hint'),
    )
    .addOption(new Option('--format <format>', 'how to print findings').choices(FINDING_FORMATS).default('table'))
    .addOption(new Option('--lang <language>', 'language of the findings').choices(['zh', 'en']).default('en'))
    .option('--out <file>', 'file to write the findings to instead of standard output')
    .option('--against <dataset|input>', 'tell what is mended, new and still there since this dataset or input')
    .option('--bodies <file.csv>', 'registry of bodies: names, regions, kinds, aliases, years due')
    .option('--columns <mapping.json>', COLUMNS_HELP)
    .option('--workers <number>', WORKERS_HELP, parseWorkers)
    .action(async (inputs: readonly string[], options: AuditOptions) =>
      leave(await auditInputs(inputs, options, terminal)),
    );
}
