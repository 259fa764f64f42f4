import type { Edition } from '../form/edition.ts';
import { REQUEST_ROWS, ROWS_OF_OTHER } from '../form/requests.ts';
import { isFragmentOfRow } from './form-label.ts';
import { isFigure } from './pieces.ts';
import { orderOf } from './row-order.ts';
import type { RequestRowFound } from './table-scan.ts';

/** A row of table 3 with the row of the form it is. */
export interface NamedRow {
  readonly key: string;
  readonly found: RequestRowFound;
  /** How the row is known: by a label in its order, by a label out of it, or by its place between labels alone. */
  readonly by: 'label' | 'displaced-label' | 'place';
}

/** Rows of one printing of table 3, named; and rows that exist but whose place does not settle which they are. */
export interface NamedRows {
  readonly rows: readonly NamedRow[];
  readonly unsettled: readonly string[];
  /** Rows that the form does not have, such as a subtotal the publisher added. */
  readonly extra: readonly RequestRowFound[];
  /** Figures stand where no row does: a row may have lost them, or been given others for them. */
  readonly hasStrays: boolean;
}

const groups = new Map(REQUEST_ROWS.map((row) => [row.key, row.group ?? null]));
const order = new Map(REQUEST_ROWS.map((row, index) => [row.key, index]));
/** Rows of one group may stand in any order among themselves. */
const blocks = new Map(
  REQUEST_ROWS.map(({ key, group }) => [
    key,
    REQUEST_ROWS.findIndex((row) => row.key === key || (row.group !== undefined && row.group === group)),
  ]),
);
const blockOf = (key: string): number => blocks.get(key) ?? -1;
const rowsOfForm = (edition: Edition): readonly string[] =>
  REQUEST_ROWS.filter((row) => row.editions.includes(edition)).map((row) => row.key);
const FORM_ROWS: Record<Edition, readonly string[]> = { '2019': rowsOfForm('2019'), '2021': rowsOfForm('2021') };

/** Which edition's rows this printing has, as its labels (六）其他处理 show; the header of table 2 decides where they do not. */
export function rowEdition(rows: readonly RequestRowFound[], publication: Edition | null): Edition | null {
  if (rows.some((row) => row.key !== null && ROWS_OF_OTHER.includes(row.key))) return '2021';
  const at = rows.findIndex((row) => row.key === 'other_all');
  if (at === -1) return publication;
  // 其他处理 may be the one row of the 2019 form, or the group label of three rows that lost theirs.
  if (rows[at + 1]?.key === 'handled') return '2019';
  return rows.slice(at + 1).findIndex((row) => row.key !== null) === 2 ? '2021' : publication;
}

const isNameless = (row: RequestRowFound, missing: readonly string[]): boolean =>
  row.key === null &&
  (!row.foreign || row.remains.every((remain) => missing.some((key) => isFragmentOfRow(remain, key))));

const LEAST_OF_A_ROW = 2;

/** How many rows of so many columns stand behind a label, or where one is lost; a stray figure is none. */
function rowsOf({ key, row }: RequestRowFound, columns: number): number {
  const figures = row.values.filter(isFigure).length;
  if (key === null && figures < LEAST_OF_A_ROW) return 0;
  return row.values.length === 0 ? 0 : Math.max(1, Math.ceil((figures - 1) / columns));
}

/** Names the rows of one printing by label, and lost labels by place where the count between two neighbours fits. */
export function nameRequestRows(
  printing: readonly RequestRowFound[],
  edition: Edition | null,
  columns: number,
  fits: (row: RequestRowFound) => boolean,
): NamedRows {
  const form = FORM_ROWS[edition ?? '2021'];
  const rows = printing.map((row) => (edition !== '2019' && row.key === 'other_all' ? { ...row, key: null } : row));
  const counts = rows.map((row) => rowsOf(row, columns));
  const { stretches, displaced, slipped } = orderOf(
    rows.map(({ key, foreign }, index) => ({ key, rows: counts[index]!, isBare: key === null && !foreign })),
    form,
    blockOf,
    edition === '2019' ? [] : ROWS_OF_OTHER,
  );
  const lastChunk = rows.findLast((row) => row.key !== null)?.row.chunk;
  const named: NamedRow[] = rows.flatMap((found, index) => {
    if (found.key === null || slipped.has(index)) return [];
    return [{ key: found.key, found, by: displaced.has(index) ? ('displaced-label' as const) : ('label' as const) }];
  });
  const unsettled = rows.flatMap(({ key }, index) => (key !== null && slipped.has(index) ? [key] : []));
  const extra: RequestRowFound[] = [];

  stretches.forEach(({ waiting, missing, isOpen }, at) => {
    const candidates = waiting.map((index) => rows[index]!).filter((row) => isNameless(row, missing) && fits(row));
    extra.push(...waiting.map((index) => rows[index]!).filter((row) => !candidates.includes(row)));
    if (candidates.length === 0) return;
    const chunk = at + 1 === stretches.length ? lastChunk : rows[waiting.at(-1)! + 1]?.row.chunk;
    const attached = (isOpen && at + 1 < stretches.length) || candidates.every(({ row }) => row.chunk === chunk);
    // Without table 2 nothing says whether 其他处理 has one row or three.
    const either = edition === null && missing.some((key) => ROWS_OF_OTHER.includes(key));
    const inGroup = candidates.every(
      (row, index) => row.group === null || row.group === groups.get(missing[index] ?? ''),
    );
    if (attached && !either && inGroup && candidates.length === missing.length) {
      candidates.forEach((found, index) => named.push({ key: missing[index]!, found, by: 'place' }));
    } else {
      unsettled.push(...missing);
      if (missing.length === 0) extra.push(...candidates);
    }
  });
  named.sort((a, b) => (order.get(a.key) ?? 0) - (order.get(b.key) ?? 0));
  const hasStrays = rows.some(
    ({ key, row }, index) => key === null && row.values.some(isFigure) && counts[index] === 0,
  );
  return { rows: named, unsettled, extra, hasStrays };
}
