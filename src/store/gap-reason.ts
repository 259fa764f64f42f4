import { FORM_CELLS } from '../form/cells.ts';
import { editionDue, type Edition } from '../form/edition.ts';
import { GAP_REASONS, type GapReason } from '../read/report.ts';
import type { FilingSource } from './filing.ts';
import { sql, type Sql } from './sql.ts';

/** Why a cell has a row in `gap`: what the reader said of it, or `struck` where a person took the figure away. */
export type StoredGapReason = GapReason | 'struck';

/** Every reason that a row of `gap` can give. */
export const STORED_GAP_REASONS: readonly StoredGapReason[] = [...GAP_REASONS, 'struck'];

/**
 * Why a measure is NULL: a gap's own reason, `not-asked` where the form of the report has no such cell, or
 * `not-listed` where the figures came from a list that does not give it.
 */
export type NullReason = StoredGapReason | 'not-asked' | 'not-listed';

/** What must be known of a report to say why one of its measures is NULL. */
export interface ReportOrigin {
  readonly year: number;
  readonly edition: Edition | null;
  readonly entered: FilingSource['kind'];
}

const asked: Record<Edition, ReadonlySet<string>> = {
  '2019': new Set(FORM_CELLS['2019'].map((cell) => cell.id)),
  '2021': new Set(FORM_CELLS['2021'].map((cell) => cell.id)),
};

/** The reason of a NULL, given the `gap` row's reason for the same report and cell, or null where there is no such row. */
export function gapReason(report: ReportOrigin, cell: string, recorded: StoredGapReason | null): NullReason {
  if (recorded !== null) return recorded;
  if (report.edition !== null && !asked[report.edition].has(cell)) return 'not-asked';
  if (report.entered !== 'document') return 'not-listed';
  // A document without any table of the form: before 2019 there was no form to ask for the cell.
  return editionDue(report.year) === null ? 'not-asked' : 'table-absent';
}

/** The same reason as an expression over a `report` row and its left-joined `gap` row for the cell. */
export function gapReasonExpression(report: string, gap: string, cell: string): Sql {
  const editions = (['2019', '2021'] as const).filter((edition) => !asked[edition].has(cell));
  const notAsked =
    editions.length === 0 ? sql`FALSE` : sql`coalesce(${sql.id(report, 'edition')} IN ${editions}, FALSE)`;
  return sql`CASE
    WHEN ${sql.id(gap, 'reason')} IS NOT NULL THEN ${sql.id(gap, 'reason')}
    WHEN ${notAsked} THEN 'not-asked'
    WHEN ${sql.id(report, 'entered')} <> 'document' THEN 'not-listed'
    WHEN ${sql.id(report, 'year')} < 2019 THEN 'not-asked'
    ELSE 'table-absent' END`;
}
