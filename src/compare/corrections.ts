import type { Database, Question } from '../store/database.ts';
import type { DatasetFacts } from '../store/dataset-facts.ts';
import { decodeBoolean, decodeNullableNumber, decodeNumber, decodeText } from '../store/decode.ts';
import { sql, type Sql } from '../store/sql.ts';
import { groupKey } from './group-trend.ts';
import { isGivenBody, isGivenYear, isSelectedReport, type Selection } from './selection.ts';

/** Corrections listed at most unless fewer are asked for; where there are more, the rest is counted. */
export const MOST_CORRECTIONS = 5_000;

/** Which corrections. */
export interface CorrectionsAsk {
  /** Ids of the cells that the figures rest on; null for every cell. */
  readonly cells: readonly string[] | null;
  /** Whose reports; null for those of the given bodies alone. */
  readonly selection: Selection | null;
  /** Ids of bodies whose reports of all years count, outside the selection too. */
  readonly bodies: readonly number[];
  /** How many are listed at most. */
  readonly limit?: number;
}

/** A figure of a current report that a person corrected. */
export interface CorrectedFigure {
  readonly bodyId: number;
  readonly name: string;
  readonly year: number;
  /** Id of the cell in either edition of the form. */
  readonly cell: string;
  /** As read from the report; null for a gap. */
  readonly read: number | null;
  /** As it counts; null where the figure was taken away. */
  readonly counted: number | null;
  /** When, ISO 8601. */
  readonly madeAt: string;
  /** Whether it was made over another reading than today's. */
  readonly isOutdated: boolean;
  /** Whether the selection has the report, so that its sums hold the figure. */
  readonly isSelected: boolean;
  /** Groups that the report falls into, as group trends name them. */
  readonly kind: string;
  readonly level: string;
  readonly place: string;
}

/** Corrected figures, the latest years first. */
export interface Corrections {
  readonly figures: readonly CorrectedFigure[];
  /** How many more there are, of earlier years, that are not listed. */
  readonly more: number;
}

/** No correction. */
export const NO_CORRECTIONS: Corrections = { figures: [], more: 0 };

/** A corrected figure as it is listed. */
export interface ListedCorrection extends CorrectedFigure {
  /** How many there are in all, with those not listed. */
  readonly total: number;
}

/** Which figures of current reports are corrected? The latest years first; each row knows how many there are in all. */
export function correctionsQuery({
  cells,
  selection,
  bodies,
  limit = MOST_CORRECTIONS,
}: CorrectionsAsk): Question<ListedCorrection> {
  const inYears = isGivenYear(sql`report.year`, selection?.years ?? []);
  const selected = selection === null ? sql`FALSE` : sql`(${isSelectedReport(selection)} AND ${inYears})`;
  const asked = cells === null ? sql`TRUE` : cells.length === 0 ? sql`FALSE` : sql`correction.cell IN ${cells}`;
  const group = (by: 'kind' | 'level' | 'place'): Sql => (selection === null ? sql`''` : groupKey(by, selection));
  return {
    statement: sql`SELECT
  body.body_id::INTEGER AS body_id,
  body.name::VARCHAR AS name,
  report.year::INTEGER AS year,
  correction.cell::VARCHAR AS cell,
  correction.old_value::DOUBLE AS read,
  correction.new_value::DOUBLE AS counted,
  correction.made_at::VARCHAR AS made_at,
  correction.outdated::BOOLEAN AS outdated,
  coalesce(${selected}, FALSE)::BOOLEAN AS selected,
  (${group('kind')})::VARCHAR AS kind,
  (${group('level')})::VARCHAR AS level,
  (${group('place')})::VARCHAR AS place,
  (count(*) OVER ())::INTEGER AS total
FROM correction JOIN report USING (report_id) JOIN body USING (body_id)
WHERE report.current AND correction.old_value IS DISTINCT FROM correction.new_value
  AND ${asked} AND (${selected} OR ${isGivenBody(bodies)})
ORDER BY report.year DESC, body.body_id, correction.cell
LIMIT ${limit}`,
    decode: (row) => ({
      bodyId: decodeNumber(row, 'body_id'),
      name: decodeText(row, 'name'),
      year: decodeNumber(row, 'year'),
      cell: decodeText(row, 'cell'),
      read: decodeNullableNumber(row, 'read'),
      counted: decodeNullableNumber(row, 'counted'),
      madeAt: decodeText(row, 'made_at'),
      isOutdated: decodeBoolean(row, 'outdated'),
      isSelected: decodeBoolean(row, 'selected'),
      kind: decodeText(row, 'kind'),
      level: decodeText(row, 'level'),
      place: decodeText(row, 'place'),
      total: decodeNumber(row, 'total'),
    }),
  };
}

/** The corrected figures behind an answer; a dataset that has none is not asked. */
export async function openCorrections(
  database: Database,
  { corrected }: Pick<DatasetFacts, 'corrected'>,
  ask: CorrectionsAsk,
  signal?: AbortSignal,
): Promise<Corrections> {
  if (corrected === 0) return NO_CORRECTIONS;
  const rows = await database.ask(correctionsQuery(ask), signal);
  return { figures: rows, more: (rows[0]?.total ?? 0) - rows.length };
}
