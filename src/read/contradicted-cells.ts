import { APPLICANT_COLUMNS } from '../form/applicants.ts';
import type { Edition } from '../form/edition.ts';
import { REQUEST_ROWS, ROWS_OF_OTHER } from '../form/requests.ts';
import type { ApplicantHeader } from './applicant-header.ts';
import type { BoundRow } from './doubtful-rows.ts';
import { cellId, checkSums } from './printed-sums.ts';
import type { NamedRows } from './request-rows.ts';

function lacksRow(rows: readonly BoundRow[], edition: Edition): boolean {
  const present = new Set(rows.map(({ key }) => key));
  return REQUEST_ROWS.some(
    ({ key, editions }) =>
      editions.includes(edition) && !present.has(key) && !(present.has('other_all') && ROWS_OF_OTHER.includes(key)),
  );
}

const lacksColumn = ({ state, columns }: ApplicantHeader): boolean =>
  state !== 'named' || APPLICANT_COLUMNS.some(({ key }) => !columns.includes(key));

/**
 * Cells of a printing that lost something on its way, and that are part of a sum that does not hold. Sums that fail in a
 * table that is whole are the publisher's and are read as printed; beside a lost row, label or column they may as well
 * be figures under the wrong name, save in a row that adds up to its own total. Under a header that lacks a column one
 * failing sum doubts every place.
 */
export function contradictedCells(
  rows: readonly BoundRow[],
  header: ApplicantHeader,
  named: NamedRows,
  edition: Edition,
): ReadonlySet<string> {
  const isColumnLost = lacksColumn(header);
  const isDamaged =
    isColumnLost ||
    lacksRow(rows, edition) ||
    named.unsettled.length + named.extra.length > 0 ||
    rows.some(({ by, cells, cut }) => by !== 'label' || cells === null || cut.length > 0);
  if (!isDamaged) return new Set();
  const { failing, rowsThatAddUp } = checkSums(rows, edition);
  if (failing.size === 0) return failing;
  const suspected = isColumnLost ? rows : rows.filter(({ key }) => !rowsThatAddUp.has(key));
  const ids = suspected.flatMap((row) => (row.cells ?? []).map(({ column }) => cellId(row, column)));
  return new Set(isColumnLost ? ids : ids.filter((id) => failing.has(id)));
}
