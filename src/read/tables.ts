import { CELLS_ONLY_2019, FORM_CELLS, formCell, MEASURES, type FormCell } from '../form/cells.ts';
import type { Edition } from '../form/edition.ts';
import { bindDisputes } from './bind-disputes.ts';
import { bindPublication } from './bind-publication.ts';
import { bindRequests } from './bind-requests.ts';
import { distrustConflicts, settle, unbound, type Binding } from './binding.ts';
import type { DocumentLines } from './document-lines.ts';
import { evidence, type EvidenceKind } from './evidence.ts';
import type { Layout } from './formats/layout.ts';
import { publicationRowNames } from './publication-names.ts';
import type { Cell, Evidence, Gap, GapReason } from './report.ts';
import { tableItems, type TableRow } from './table-rows.ts';
import { TableScan, type TablesFound } from './table-scan.ts';

/** The figures of a document's tables, the gaps among them, and what was odd about the tables. */
export interface TablesRead {
  readonly edition: Edition | null;
  readonly cells: readonly Cell[];
  readonly gaps: readonly Gap[];
  readonly evidence: readonly Evidence[];
}

/** The cells of the other edition that an edition does not have. */
const STRANGERS: Record<Edition, readonly FormCell[]> = {
  '2019': MEASURES.filter(({ id }) => !FORM_CELLS['2019'].some((cell) => cell.id === id)),
  '2021': CELLS_ONLY_2019,
};

/** What a document's own words say about its tables. */
export interface TablesContext {
  /** Report year; a table under a caption of another year is not this report's. */
  readonly year: number | null;
  /** Where the document breaks off inside a number; null where it does not. */
  readonly tornAt: number | null;
}

/** Finds the rows of the form's tables in a document. */
export const scanTables = (layout: Layout, lines: DocumentLines): TablesFound =>
  new TableScan().read(tableItems(layout, lines));

function bindingsById(
  bindings: readonly Binding[],
  tornAt: number | null,
  printedTwice: ReadonlySet<2 | 3 | 4>,
): ReadonlyMap<string, readonly Binding[]> {
  const byId = new Map<string, Binding[]>();
  for (const binding of bindings) {
    if (!formCell(binding.id)) continue;
    const isTorn = tornAt !== null && binding.piece?.span.end === tornAt;
    const trusted = isTorn ? unbound(binding.id, 'cut-off', binding.piece) : binding;
    const known = byId.get(binding.id);
    if (known) known.push(trusted);
    else byId.set(binding.id, [trusted]);
  }
  return distrustConflicts(byId, printedTwice);
}

/** Reads the three tables of the form out of the rows found. */
export function readTables(all: TablesFound, { year, tornAt }: TablesContext): TablesRead {
  const isOwn = ({ row }: { readonly row: TableRow }) =>
    row.captionYear === null || year === null || row.captionYear === year;
  const found = {
    publication: all.publication.filter(isOwn),
    requests: all.requests.filter(isOwn),
    disputes: all.disputes.filter(isOwn),
  };
  const publication = bindPublication(found.publication);
  const requests = bindRequests(found.requests, publication.edition);
  const edition = publication.edition ?? requests.edition;
  const printedTwice = new Set<2 | 3 | 4>();
  if (publication.isConflicting) printedTwice.add(2);
  if (requests.isConflicting) printedTwice.add(3);
  const byId = bindingsById(
    [...publication.bindings, ...requests.bindings, ...bindDisputes(found.disputes)],
    tornAt,
    printedTwice,
  );
  const tableFound: Record<2 | 3 | 4, boolean> = {
    2: found.publication.length > 0,
    3: requests.rows.size > 0,
    4: found.disputes.length > 0,
  };
  const absence = (cell: FormCell): GapReason => {
    if (!tableFound[cell.table]) return 'table-absent';
    if (cell.table === 3 && requests.rows.has(cell.row)) return 'column-absent';
    if (cell.table === 2 && [...publicationRowNames(cell.id)].some((name) => publication.rows.has(name)))
      return 'column-absent';
    return 'row-absent';
  };

  const cells: Cell[] = [];
  const gaps: Gap[] = [];
  const form = FORM_CELLS[edition ?? '2021'];
  for (const cell of form) {
    const bindings = byId.get(cell.id);
    const read = bindings ? settle(cell.id, bindings) : { id: cell.id, reason: absence(cell), raw: null, span: null };
    if ('value' in read) cells.push(read);
    else gaps.push(read);
  }
  // A report may mix both editions; the figures of the other one are kept, its absent cells were never asked for.
  const strangers = STRANGERS[edition ?? '2021'].flatMap(({ id }) => {
    const bindings = byId.get(id);
    const read = bindings && settle(id, bindings);
    return read && 'value' in read ? [read] : [];
  });
  return {
    edition,
    cells: [...cells, ...strangers],
    gaps,
    evidence: tableEvidence(found, requests, edition, strangers.length > 0),
  };
}

function tableEvidence(
  found: Pick<TablesFound, 'publication' | 'requests' | 'disputes'>,
  requests: ReturnType<typeof bindRequests>,
  edition: Edition | null,
  hasStrangers: boolean,
): Evidence[] {
  const rows = [found.publication[0]?.row, found.requests[0]?.row, found.disputes[0]?.row];
  const tables = rows.flatMap((row, index) => (row ? [evidence('table-found', String(index + 2), row.span)] : []));
  const notes = requests.notes.map(({ kind, detail, at }) =>
    evidence(kind satisfies EvidenceKind, detail, at?.span ?? null),
  );
  const mixed = hasStrangers || (requests.edition !== null && edition !== null && requests.edition !== edition);
  return [
    ...tables,
    ...notes,
    ...(mixed ? [evidence('form-mixed', requests.edition ?? '', found.requests[0]?.row.span ?? null)] : []),
  ];
}
