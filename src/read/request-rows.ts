import type { Edition } from '../form/edition.ts';
import { REQUEST_ROWS } from '../form/requests.ts';
import { isFragmentOfRow } from './form-label.ts';
import type { RequestRowFound } from './table-scan.ts';

/** A row of table 3 with the row of the form it is; `tentative` where it was told by its place alone. */
export interface NamedRow {
  readonly key: string;
  readonly found: RequestRowFound;
  readonly tentative: boolean;
}

/** Rows of one printing of table 3, named; and rows that exist but whose place does not settle which they are. */
export interface NamedRows {
  readonly rows: readonly NamedRow[];
  readonly unsettled: readonly string[];
  /** Rows that the form does not have, such as a subtotal the publisher added. */
  readonly extra: readonly RequestRowFound[];
}

const SPLIT = ['other_no_correction', 'other_fee_unpaid', 'other_other'];
const groups = new Map(REQUEST_ROWS.map((row) => [row.key, row.group ?? null]));
const order = new Map(REQUEST_ROWS.map((row, index) => [row.key, index]));

/** Cuts the rows found into printings of the table: a label met again starts the next one. */
export function splitPrintings(found: readonly RequestRowFound[]): readonly RequestRowFound[][] {
  const printings: RequestRowFound[][] = [[]];
  let seen = new Set<string>();
  for (const row of found) {
    if (row.key !== null && row.key !== 'other_all' && seen.has(row.key)) {
      printings.push([]);
      seen = new Set();
    }
    if (row.key !== null) seen.add(row.key);
    printings.at(-1)!.push(row);
  }
  return printings;
}

/** Which edition's rows this printing has, as its labels (六）其他处理 show; the header of table 2 decides where they do not. */
export function rowEdition(rows: readonly RequestRowFound[], publication: Edition | null): Edition | null {
  if (rows.some((row) => row.key !== null && SPLIT.includes(row.key))) return '2021';
  const at = rows.findIndex((row) => row.key === 'other_all');
  if (at === -1) return publication;
  // 其他处理 may be the one row of the 2019 form, or the group label of three rows that lost theirs.
  const next = rows.slice(at + 1).findIndex((row) => row.key !== null);
  return next === 2 ? '2021' : '2019';
}

const isNameless = (row: RequestRowFound, missing: readonly string[]): boolean =>
  row.key === null &&
  (!row.foreign || row.remains.every((remain) => missing.some((key) => isFragmentOfRow(remain, key))));

/** Names the rows of one printing by label, and lost labels by place where the count between two neighbours fits. */
export function nameRequestRows(
  printing: readonly RequestRowFound[],
  edition: Edition | null,
  fits: (row: RequestRowFound) => boolean,
): NamedRows {
  const form = REQUEST_ROWS.filter((row) => row.editions.includes(edition ?? '2021')).map((row) => row.key);
  const rows = printing.map((row) => (edition === '2021' && row.key === 'other_all' ? { ...row, key: null } : row));
  const named: NamedRow[] = [];
  const unsettled: string[] = [];
  const extra: RequestRowFound[] = [];

  const settle = (from: number, to: number, waiting: readonly RequestRowFound[], attached: boolean) => {
    const missing = form.slice(from + 1, to);
    const candidates = waiting.filter((row) => isNameless(row, missing) && fits(row));
    extra.push(...waiting.filter((row) => !candidates.includes(row)));
    if (candidates.length === 0) return;
    // Without table 2 nothing says whether 其他处理 has one row or three.
    const either = edition === null && missing.some((key) => SPLIT.includes(key));
    const inGroup = candidates.every(
      (row, index) => row.group === null || row.group === groups.get(missing[index] ?? ''),
    );
    if (attached && !either && inGroup && candidates.length === missing.length) {
      candidates.forEach((found, index) => named.push({ key: missing[index]!, found, tentative: true }));
    } else {
      unsettled.push(...missing);
      if (missing.length === 0) extra.push(...candidates);
    }
  };

  let before = -1;
  let waiting: RequestRowFound[] = [];
  for (const row of rows) {
    if (row.key === null) {
      waiting.push(row);
      continue;
    }
    const place = form.indexOf(row.key);
    const inOrder = place === -1 || place > before;
    if (waiting.length > 0 && place !== -1) {
      const attached = inOrder && (before >= 0 || waiting.every((other) => other.row.chunk === row.row.chunk));
      settle(inOrder ? before : place - 1, place, waiting, attached);
      waiting = [];
    }
    named.push({ key: row.key, found: row, tentative: false });
    if (place !== -1) before = place;
  }
  if (waiting.length > 0 && before >= 0) {
    const chunk = rows.findLast((row) => row.key !== null)!.row.chunk;
    settle(
      before,
      form.length,
      waiting,
      waiting.every((row) => row.row.chunk === chunk),
    );
  }
  named.sort((a, b) => (order.get(a.key) ?? 0) - (order.get(b.key) ?? 0));
  return { rows: named, unsettled, extra };
}
