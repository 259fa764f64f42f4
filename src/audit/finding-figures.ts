import { isMeasure } from '../form/cells.ts';
import type { Edition } from '../form/edition.ts';
import { REGION } from '../store/body-search.ts';
import type { Database, Question } from '../store/database.ts';
import {
  decodeChoice,
  decodeNullableChoice,
  decodeNullableNumber,
  decodeNullableText,
  decodeNumber,
  decodeText,
} from '../store/decode.ts';
import { type FilingSource, SOURCE_KINDS } from '../store/filing.ts';
import { gapReason, STORED_GAP_REASONS, type StoredGapReason } from '../store/gap-reason.ts';
import { measureColumn } from '../store/measure-column.ts';
import { sql, type Sql } from '../store/sql.ts';
import type { Finding, LackingCell, NamedCell } from './finding.ts';

/** A current report that findings are about, or that stands beside one of them. */
export interface CheckedReport {
  readonly reportId: number;
  readonly bodyId: number;
  readonly body: string;
  readonly region: string;
  readonly year: number;
  readonly edition: Edition | null;
  readonly entered: FilingSource['kind'];
  /** Date of publication, YYYY-MM-DD, where known. */
  readonly published: string | null;
  /** File name or path as given. */
  readonly document: string;
  /** Address of publication, where known. */
  readonly url: string | null;
}

/** What a report gives in a cell: a figure, or the reason why there is none. */
export interface CellFigure {
  readonly value: number | null;
  readonly reason: LackingCell['reason'] | null;
  /** The characters found where the figure is due, where it is a gap. */
  readonly raw: string | null;
  /** What was read before a person corrected it; left out where nobody did, null where it was a gap. */
  readonly read?: number | null;
}

interface ReportWithFigures {
  readonly report: CheckedReport;
  readonly figures: Map<string, number>;
}

function reportsQuery(reports: Sql, measures: readonly string[]): Question<ReportWithFigures> {
  const columns = measures.map((id) => sql`, ${measureColumn(id)}::DOUBLE AS ${sql.id(id)}`);
  return {
    statement: sql`SELECT report.report_id::INTEGER AS report_id, report.body_id::INTEGER AS body_id,
  body.name::VARCHAR AS body, ${REGION}::VARCHAR AS region, report.year::INTEGER AS year,
  report.edition::VARCHAR AS edition, report.entered::VARCHAR AS entered, report.published::VARCHAR AS published,
  source.name::VARCHAR AS document, source.url::VARCHAR AS url${columns.length === 0 ? sql`` : sql.join(columns, sql``)}
FROM report JOIN body ON body.body_id = report.body_id JOIN source ON source.source_id = report.source_id
WHERE report.report_id IN (${reports}) ORDER BY report.report_id`,
    decode: (row) => ({
      report: {
        reportId: decodeNumber(row, 'report_id'),
        bodyId: decodeNumber(row, 'body_id'),
        body: decodeText(row, 'body'),
        region: decodeText(row, 'region'),
        year: decodeNumber(row, 'year'),
        edition: decodeNullableChoice(row, 'edition', ['2019', '2021']),
        entered: decodeChoice(row, 'entered', SOURCE_KINDS),
        published: decodeNullableText(row, 'published'),
        document: decodeText(row, 'document'),
        url: decodeNullableText(row, 'url'),
      },
      figures: new Map(
        measures.flatMap((id) => {
          const value = decodeNullableNumber(row, id);
          return value === null ? [] : [[id, value] as const];
        }),
      ),
    }),
  };
}

interface CellRow<Value> {
  readonly reportId: number;
  readonly cell: string;
  readonly value: Value;
}

const otherCellsQuery = (reports: Sql, cells: readonly string[]): Question<CellRow<number>> => ({
  statement: sql`SELECT report_id::INTEGER AS report_id, cell::VARCHAR AS cell, value::DOUBLE AS value
FROM other_cell WHERE report_id IN (${reports}) AND cell IN ${cells}`,
  decode: (row) => ({
    reportId: decodeNumber(row, 'report_id'),
    cell: decodeText(row, 'cell'),
    value: decodeNumber(row, 'value'),
  }),
});

const gapsQuery = (
  reports: Sql,
  cells: readonly string[],
): Question<CellRow<{ reason: StoredGapReason; raw: string | null }>> => ({
  statement: sql`SELECT report_id::INTEGER AS report_id, cell::VARCHAR AS cell, reason::VARCHAR AS reason, raw::VARCHAR AS raw
FROM gap WHERE report_id IN (${reports}) AND cell IN ${cells}`,
  decode: (row) => ({
    reportId: decodeNumber(row, 'report_id'),
    cell: decodeText(row, 'cell'),
    value: { reason: decodeChoice(row, 'reason', STORED_GAP_REASONS), raw: decodeNullableText(row, 'raw') },
  }),
});

const correctionsQuery = (reports: Sql, cells: readonly string[]): Question<CellRow<number | null>> => ({
  statement: sql`SELECT report_id::INTEGER AS report_id, cell::VARCHAR AS cell, old_value::DOUBLE AS value
FROM correction WHERE report_id IN (${reports}) AND cell IN ${cells} AND new_value IS DISTINCT FROM old_value`,
  decode: (row) => ({
    reportId: decodeNumber(row, 'report_id'),
    cell: decodeText(row, 'cell'),
    value: decodeNullableNumber(row, 'value'),
  }),
});

const keyOf = (reportId: number, cell: string) => `${reportId} ${cell}`;
const byCell = <Value>(rows: readonly CellRow<Value>[]): ReadonlyMap<string, Value> =>
  new Map(rows.map(({ reportId, cell, value }) => [keyOf(reportId, cell), value]));

/** The reports that findings are about, and those of the year before that they name cells of, with what these cells give. */
export class FindingFigures {
  readonly #reports: ReadonlyMap<string, ReportWithFigures>;
  readonly #gaps: ReadonlyMap<string, { reason: StoredGapReason; raw: string | null }>;
  readonly #corrections: ReadonlyMap<string, number | null>;

  constructor(
    reports: readonly ReportWithFigures[],
    gaps: readonly CellRow<{ reason: StoredGapReason; raw: string | null }>[],
    corrections: readonly CellRow<number | null>[],
  ) {
    this.#reports = new Map(reports.map((one) => [`${one.report.bodyId} ${one.report.year}`, one]));
    this.#gaps = byCell(gaps);
    this.#corrections = byCell(corrections);
  }

  /** The body's current report of a year; null where there is none. */
  reportOf({ bodyId }: Finding, year: number): CheckedReport | null {
    return this.#reports.get(`${bodyId} ${year}`)?.report ?? null;
  }

  /** What stands in a cell that a finding names. */
  figureOf({ bodyId }: Finding, { id, year }: NamedCell): CellFigure {
    const found = this.#reports.get(`${bodyId} ${year}`);
    if (!found) return { value: null, reason: 'no-report', raw: null };
    const { report, figures } = found;
    const key = keyOf(report.reportId, id);
    const read = this.#corrections.has(key) ? { read: this.#corrections.get(key)! } : {};
    const value = figures.get(id) ?? null;
    if (value !== null) return { value, reason: null, raw: null, ...read };
    const gap = this.#gaps.get(key);
    return { value, reason: gapReason(report, id, gap?.reason ?? null), raw: gap?.raw ?? null, ...read };
  }
}

/** Asks what stands in the cells of these findings; few enough findings for one statement. */
export async function openFindingFigures(
  database: Database,
  findings: readonly Finding[],
  signal?: AbortSignal,
): Promise<FindingFigures> {
  if (findings.length === 0) return new FindingFigures([], [], []);
  const own = [...new Set(findings.map(({ reportId }) => reportId))];
  const cells = [...new Set(findings.flatMap((finding) => finding.cells.map(({ id }) => id)))];
  const hasPast = findings.some((finding) => finding.cells.some(({ year }) => year !== finding.year));
  const reports = hasPast
    ? sql`SELECT report_id FROM report WHERE report_id IN ${own} UNION
  SELECT past.report_id FROM report AS past JOIN report AS own ON past.body_id = own.body_id AND past.year = own.year - 1
  WHERE past.current AND own.report_id IN ${own}`
    : sql`SELECT report_id FROM report WHERE report_id IN ${own}`;
  const measures = cells.filter(isMeasure);
  const others = cells.filter((id) => !isMeasure(id));
  const found = await database.ask(reportsQuery(reports, measures), signal);
  if (others.length > 0) {
    const byReport = new Map(found.map((one) => [one.report.reportId, one.figures]));
    for (const { reportId, cell, value } of await database.ask(otherCellsQuery(reports, others), signal))
      byReport.get(reportId)?.set(cell, value);
  }
  if (cells.length === 0) return new FindingFigures(found, [], []);
  const gaps = await database.ask(gapsQuery(reports, cells), signal);
  return new FindingFigures(found, gaps, await database.ask(correctionsQuery(reports, cells), signal));
}
