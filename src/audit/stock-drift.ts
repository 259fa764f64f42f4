import type { Database, Question } from '../store/database.ts';
import { decodeNumber } from '../store/decode.ts';
import { sql, type Sql } from '../store/sql.ts';
import type { Finding } from './finding.ts';

const DOCUMENTS = ['rules', 'normative_docs'] as const;
const REPORTS_AT_ONCE = 1_000;

interface Drift extends Readonly<Record<(typeof DOCUMENTS)[number], number>> {
  readonly reportId: number;
}

/** By how much documents in force depart from those of the year before; NULL where the chain breaks or a figure is a gap. */
const departure = (row: string): Sql => {
  const [issued, repealed, inForce] = ['issued', 'repealed', 'in_force'].map((cell) => sql.id(`${row}_${cell}`));
  return sql`CASE WHEN year > 2021 AND lag(year) OVER w = year - 1 AND edition IS DISTINCT FROM '2019'
    AND lag(edition) OVER w IS DISTINCT FROM '2019'
    THEN ${inForce!} - (lag(${inForce!}) OVER w + ${issued!} - ${repealed!}) END AS ${sql.id(row)}`;
};

/** How far have documents in force drifted from what was issued and repealed, over all years up to these reports? */
const driftQuery = (reports: readonly number[]): Question<Drift> => ({
  statement: sql`SELECT report_id::INTEGER AS report_id, ${sql.join(
    DOCUMENTS.map((row) => sql`coalesce(${sql.id(row)}, 0)::DOUBLE AS ${sql.id(row)}`),
  )}
FROM (
  SELECT report_id, ${sql.join(DOCUMENTS.map((row) => sql`sum(${sql.id(row)}) OVER (PARTITION BY body_id ORDER BY year) AS ${sql.id(row)}`))}
  FROM (
    SELECT report_id, body_id, year, ${sql.join(DOCUMENTS.map(departure))} FROM report
    WHERE current AND body_id IN (SELECT body_id FROM report WHERE report_id IN ${reports})
    WINDOW w AS (PARTITION BY body_id ORDER BY year)
  )
) WHERE report_id IN ${reports}`,
  decode: (row) => ({
    reportId: decodeNumber(row, 'report_id'),
    rules: decodeNumber(row, 'rules'),
    normative_docs: decodeNumber(row, 'normative_docs'),
  }),
});

/** Says beside each broken chain of documents in force how far it has drifted over all years (`said`, a number). */
export async function nameDrift(
  database: Database,
  findings: readonly Finding[],
  signal?: AbortSignal,
): Promise<Finding[]> {
  const isBroken = ({ rule, outcome }: Finding) => rule === 'Y-STOCK' && outcome === 'fails';
  const reports = [...new Set(findings.filter(isBroken).map(({ reportId }) => reportId))];
  const drifts = new Map<number, Drift>();
  for (let at = 0; at < reports.length; at += REPORTS_AT_ONCE) {
    const rows = await database.ask(driftQuery(reports.slice(at, at + REPORTS_AT_ONCE)), signal);
    for (const drift of rows) drifts.set(drift.reportId, drift);
  }
  return findings.map((finding) => {
    const row = DOCUMENTS.find((key) => key === finding.at);
    const drift = isBroken(finding) && row ? drifts.get(finding.reportId)?.[row] : undefined;
    return drift === undefined ? finding : { ...finding, said: String(drift) };
  });
}
