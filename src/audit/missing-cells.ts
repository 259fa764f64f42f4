import { MEASURES } from '../form/cells.ts';
import type { Database, Question } from '../store/database.ts';
import {
  decodeChoice,
  decodeNullableChoice,
  decodeNullableNumber,
  decodeNullableText,
  decodeNumber,
  decodeText,
} from '../store/decode.ts';
import { SOURCE_KINDS } from '../store/filing.ts';
import { gapReason, STORED_GAP_REASONS, type ReportOrigin, type StoredGapReason } from '../store/gap-reason.ts';
import { sql, type Sql } from '../store/sql.ts';
import type { Finding, LackingCell } from './finding.ts';
import { figure, GIVES_ONE_ROW, isOfOneRow, isOfThreeRows, ONE_ROW, reportRows } from './report-rows.ts';
import type { ReportRange } from './rule.ts';

interface CellsWithout extends ReportOrigin {
  readonly reportId: number;
  /** Cells without a figure, by id. */
  readonly ids: ReadonlySet<string>;
}

interface MissingCells {
  readonly own: CellsWithout;
  /** Of the body's report of the year before; null where there is none. */
  readonly past: CellsWithout | null;
}

interface RecordedGap {
  readonly reportId: number;
  readonly cell: string;
  readonly reason: StoredGapReason;
}

/** A report gives 其他处理 in one row or in three: the other way lacks nothing. */
function isMissing(id: string): Sql {
  const isNull = sql`${figure(id)} IS NULL`;
  if (isOfOneRow(id)) return sql`${GIVES_ONE_ROW} AND ${isNull}`;
  return isOfThreeRows(id) ? sql`NOT ${GIVES_ONE_ROW} AND ${isNull}` : isNull;
}

const listed = (ids: readonly string[], condition: (id: string) => Sql): Sql =>
  sql`concat_ws(',', ${sql.join(ids.map((id) => sql`CASE WHEN ${condition(id)} THEN ${id} END`))})::VARCHAR`;

const MEASURE_IDS = MEASURES.map(({ id }) => id);

/** Which cells do these reports lack, and which the bodies' reports of the year before? A row a report. */
const missingCellsQuery = (range: ReportRange): Question<MissingCells> => ({
  statement: sql`SELECT r.report_id::INTEGER AS report_id, r.year::INTEGER AS year, r.edition::VARCHAR AS edition,
  r.entered::VARCHAR AS entered, ${listed([...MEASURE_IDS, ...ONE_ROW], isMissing)} AS missing,
  l.report_id::INTEGER AS past_id, l.edition::VARCHAR AS past_edition, l.entered::VARCHAR AS past_entered,
  ${listed(MEASURE_IDS, (id) => sql`${figure(id, 1)} IS NULL`)} AS past_missing
FROM ${reportRows(range)}`,
  decode: (row) => {
    const year = decodeNumber(row, 'year');
    const without = (prefix: '' | 'past_', reportId: number): CellsWithout => ({
      reportId,
      year: prefix === '' ? year : year - 1,
      edition: decodeNullableChoice(row, `${prefix}edition`, ['2019', '2021']),
      entered: decodeChoice(row, `${prefix}entered`, SOURCE_KINDS),
      ids: new Set(decodeNullableText(row, `${prefix}missing`)?.split(',')),
    });
    const pastId = decodeNullableNumber(row, 'past_id');
    return {
      own: without('', decodeNumber(row, 'report_id')),
      past: pastId === null ? null : without('past_', pastId),
    };
  },
});

/** What gaps do these reports and those of the year before have? */
const recordedGapsQuery = ({ from, to }: ReportRange): Question<RecordedGap> => ({
  statement: sql`SELECT report_id::INTEGER AS report_id, cell::VARCHAR AS cell, reason::VARCHAR AS reason
FROM gap WHERE report_id BETWEEN ${from} AND ${to} OR report_id IN (
  SELECT past.report_id FROM report AS past JOIN report ON report.body_id = past.body_id AND report.year = past.year + 1
  WHERE past.current AND report.current AND report.report_id BETWEEN ${from} AND ${to})`,
  decode: (row) => ({
    reportId: decodeNumber(row, 'report_id'),
    cell: decodeText(row, 'cell'),
    reason: decodeChoice(row, 'reason', STORED_GAP_REASONS),
  }),
});

/** Says of each finding that cannot be checked which of its cells lack a figure, and why. */
export async function nameLackingCells(
  database: Database,
  findings: readonly Finding[],
  range: ReportRange,
  signal?: AbortSignal,
): Promise<Finding[]> {
  const isOpen = ({ outcome, cells }: Finding) => outcome === 'cannot-check' && cells.length > 0;
  if (!findings.some(isOpen)) return [...findings];
  const missing = new Map(
    (await database.ask(missingCellsQuery(range), signal)).map((row) => [row.own.reportId, row] as const),
  );
  const recorded = new Map(
    (await database.ask(recordedGapsQuery(range), signal)).map(
      ({ reportId, cell, reason }) => [`${reportId} ${cell}`, reason] as const,
    ),
  );
  return findings.map((finding) => {
    if (!isOpen(finding)) return finding;
    const found = missing.get(finding.reportId)!;
    const lacking = finding.cells.flatMap(({ id, year }): LackingCell[] => {
      const report = year === finding.year ? found.own : found.past;
      if (report === null) return [{ id, year, reason: 'no-report' }];
      if (!report.ids.has(id)) return [];
      return [{ id, year, reason: gapReason(report, id, recorded.get(`${report.reportId} ${id}`) ?? null) }];
    });
    return { ...finding, lacking };
  });
}
