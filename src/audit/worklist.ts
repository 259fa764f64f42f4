import type { Database, Question } from '../store/database.ts';
import { sql } from '../store/sql.ts';
import { FAMILIES } from './families.ts';
import { findingsQuery, type Finding } from './finding.ts';
import { completeFindings } from './report-findings.ts';
import type { Family, ReportRange } from './rule.ts';

/** What a worklist asks of reports. */
export interface WorklistAsk {
  /** Ids of rules. */
  readonly rules: readonly string[];
  /** Whether places that cannot be checked are listed beside those that fail. */
  readonly withOpen: boolean;
}

/** Some reports of a worklist with what there is to check in them. */
export interface WorklistPiece {
  /** In the order of reports, of the catalogue of rules, and of the form. */
  readonly findings: readonly Finding[];
  /** Reports gone through so far. */
  readonly done: number;
}

interface ReportGroup extends ReportRange {
  readonly reports: readonly number[];
}

// A statement over reports that nobody asked for costs less than one more statement, up to about so many.
const MOST_BETWEEN = 1_000;
const MOST_ACROSS = 20_000;
// Little fails in most reports, and much of some cannot be checked.
const MOST_FAILING = 3_000;
const MOST_OPEN = 300;

/** Reports by number, those near each other together: what one statement asks for. */
function groupsOf(reports: readonly number[], most: number): ReportGroup[] {
  const groups: (ReportGroup & { readonly reports: number[]; to: number })[] = [];
  for (const report of [...reports].sort((one, other) => one - other)) {
    const last = groups.at(-1);
    if (last && report - last.to <= MOST_BETWEEN && report - last.from < MOST_ACROSS && last.reports.length < most) {
      last.reports.push(report);
      last.to = report;
    } else groups.push({ from: report, to: report, reports: [report] });
  }
  return groups;
}

function openPlacesQuery(family: Family, { from, to, reports }: ReportGroup, ask: WorklistAsk): Question<Finding> {
  const { statement, decode } = findingsQuery(family, { from, to }, ask.rules);
  return {
    statement: sql`SELECT * FROM (${statement}) AS found
WHERE report_id IN ${reports} AND ${ask.withOpen ? sql`TRUE` : sql`fails`}`,
    decode,
  };
}

/** What there is to check in these reports, piece by piece; rejects with the signal's reason where it is aborted. */
export async function* askWorklist(
  database: Database,
  reports: readonly number[],
  ask: WorklistAsk,
  signal?: AbortSignal,
): AsyncGenerator<WorklistPiece> {
  const families = FAMILIES.filter(({ rules }) => rules.some(({ id }) => ask.rules.includes(id)));
  let done = 0;
  for (const group of groupsOf(reports, ask.withOpen ? MOST_OPEN : MOST_FAILING)) {
    const found: Finding[] = [];
    for (const family of families)
      for (const finding of await database.ask(openPlacesQuery(family, group, ask), signal)) found.push(finding);
    done += group.reports.length;
    yield { findings: await completeFindings(database, found, group, signal), done };
  }
}
