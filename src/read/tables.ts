import { FORM_CELLS, formCell, type FormCell } from '../form/cells.ts';
import type { Edition } from '../form/edition.ts';
import { bindDisputes } from './bind-disputes.ts';
import { bindPublication, publicationRowNames } from './bind-publication.ts';
import { bindRequests } from './bind-requests.ts';
import { settle, type Binding } from './binding.ts';
import { evidence, type EvidenceKind } from './evidence.ts';
import type { Layout } from './layout.ts';
import type { Cell, Evidence, Gap, GapReason } from './report.ts';
import { tableItems } from './table-rows.ts';
import { TableScan, type TablesFound } from './table-scan.ts';

/** The figures of a document's tables, the gaps among them, and what was odd about the tables. */
export interface TablesRead {
  readonly edition: Edition | null;
  readonly cells: readonly Cell[];
  readonly gaps: readonly Gap[];
  readonly evidence: readonly Evidence[];
  readonly found: TablesFound;
}

const idsOf = (edition: Edition): ReadonlySet<string> => new Set(FORM_CELLS[edition].map(({ id }) => id));
const FORM_IDS: Record<Edition, ReadonlySet<string>> = { '2019': idsOf('2019'), '2021': idsOf('2021') };

/** Reads the three tables of the form out of a document's rows. */
export function readTables(layout: Layout): TablesRead {
  const found = new TableScan().read(tableItems(layout));
  const publication = bindPublication(found.publication);
  const requests = bindRequests(found.requests, publication.edition);
  const disputes = bindDisputes(found.disputes);
  const edition = publication.edition ?? requests.edition;

  const byId = new Map<string, Binding[]>();
  for (const binding of [...publication.bindings, ...requests.bindings, ...disputes]) {
    if (!formCell(binding.id)) continue;
    const known = byId.get(binding.id);
    if (known) known.push(binding);
    else byId.set(binding.id, [binding]);
  }
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
  const strangers = FORM_CELLS[edition === '2019' ? '2021' : '2019'].flatMap(({ id }) => {
    const bindings = FORM_IDS[edition ?? '2021'].has(id) ? undefined : byId.get(id);
    const read = bindings && settle(id, bindings);
    return read && 'value' in read ? [read] : [];
  });
  return {
    edition,
    cells: [...cells, ...strangers],
    gaps,
    evidence: tableEvidence(found, requests, edition, strangers.length > 0),
    found,
  };
}

function tableEvidence(
  found: TablesFound,
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
