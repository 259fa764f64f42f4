import { MEASURES } from '../form/cells.ts';
import type { Database, Question } from '../store/database.ts';
import { decodeNullableNumber, decodeNumber } from '../store/decode.ts';
import { sql } from '../store/sql.ts';
import { explainSums, type Explanation } from './explanation.ts';
import type { Finding } from './finding.ts';
import { figure, figureRows, ONE_ROW } from './report-rows.ts';
import type { ReportFigures } from './sum-constraints.ts';

const SUMS: ReadonlySet<string> = new Set(['T3-COL', 'T3-SUM', 'T3-ROW', 'T4-SUM', 'T3-EMPTY']);
const CELLS = [...MEASURES.filter(({ table }) => table !== 2).map(({ id }) => id), ...ONE_ROW];
// More reports than a person looks at at once, and few enough for one statement.
const REPORTS_AT_ONCE = 1_000;

/** What do these reports give in tables 3 and 4? A row a report, cells without a figure left out. */
const figuresQuery = (reports: readonly number[]): Question<readonly [number, ReportFigures]> => ({
  statement: sql`SELECT r.report_id::INTEGER AS report_id,
  ${sql.join(CELLS.map((id) => sql`${figure(id)}::DOUBLE AS ${sql.id(id)}`))}
FROM ${figureRows({ from: Math.min(...reports), to: Math.max(...reports) })} WHERE r.report_id IN ${reports}`,
  decode: (row) => [
    decodeNumber(row, 'report_id'),
    new Map(
      CELLS.flatMap((id) => {
        const value = decodeNullableNumber(row, id);
        return value === null ? [] : [[id, value] as const];
      }),
    ),
  ],
});

const concerns = ({ edits }: Explanation, { cells }: Finding) =>
  edits.some(({ cell }) => cells.some(({ id }) => id === cell));

/** Gives each failed sum of the form what could explain it. */
export async function explainFindings(
  database: Database,
  findings: readonly Finding[],
  signal?: AbortSignal,
): Promise<Finding[]> {
  const isFailedSum = ({ rule, outcome }: Finding) => outcome === 'fails' && SUMS.has(rule);
  const reports = [...new Set(findings.filter(isFailedSum).map(({ reportId }) => reportId))];
  const explained = new Map<number, readonly Explanation[]>();
  for (let at = 0; at < reports.length; at += REPORTS_AT_ONCE) {
    const rows = await database.ask(figuresQuery(reports.slice(at, at + REPORTS_AT_ONCE)), signal);
    for (const [reportId, figures] of rows) explained.set(reportId, explainSums(figures));
  }
  return findings.map((finding) =>
    isFailedSum(finding)
      ? {
          ...finding,
          explanations: (explained.get(finding.reportId) ?? []).filter((explanation) => concerns(explanation, finding)),
        }
      : finding,
  );
}
